/// The names of a CSV file's columns.
package struct CSVHeader: Equatable, Sendable {
    /// As written, without the space around them.
    package let names: [String]
    private let keys: [String]

    package init(_ names: [String]) {
        self.names = names.map(Self.trimmed)
        keys = self.names.map { $0.lowercased() }
    }

    /// Every column with a name, whatever its case; more than one is a mistake for the caller to report.
    package func columns(named name: String) -> [Int] {
        let key = Self.trimmed(name).lowercased()
        return keys.indices.filter { keys[$0] == key }
    }

    private static func trimmed(_ name: String) -> String {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let start = name.utf8.drop(while: isSpace)
        let end = start.lastIndex { !isSpace($0) }
        return end.map { String(name[start.startIndex...$0]) } ?? ""
    }
}
