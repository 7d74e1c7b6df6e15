package import Markup
package import Sightline
import Storage

/// The observations of an export as a table, read while it is written.
package final class ObservationTable: DataTable {
    private let export: ObservationExport
    private let connection: any SQLConnection
    /// Those of which something was written, in order: what else there is, is not for the file.
    private var measures: [Measure] = []
    private var withheld = 0

    init(_ export: ObservationExport, on connection: any SQLConnection) {
        self.export = export
        self.connection = connection
    }

    package var title: String { "Observations" }
    package var columns: [String] { export.columns }
    /// Programs read it in a pipe.
    package var lineEnd: CSVWriter.LineEnd { .lf }

    package func write(to writer: inout some TableWriter) throws {
        measures = []
        withheld = 0
        try export.write(to: &writer, on: connection) { measure, observation in
            if measures.last?.id != measure.id { measures.append(measure) }
            if observation.flags.contains(.suppressed) { withheld += 1 }
        }
    }

    package func notes(made instant: Timestamp) -> [any DataTable] {
        let unit = export.unit.flatMap { export.reader.tree[$0]?.name }
        let facts = [
            Fact("What it is", "What was recorded, one row a period of a series\(editions)."),
            Fact("Unit", unit.map { "\($0), with those below it" } ?? "All units"),
            Fact("Small numbers", "Withheld as the sheet Measures says, where they are of others."),
            Fact("Periods withheld", .count(withheld)),
        ]
        return [FactTable(facts, made: instant)]
            + (measures.isEmpty ? [] : [MeasureTable(measures: measures)])
    }

    private var editions: String {
        export.hasEditions
            ? ", in every edition; times are in UTC" : ", by the newest definition, as it stands now"
    }
}
