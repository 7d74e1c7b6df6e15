import Foundation
import Testing

/// A table of another program's answers, from Tests/Oracles.
struct OracleTable {
    var rows: [[String: String]]

    /// Reads a file of plain fields: no quotes, a header row.
    init(_ path: String, file: StaticString = #filePath) throws {
        let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "../../Oracles")
        let text = try String(contentsOf: folder.appending(path: path).standardized, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        let header = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false)
        rows = lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return Dictionary(zip(header.map(String.init), fields.map(String.init))) { first, _ in first }
        }
    }

    /// The rows of one call.
    func rows(ofCall call: String) throws -> [[String: String]] {
        let found = rows.filter { $0["call_id"] == call }
        try #require(!found.isEmpty, "no call \(call)")
        return found
    }
}

extension [[String: String]] {
    /// A column as numbers; nil where a field is empty.
    func numbers(_ column: String) throws -> [Double?] {
        try map { row in
            let text = try #require(row[column], "no column \(column)")
            if text.isEmpty { return nil }
            let number: Double = try #require(Double(text))
            return number
        }
    }
}
