import Exchange
import Sightline
import Statistics

/// A table of cells as a test gives them.
struct SampleTable: DataTable {
    enum Cell {
        case text(String)
        case number(Double?)
        case count(Int)
        case day(Day?)
        case instant(Timestamp)
    }

    var title = "Sample"
    var columns = ["cell"]
    var rows: [[Cell]]
    /// The names of further sheets.
    var others: [String] = []

    init(_ rows: [[Cell]]) { self.rows = rows }

    /// One column of texts.
    init(texts: [String]) { rows = texts.map { [.text($0)] } }

    func write(to writer: inout some TableWriter) throws {
        for row in rows {
            for cell in row {
                switch cell {
                case .text(let text): try writer.field(text)
                case .number(let number): try writer.field(number)
                case .count(let count): try writer.field(count)
                case .day(let day): try writer.field(day)
                case .instant(let instant): try writer.field(instant)
                }
            }
            try writer.endRow()
        }
    }

    func notes(made instant: Timestamp) -> [any DataTable] {
        others.map { name in
            var table = SampleTable([])
            table.title = name
            return table
        }
    }

    static let made = Timestamp(microseconds: 1_767_225_600_000_000)

    func workbook() throws -> [UInt8] { try TableFormat.xlsx.bytes(of: self, made: Self.made) }
}
