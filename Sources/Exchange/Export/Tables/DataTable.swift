package import Markup
package import Sightline

/// Rows under names, to be taken away as a file of any ``TableFormat``: what its columns are is said here and nowhere
/// else.
package protocol DataTable {
    /// What it is called, in a few words: the name of its sheet.
    var title: String { get }
    var columns: [String] { get }
    /// How lines of its CSV end.
    var lineEnd: CSVWriter.LineEnd { get }
    /// Whether it is there to be read, not to be reckoned with: then long texts are wrapped, and nothing is filtered.
    var isProse: Bool { get }
    /// Writes its rows in the order of ``columns``.
    func write(to writer: inout some TableWriter) throws
    /// What a workbook that is made at an instant says of it on further sheets; asked for when the rows have been
    /// written.
    func notes(made instant: Timestamp) -> [any DataTable]
}

extension DataTable {
    package var lineEnd: CSVWriter.LineEnd { .crlf }
    package var isProse: Bool { false }
    package func notes(made instant: Timestamp) -> [any DataTable] { [] }
}
