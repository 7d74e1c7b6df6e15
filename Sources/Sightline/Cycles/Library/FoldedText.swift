import Foundation

/// Text as it is searched: words of letters and digits, without case and accents.
enum FoldedText {
    /// Longer words are cut: an engine takes no word of any length.
    private static let longestWord = 64

    static func words(of text: String) -> [String] {
        plain(text).split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(longestWord)) }
    }

    /// The words with single spaces between.
    static func fold(_ text: String) -> String { words(of: text).joined(separator: " ") }

    /// In lower case and without accents.
    ///
    /// Marks that no letter can be taken from, as that of ł, are taken by hand.
    private static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
        where scalar.properties.canonicalCombiningClass == .notReordered {
            if let letters = unmarked[scalar] {
                scalars.append(contentsOf: letters.unicodeScalars)
            } else if scalar != "'" && scalar != "’" {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static let unmarked: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h",
        "ı": "i",
    ]
}
