/// What a chart says, in sentences.
package struct Statement: Equatable, Sendable {
    /// What the newest points show and since when.
    package var what: String
    /// What that means, given which way is better.
    package var meaning: String?
    /// How often chance alone would show it.
    package var howSure: String?
    /// What is to be expected of the target.
    package var target: String?
    /// What would help now.
    package var next: String?

    /// All of it, for the text alternative of a picture.
    package var text: String {
        [what, meaning, howSure, target, next].compactMap(\.self).joined(separator: " ")
    }
}
