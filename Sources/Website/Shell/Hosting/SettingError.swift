/// A setting that the server can't start with: which one, and what would be right.
package struct SettingError: Error, Equatable, Sendable {
    /// The option, or the file and what in it.
    package var place: String
    package var sentence: String

    package init(_ place: String, _ sentence: String) {
        self.place = place
        self.sentence = sentence
    }
}

extension SettingError: CustomStringConvertible {
    package var description: String { "\(place): \(sentence)" }
}
