import Markup
import Sightline
import Statistics

/// Rows of CSV that are handed on whenever there are many.
struct CSVPieces: TableWriter {
    private var writer: CSVWriter
    private let output: (ArraySlice<UInt8>) throws -> Void
    private static let most = 1 << 16

    init(lineEnd: CSVWriter.LineEnd, to output: @escaping (ArraySlice<UInt8>) throws -> Void) {
        writer = CSVWriter(lineEnd: lineEnd, defusesFormulas: true)
        self.output = output
    }

    mutating func field(_ text: String) throws { writer.field(text) }
    mutating func field(_ number: Double?) throws { writer.field(number) }
    mutating func field(_ number: Int?) throws { writer.field(number) }
    mutating func field(_ day: Day?) throws { writer.field(day) }
    mutating func field(_ instant: Timestamp?) throws { writer.field(instant) }

    mutating func endRow() throws {
        writer.endRow()
        if writer.bytes.count >= Self.most { try output(writer.take()[...]) }
    }

    /// Hands on what is left.
    mutating func finish() throws { try output(writer.take()[...]) }
}
