import Foundation

private let newline = UInt8(ascii: "\n")
private let comma = UInt8(ascii: ",")

/// A table of another program's answers, from Tests/Oracles, read as bytes: some have a hundred thousand
/// rows.
///
/// Fields are plain; only the last column of a file may be quoted.
package struct OracleRows: Sendable {
    private let text: [UInt8]
    /// Where each row begins, the end of the text last.
    private let starts: [Int]
    private let columns: [String: Int]

    /// Reads a file of Tests/Oracles whole, and unpacks one whose name ends in `.gz`.
    package init(_ path: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Oracles")
        let url = folder.appending(path: path).standardized
        text = [UInt8](path.hasSuffix(".gz") ? try Self.unpack(url) : try Data(contentsOf: url))
        var starts = [0]
        while let start = starts.last,
            let end = Self.position(of: newline, in: text, from: start, to: text.count)
        {
            starts.append(end + 1)
        }
        self.starts = starts
        let header = String(decoding: text[..<(starts.dropFirst().first ?? 0)], as: UTF8.self)
        let names = header.trimmingCharacters(in: .newlines).components(separatedBy: ",")
        columns = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    }

    /// Found by the C library: in a debug build a loop over fifteen million bytes takes seconds.
    private static func position(of byte: UInt8, in text: [UInt8], from start: Int, to end: Int) -> Int? {
        text.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < end,
                let found = memchr(base + start, Int32(byte), end - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private static func unpack(_ url: URL) throws -> Data {
        try ChildProcess.run("gunzip", ["-c", url.path])
    }

    /// The number of rows, the header left out.
    package var count: Int { max(starts.count - 2, 0) }

    /// One row; its fields are found once.
    package subscript(row: Int) -> Row {
        var ends: [Int] = []
        let start = starts[row + 1]
        var end = starts[row + 2] - 1
        if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        var next = start
        while ends.count < columns.count - 1,
            let comma = Self.position(of: comma, in: text, from: next, to: end)
        {
            ends.append(comma)
            next = comma + 1
        }
        return Row(table: self, start: start, ends: ends + [end])
    }

    /// The rows in which neighbours share the fields of some columns, and those fields.
    package func groups(by names: [String]) -> [(key: [String], rows: [Row])] {
        var groups: [(key: [String], rows: [Row])] = []
        for index in 0..<count {
            let row = self[index]
            let key = names.map { row[$0] }
            if groups.last?.key == key {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((key, [row]))
            }
        }
        return groups
    }

    package struct Row: Sendable {
        fileprivate let table: OracleRows
        fileprivate let start: Int
        fileprivate let ends: [Int]

        /// A field as text; empty where the column doesn't exist.
        package subscript(name: String) -> String {
            guard let column = table.columns[name] else { return "" }
            let start = column == 0 ? start : ends[column - 1] + 1
            return String(decoding: table.text[start..<ends[column]], as: UTF8.self)
        }

        /// A field as a number; nil where it is empty, NaN or no number.
        package func number(_ name: String) -> Double? {
            let text = self[name]
            guard let number = Double(text), !number.isNaN else { return nil }
            return number
        }
    }
}
