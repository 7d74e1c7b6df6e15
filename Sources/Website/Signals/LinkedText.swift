import Markup

/// What a person wrote, with the web addresses in it as links.
enum LinkedText {
    static func html(_ text: String) -> HTML {
        var html = HTML()
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { html += " " }
            // What ends a sentence isn't part of an address.
            let ending = word.reversed().prefix { ".,;:)!?".contains($0) }.count
            let address = String(word.dropLast(ending))
            if isAddress(address) {
                html +=
                    "<a href=\"\(address)\" rel=\"noreferrer\">\(address)</a>\(String(word.suffix(ending)))"
            } else {
                html += "\(String(word))"
            }
        }
        return html
    }

    private static func isAddress(_ word: String) -> Bool {
        guard let start = ["https://", "http://"].first(where: word.hasPrefix) else { return false }
        return word.count > start.count && !word.contains(where: \.isWhitespace)
    }
}
