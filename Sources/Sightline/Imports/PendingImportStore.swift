package import Storage

/// Files that wait to be confirmed, in the database.
package enum PendingImportStore {
    /// Stores a file, and throws away those that nobody confirmed in a day.
    package static func insert(
        _ pending: PendingImport,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let oldest = pending.instant.advanced(bySeconds: -PendingImport.keptSeconds)
        try connection.execute("DELETE FROM pending_import WHERE instant < ?", [.instant(oldest)])
        try connection.execute(
            """
            INSERT INTO pending_import (id, unit_id, measure_id, is_for_whole_unit, mode, reason, file_name,
                content, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(pending.id), .id(pending.unit), .id(pending.measure), .bool(pending.isForWholeUnit),
                .word(pending.mode), .text(pending.reason), .text(pending.fileName), .blob(pending.bytes),
                .text(pending.author.name), .id(pending.author.person), .instant(pending.instant),
            ]
        )
        try AuditStore.append(.file(.created, pending), context, on: connection)
    }

    package static func find(
        _ id: PendingImport.ID,
        on connection: any SQLConnection
    ) throws -> PendingImport? {
        try connection.one(
            """
            SELECT unit_id, measure_id, is_for_whole_unit, mode, reason, file_name, content, author,
                person_id, instant
            FROM pending_import WHERE id = ?
            """,
            [.id(id)]
        ) { row in
            PendingImport(
                id: id,
                unit: try row.identifier(0),
                measure: try row.optionalIdentifier(1),
                isForWholeUnit: try row.bool(2),
                mode: try row.word(3),
                reason: try row.text(4),
                fileName: try row.text(5),
                bytes: try row.blob(6),
                author: try row.author(7),
                instant: try row.instant(9)
            )
        }
    }

    /// What a person sent to a unit and has not confirmed, the newest first; nothing that is kept no longer.
    package static func waiting(
        in unit: Unit.ID,
        from person: Person.ID,
        now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [WaitingImport] {
        let sql = """
            SELECT id, file_name, reason, instant FROM pending_import
            WHERE unit_id = ? AND person_id = ? AND instant >= ? ORDER BY instant DESC, id DESC
            """
        let oldest = now.advanced(bySeconds: -PendingImport.keptSeconds)
        return try connection.all(sql, [.id(unit), .id(person), .instant(oldest)]) { row in
            WaitingImport(
                id: try row.identifier(0),
                fileName: try row.text(1),
                reason: try row.text(2),
                instant: try row.instant(3)
            )
        }
    }

    /// Throws a file away: nobody wants it recorded, or all of it has been.
    package static func delete(
        _ pending: PendingImport,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute("DELETE FROM pending_import WHERE id = ?", [.id(pending.id)])
        try AuditStore.append(.file(.ended, pending), context, on: connection)
    }
}
