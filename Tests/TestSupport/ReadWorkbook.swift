import Foundation

/// A workbook as another program reads it: Tests/Browser/read_workbook.py, by Python's own unpacker and parser.
package struct ReadWorkbook: Decodable, Sendable {
    package let sheets: [Sheet]
    /// What in it would do something or fetch something, by the part that it is in.
    package let active: [String]
    package let title: String
    package let created: String

    package struct Sheet: Decodable, Sendable {
        package let name: String
        /// How many rows stay in sight.
        package let frozen: Int
        /// The cells that can be filtered: `A1:C3`.
        package let filter: String
        package let widths: [Double]
        /// The header first.
        package let rows: [[Cell]]

        /// A cell by its place from 0; empty where the row ends before.
        package func cell(_ row: Int, _ column: Int) -> Cell {
            column < rows[row].count ? rows[row][column] : Cell(.empty, "")
        }

        /// The texts of a column under the header.
        package func column(_ name: String) -> [String] {
            guard let place = rows.first?.firstIndex(where: { $0.text == name }) else { return [] }
            return rows.indices.dropFirst().map { cell($0, place).text }
        }
    }

    package struct Cell: Decodable, Equatable, Sendable {
        package enum Kind: String, Decodable, Sendable {
            case text, number, day, instant, empty, formula, other
        }

        package let kind: Kind
        package let text: String

        package init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }

        package init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            kind = try values.decode(Kind.self)
            text = try values.decode(String.self)
        }
    }

    package init(_ bytes: some Sequence<UInt8>) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Browser/read_workbook.py").standardized
        let answer = try ChildProcess.run("python3", [script.path, file.path])
        self = try JSONDecoder().decode(ReadWorkbook.self, from: answer)
    }

    /// Every text and number in it, its sheets' names too.
    package var allText: String {
        sheets.map { sheet in
            ([sheet.name] + sheet.rows.map { $0.map(\.text).joined(separator: "\t") }).joined(separator: "\n")
        }
        .joined(separator: "\n")
    }
}
