/// How wide text will be at most, judged without a font.
///
/// The widths are Helvetica's, enlarged to those of DejaVu Sans: it is the widest of the fonts that are
/// common, and the only one on many servers.
enum TextWidth {
    /// The width in pixels of one line at a font size; bold text is a little wider.
    static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
        let thousandths = text.unicodeScalars.reduce(into: 0) { $0 += width(of: $1) }
        return Double(thousandths) / 1000 * size * (isBold ? 1.26 : 1.14)
    }

    /// The text, or as much of its start as fits with an ellipsis; empty where nothing does.
    static func fitting(_ text: String, in width: Double, size: Double, isBold: Bool = false) -> String {
        guard of(text, size: size, isBold: isBold) > width else { return text }
        var rest = width - of("…", size: size, isBold: isBold)
        var kept = ""
        for character in text {
            rest -= of(String(character), size: size, isBold: isBold)
            if rest < 0 { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept.isEmpty ? "" : kept + "…"
    }

    /// The text in lines that fit, broken between words; what is more than the lines allowed ends in an
    /// ellipsis.
    static func lines(
        of text: String,
        in width: Double,
        size: Double,
        isBold: Bool = false,
        atMost count: Int
    ) -> [String] {
        guard of(text, size: size, isBold: isBold) > width else { return text.isEmpty ? [] : [text] }
        let space = of(" ", size: size, isBold: isBold)
        var lines: [String] = []
        var words = text.split(separator: " ")[...]
        while !words.isEmpty, lines.count < count - 1 {
            var end = words.startIndex
            var used = -space
            while end < words.endIndex {
                used += space + of(String(words[end]), size: size, isBold: isBold)
                if used > width { break }
                end += 1
            }
            // A word that is longer than a line has a line of its own.
            end = max(end, words.startIndex + 1)
            lines.append(words[..<end].joined(separator: " "))
            words = words[end...]
        }
        if !words.isEmpty { lines.append(words.joined(separator: " ")) }
        return lines.map { fitting($0, in: width, size: size, isBold: isBold) }.filter { !$0.isEmpty }
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: Int(ascii[Int(scalar.value) - 0x20])
        case 0x0300...0x036F, 0xFE00...0xFE0F: 0
        case ..<0x1100, 0x2000...0x206F: 600
        default: 1000
        }
    }

    /// Thousandths of the font size, from the space to the tilde.
    ///
    /// Source: Adobe's metrics of Helvetica.
    private static let ascii: [Int16] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
}
