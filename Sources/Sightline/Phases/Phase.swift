package import Statistics
package import Storage

/// A stretch of a series with its own limits, from a day that a person chose.
package struct Phase: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Phase>

    package let id: ID
    package var series: Series.ID
    package var start: Day
    package var reason: String
    package var author: Author
    package var instant: Timestamp
    /// When it was taken back; it is kept for the record.
    package var withdrawn: Timestamp?
}

extension Phase {
    /// What its form shows of it, and whether it is in force.
    package var fields: [Revision.Field] {
        [
            .init("phase-start", start.description), .init("phase-reason", reason),
            .init("in-force", withdrawn == nil ? "yes" : "no"),
        ]
    }
}
