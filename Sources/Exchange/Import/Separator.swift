/// What parts the fields of a row.
///
/// A comma in a CSV file; a semicolon where the comma is for decimals; a tab in
/// what is copied from a spreadsheet.
package enum Separator: UInt8, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09

    /// The separator of a header row: a comma where it holds one outside quotes, else a tab, else a semicolon.
    init(ofHeaderIn file: [UInt8]) {
        var found: Set<UInt8> = []
        var isQuoted = false
        var hasText = false
        for byte in file {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            // Empty lines before the header are passed over.
            if byte == newline, hasText { break }
            if byte != newline, byte != carriageReturn { hasText = true }
            if Separator(rawValue: byte) != nil { found.insert(byte) }
        }
        let known: [Separator] = [.comma, .tab, .semicolon]
        self = known.first { found.contains($0.rawValue) } ?? .comma
    }

    /// The same file with commas: a field that holds a comma gets quotes around it.
    ///
    /// Lines stay where they are.
    package func withCommas(_ file: [UInt8]) -> [UInt8] {
        guard self != .comma else { return file }
        var result: [UInt8] = []
        result.reserveCapacity(file.count + file.count / 8)
        var field: [UInt8] = []
        var isQuoted = false
        func flush() {
            let needsQuotes = field.contains(Self.comma.rawValue) && field.first != quote
            if needsQuotes { result.append(quote) }
            result += field
            if needsQuotes { result.append(quote) }
            field.removeAll(keepingCapacity: true)
        }
        for byte in file {
            if byte == quote { isQuoted.toggle() }
            if !isQuoted, byte == rawValue || byte == newline || byte == carriageReturn {
                flush()
                result.append(byte == rawValue ? Self.comma.rawValue : byte)
            } else {
                field.append(byte)
            }
        }
        flush()
        return result
    }
}
