/// Lines of fields as one text: tabs between fields, with tabs, line ends and backslashes in them escaped.
enum TabbedText {
    static func text(of lines: [[String]]) -> String {
        lines.map { $0.map(escaped).joined(separator: "\t") }.joined(separator: "\n")
    }

    static func lines(in text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r")
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            guard isEscaped else {
                if character == "\\" { isEscaped = true } else { result.append(character) }
                continue
            }
            isEscaped = false
            switch character {
            case "t": result.append("\t")
            case "n": result.append("\n")
            case "r": result.append("\r")
            default: result.append(character)
            }
        }
        return result
    }
}
