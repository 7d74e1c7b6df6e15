/// What a chart says, in sentences.
package struct Statement: Equatable, Sendable {
    /// What the newest points show and since when.
    package var what: String
    /// What that means, given which way is better.
    package var meaning: String?
    /// How often chance alone would show it at the newest point.
    package var howSure: String?
    /// What is to be expected of the target.
    package var target: String?
    /// What would help now.
    package var next: String?
    /// How often chance alone would show anything on a chart as long: for a note beside the chart.
    package var context: String?

    /// All of it but the ``context``, for the text alternative of a picture.
    package var text: String {
        [what, meaning, howSure, target, next].compactMap(\.self).joined(separator: " ")
    }
}
