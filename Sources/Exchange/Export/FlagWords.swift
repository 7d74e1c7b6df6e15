package import Sightline

/// The flags of an observation as a file writes them: words joined by semicolons.
package enum FlagWords {
    private typealias Flags = Sightline.Observation.Flags

    private static let words: [(word: String, flag: Flags)] = [
        ("provisional", .provisional), ("suppressed", .suppressed),
    ]

    package static func text(_ flags: Sightline.Observation.Flags) -> String {
        words.filter { flags.contains($0.flag) }.map(\.word).joined(separator: ";")
    }

    /// Nil where a word is none of them.
    static func flags(_ text: String) -> Sightline.Observation.Flags? {
        var flags: Flags = []
        for word in text.split(separator: ";") {
            let folded = word.lowercased().filter { !$0.isWhitespace }
            guard let known = words.first(where: { $0.word == folded }) else { return nil }
            flags.insert(known.flag)
        }
        return flags
    }
}
