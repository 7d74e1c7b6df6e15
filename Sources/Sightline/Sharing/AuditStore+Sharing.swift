package import Storage

extension AuditStore {
    /// When, and by whom, the visibility of a measure that a unit keeps was last said; nil where the trail doesn't
    /// tell.
    package static func newestShare(
        of measure: Measure,
        on connection: any SQLConnection
    ) throws -> (instant: Timestamp, author: Author)? {
        guard let unit = measure.unit else { return nil }
        let records = try connection.all(
            """
            SELECT instant, author, person_id, changes FROM audit
            WHERE unit_id = ? AND measure_id = ? AND subject_kind = ? ORDER BY sequence DESC
            """,
            [.id(unit), .id(measure.id), .word(AuditEntry.Kind.measure)]
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

    /// The same for something else that a unit shares piece by piece, as the trail names it.
    package static func newestShare(
        of subject: AuditEntry.Subject,
        on connection: any SQLConnection
    ) throws -> (instant: Timestamp, author: Author)? {
        let records = try connection.all(
            """
            SELECT instant, author, person_id, changes FROM audit
            WHERE subject_kind = ? AND subject_id = ? ORDER BY sequence DESC
            """,
            [.word(subject.kind), .text(subject.id)]
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
