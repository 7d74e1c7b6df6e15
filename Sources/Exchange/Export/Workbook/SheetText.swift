/// Text as a workbook can hold it.
enum SheetText {
    /// The longest text of a cell, in UTF-16 units.
    static let most = 32_767
    private static let longestName = 31

    /// The text with what XML can't hold replaced by U+FFFD, and lines that end in LF.
    ///
    /// What a workbook would read as the escape of another character (`_x003D_` is `=`) is escaped itself.
    ///
    /// Source: ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring); XML 1.0, 2.2.
    static func held(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var held = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\r": if index + 1 >= scalars.count || scalars[index + 1] != "\n" { held.append("\n") }
            case "\t", "\n": held.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": held.append("\u{FFFD}")
            case "_" where isEscape(scalars[index...].prefix(7)):
                held.append(contentsOf: "_x005F_".unicodeScalars)
            default: held.append(scalar)
            }
        }
        return String(held)
    }

    /// A name that a sheet can have beside others: not empty, at most 31 units, none of `[]:*?/\`, no apostrophe at an
    /// end, and none that spreadsheets keep for themselves.
    static func name(_ title: String, besides others: [String]) -> String {
        let plain = held(title).unicodeScalars.map { scalar in
            "[]:*?/\\\n\t\u{FFFD}".unicodeScalars.contains(scalar) ? " " : Character(scalar)
        }
        var name = trimmed(String(plain))
        // A change history has that name.
        if name.isEmpty || name.lowercased() == "history" { name = "Data" }
        name = cut(name, to: longestName)
        var (candidate, number) = (name, 2)
        while others.contains(where: { $0.lowercased() == candidate.lowercased() }) {
            candidate = "\(cut(name, to: longestName - 4)) \(number)"
            number += 1
        }
        return candidate
    }

    private static func trimmed(_ text: String) -> String {
        let isEdge = { (character: Character) in character.isWhitespace || character == "'" }
        return String(text.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
    }

    /// The start of a text, no character halved.
    private static func cut(_ text: String, to units: Int) -> String {
        var text = text
        while text.utf16.count > units { text.removeLast() }
        return trimmed(text)
    }

    /// Control characters, an underscore, and the byte that U+FFFE and U+FFFF start with.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "_") || byte == 0xEF
    }

    /// Whether seven characters are `_xHHHH_`.
    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let seven = Array(scalars)
        return seven.count == 7 && seven[1] == "x" && seven[6] == "_"
            && seven[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
