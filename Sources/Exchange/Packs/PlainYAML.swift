/// Looks at a YAML text before it is read, and lets only the plain part of YAML through: names and values line by line,
/// lists with hyphens, texts in quotes or behind `|` and `>`.
///
/// What is left out is what a few lines can grow without bounds by (anchors and aliases, deep nesting), what means
/// something else than it looks like (tags, texts that go on over lines without a sign of it), and directives. So
/// nothing that comes out of the parser is larger than what went in.
struct PlainYAML {
    private let lines: [Substring.UTF8View]
    private var line = 0
    /// The column of the key or the hyphen that a block text belongs to, while one is read.
    private var block: Int?
    /// The column of the key or the hyphen of an unquoted value that just ended, which must not go on.
    private var plain: Int?
    /// The quotation mark of a text that goes on over lines.
    private var quote: UInt8?
    /// Of the line that is read: the column of its newest key or hyphen, and whether a key ended on it.
    private var column: Int?

    static let deepest = 60

    /// - Parameter text: with lines that end in a line feed.
    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.utf8)
    }

    /// What stands in it that isn't read here, if anything.
    mutating func problem() -> PackFileProblem? {
        for index in lines.indices {
            line = index + 1
            if let problem = look(at: Array(lines[index])) { return problem }
        }
        return nil
    }

    private mutating func look(at bytes: [UInt8]) -> PackFileProblem? {
        if hasHiddenBreak(bytes) {
            return found("This line holds a character that ends lines or begins files: take it out.")
        }
        let indent = bytes.prefix { $0 == Self.space }.count
        let isBlank = bytes.allSatisfy { $0 == Self.space }
        if let parent = block {
            if isBlank || indent > parent { return nil }
            block = nil
        }
        if quote != nil { return read(bytes, from: 0) }
        guard !isBlank, bytes[indent] != UInt8(ascii: "#") else { return nil }
        if indent > Self.deepest { return found("This is nested too deeply: a pack needs three levels.") }
        if let before = plain, indent > before {
            return found("A text that goes on over lines needs quotes, or a | before its first line.")
        }
        plain = nil
        column = nil
        if bytes[0] == UInt8(ascii: "%") { return found("Lines that begin with % are not read here.") }
        return read(bytes, from: indent)
    }

    /// Reads a line from where a value or a key may begin, or from within a quoted text.
    private mutating func read(_ bytes: [UInt8], from start: Int) -> PackFileProblem? {
        var index = start
        var hyphens = 0
        while index < bytes.count {
            if let mark = quote {
                guard let end = Self.end(of: mark, in: bytes, from: index) else { return nil }
                quote = nil
                index = end
                if let next = Self.valueStart(bytes, after: index) { index = next } else { return nil }
                continue
            }
            let byte = bytes[index]
            switch byte {
            case Self.space, Self.tab: index += 1
            case UInt8(ascii: "#"): return nil
            case UInt8(ascii: "-") where Self.isBlank(bytes, index + 1):
                hyphens += 1
                if hyphens > 8 { return found("This is nested too deeply: a pack needs three levels.") }
                column = index
                index += 1
            case UInt8(ascii: "?") where Self.isBlank(bytes, index + 1):
                return found("A ? before a name is not read here: write the name, a colon and the value.")
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
                return found(
                    "Anchors, aliases and tags of YAML are not read here: write the value out, in quotes where it "
                        + "begins with & * or !."
                )
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                return found(
                    "Lists and names in brackets are not read here: write one a line, a text with a bracket in quotes."
                )
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                guard let column else { return found("A | or > stands on the line of its name.") }
                block = column
                return nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                column = column.map { max($0, index) } ?? index
                quote = byte
                index += 1
            default:
                guard let next = plainValue(bytes, from: index) else { return nil }
                index = next
            }
        }
        return nil
    }

    /// Passes over an unquoted text; gives back where the value begins, where the text was its name.
    private mutating func plainValue(_ bytes: [UInt8], from start: Int) -> Int? {
        let isMarker = start == 0 && bytes.starts(with: Array("---".utf8)) && Self.isBlank(bytes, 3)
        if isMarker { return 3 }
        let isValue = column != nil
        for index in start..<bytes.count {
            if bytes[index] == UInt8(ascii: ":"), Self.isBlank(bytes, index + 1) {
                column = start
                return index + 1
            }
            let isComment =
                bytes[index] == UInt8(ascii: "#") && index > start && Self.isBlank(bytes, index - 1)
            if isComment { break }
        }
        // Without a name or a hyphen on its line, it would go on from the line before, whatever its column.
        plain = isValue ? column : -1
        return nil
    }

    private func found(_ sentence: String) -> PackFileProblem { PackFileProblem(sentence, line: line) }

    // MARK: Bytes

    private static let space = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")

    private static func isBlank(_ bytes: [UInt8], _ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == space || bytes[index] == tab
    }

    /// Where a quoted text ends, behind its mark; nil where it goes on.
    private static func end(of mark: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if mark == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index] != mark {
                index += 1
            } else if mark == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == mark {
                index += 2
            } else {
                return index + 1
            }
        }
        return nil
    }

    /// Where the value of a quoted name begins; nil where what was quoted is a value.
    private static func valueStart(_ bytes: [UInt8], after end: Int) -> Int? {
        var index = end
        while index < bytes.count, bytes[index] == space || bytes[index] == tab { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        return index + 1
    }

    /// Whether the line holds what YAML takes for the end of a line, or a byte order mark: U+0085, U+2028, U+2029,
    /// U+FEFF.
    private func hasHiddenBreak(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices {
            switch bytes[index] {
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: return true
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
                if bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 { return true }
            case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
                return true
            default: continue
            }
        }
        return false
    }
}
