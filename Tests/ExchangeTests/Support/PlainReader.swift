/// A CSV reader too simple to be wrong: it looks at one byte after another and knows no chunks.
struct PlainReader {
    struct Row: Equatable {
        var line: Int
        var fields: [[UInt8]]
        var isBad: Bool
    }

    private(set) var rows: [Row] = []
    private var fields: [[UInt8]] = [[]]
    private var line = 1
    private var startLine = 1
    private var isBad = false
    private var hasQuotes = false

    /// All rows, the header first; rows as wide as the header, without stray quotes and in UTF-8 are good.
    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        var isOpen = false
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isOpen && rest.first == byte:
                rest.removeFirst()
                append(byte)
            case UInt8(ascii: "\"") where isOpen:
                isOpen = false
                let isEnd =
                    rest.isEmpty || rest.first == UInt8(ascii: ",") || rest.starts(with: "\n".utf8)
                    || rest.starts(with: "\r\n".utf8) || Array(rest) == [UInt8(ascii: "\r")]
                if !isEnd { isBad = true }
            case UInt8(ascii: "\n") where isOpen:
                line += 1
                append(byte)
            case _ where isOpen: append(byte)
            case UInt8(ascii: "\"") where fields[fields.count - 1].isEmpty && !hasQuotes && !isBad:
                isOpen = true
                hasQuotes = true
            case UInt8(ascii: "\""):
                isBad = true
                append(byte)
            case UInt8(ascii: ","):
                fields.append([])
                hasQuotes = false
            case UInt8(ascii: "\r") where rest.isEmpty || rest.first == UInt8(ascii: "\n"): break
            case UInt8(ascii: "\n"):
                line += 1
                endRow()
            default: append(byte)
            }
        }
        if isOpen { isBad = true }
        endRow()
    }

    private mutating func append(_ byte: UInt8) { fields[fields.count - 1].append(byte) }

    private mutating func endRow() {
        defer {
            fields = [[]]
            startLine = line
            isBad = false
            hasQuotes = false
        }
        guard fields.count > 1 || !fields[0].isEmpty || hasQuotes || isBad else { return }
        let isText = fields.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
        let isWide = rows.first.map { $0.fields.count == fields.count } ?? true
        rows.append(Row(line: startLine, fields: fields, isBad: isBad || !isText || !isWide))
    }
}
