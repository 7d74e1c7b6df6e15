package import Markup
package import Sightline
package import Statistics

/// Takes the rows of a table field by field, whatever file they become.
package protocol TableWriter {
    mutating func field(_ text: String) throws
    /// Nothing for nil, and for what isn't finite.
    mutating func field(_ number: Double?) throws
    mutating func field(_ number: Int?) throws
    mutating func field(_ day: Day?) throws
    mutating func field(_ instant: Timestamp?) throws
    mutating func endRow() throws
}

extension CSVWriter: TableWriter {
    /// Writes a day as ISO 8601 text; an empty field for nil.
    package mutating func field(_ day: Day?) { field(day?.description ?? "") }

    /// Writes an instant as ISO 8601 text in UTC; an empty field for nil.
    package mutating func field(_ instant: Timestamp?) { field(instant?.description ?? "") }
}
