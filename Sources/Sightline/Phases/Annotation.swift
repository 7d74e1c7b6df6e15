package import Statistics
package import Storage

/// A dated note on a series.
package struct Annotation: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Annotation>

    package let id: ID
    package var series: Series.ID
    package var day: Day
    package var kind: Kind
    package var text: String
    package var author: Author
    package var instant: Timestamp
    /// When it was taken back; it is kept for the record.
    package var withdrawn: Timestamp?
    /// The cycle that it tells of.
    package var cycle: Cycle.ID?

    package enum Kind: String, CaseIterable, Sendable {
        case event, test, definition, note
    }
}

extension Annotation {
    /// What its form shows of it, and whether it is in force.
    package var fields: [Revision.Field] {
        [
            .init("note-day", day.description), .init("note-kind", kind.rawValue), .init("note-text", text),
            .init("in-force", withdrawn == nil ? "yes" : "no"),
        ]
    }
}
