package import Sightline

/// The files that a table can be taken away as; the raw value is the end of their names.
package enum TableFormat: String, CaseIterable, Sendable {
    case csv, xlsx

    /// What people call it.
    package var title: String {
        switch self {
        case .csv: "CSV"
        case .xlsx: "XLSX"
        }
    }

    package var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// Writes a table piece by piece; safe to open in a spreadsheet.
    ///
    /// - Parameter instant: when the file is made; a workbook holds it.
    /// - Throws: ``WorkbookError`` for what a workbook can't hold, `IOError`, and what the table throws.
    package func write(
        _ table: some DataTable,
        made instant: Timestamp,
        to output: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        switch self {
        case .csv:
            try withoutActuallyEscaping(output) { output in
                var pieces = CSVPieces(lineEnd: table.lineEnd, to: output)
                for column in table.columns { try pieces.field(column) }
                try pieces.endRow()
                try table.write(to: &pieces)
                try pieces.finish()
            }
        case .xlsx:
            let workbook = try Workbook(title: table.title, made: instant)
            try workbook.add(table)
            for note in table.notes(made: instant) { try workbook.add(note) }
            try workbook.finish(to: output)
        }
    }

    /// The whole file in memory.
    package func bytes(of table: some DataTable, made instant: Timestamp) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write(table, made: instant) { bytes += $0 }
        return bytes
    }
}
