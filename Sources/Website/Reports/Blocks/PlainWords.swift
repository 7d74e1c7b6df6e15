import Markup

/// A text as people type it: a paragraph a line, and lists of the lines that begin with a dash.
struct PlainWords: Sendable {
    let text: String

    var html: HTML {
        var pieces: [HTML] = []
        var items: [HTML] = []
        func endList() {
            if !items.isEmpty { pieces.append("<ul>\(items)</ul>") }
            items = []
        }
        for line in text.split(whereSeparator: \.isNewline) {
            if let item = Self.item(line) {
                items.append("<li>\(item)</li>")
                continue
            }
            endList()
            pieces.append("<p>\(String(line))</p>")
        }
        endList()
        return "\(pieces)"
    }

    /// What follows the dash of an item; nil for a line of a paragraph.
    private static func item(_ line: Substring) -> String? {
        let words = line.drop(while: \.isWhitespace)
        guard let sign = words.first, ["-", "–", "•", "*"].contains(sign) else { return nil }
        let rest = words.dropFirst()
        guard rest.first?.isWhitespace == true else { return nil }
        return String(rest.drop(while: \.isWhitespace))
    }
}
