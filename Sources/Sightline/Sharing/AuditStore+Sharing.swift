package import Storage

/// Since when, and by whom, others see something, as far as the trail tells.
extension AuditStore {
    /// When, and by whom, the visibility of a measure that a unit keeps was last said; nil where the trail doesn't
    /// tell.
    package static func newestShare(
        of measure: Measure,
        on connection: any SQLConnection
    ) throws -> (instant: Timestamp, author: Author)? {
        guard let unit = measure.unit else { return nil }
        return try newestShare(
            "unit_id = ? AND measure_id = ? AND subject_kind = ?",
            [.id(unit), .id(measure.id), .word(AuditEntry.Kind.measure)],
            on: connection
        )
    }

    /// The same for something else that a unit shares piece by piece, as the trail names it.
    package static func newestShare(
        of subject: AuditEntry.Subject,
        on connection: any SQLConnection
    ) throws -> (instant: Timestamp, author: Author)? {
        try newestShare(
            "subject_kind = ? AND subject_id = ?",
            [.word(subject.kind), .text(subject.id)],
            on: connection
        )
    }

    private static func newestShare(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> (instant: Timestamp, author: Author)? {
        let records = try connection.all(
            "SELECT instant, author, person_id, changes FROM audit WHERE \(condition) ORDER BY sequence DESC",
            arguments
        ) { row in
            (
                instant: try row.instant(0), author: try row.author(1),
                changes: AuditRecord.changes(in: try row.text(3))
            )
        }
        return records.first { $0.changes.contains { $0.field == "visibility" } }.map {
            ($0.instant, $0.author)
        }
    }
}
