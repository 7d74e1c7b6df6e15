package import Storage

/// The acts that made editions, in the database.
package enum RecordingStore {
    /// The newest ones first.
    package static func newest(_ count: Int, on connection: any SQLConnection) throws -> [Recording] {
        try connection.all(
            "SELECT \(columns) FROM recording r ORDER BY r.instant DESC, r.id DESC LIMIT ?",
            [.int(count)]
        ) { try recording(from: $0, at: 0) }
    }

    package static func find(_ id: Recording.ID, on connection: any SQLConnection) throws -> Recording? {
        try connection.one("SELECT \(columns) FROM recording r WHERE r.id = ?", [.id(id)]) {
            try recording(from: $0, at: 0)
        }
    }

    /// Newest first: what was recorded from a file of these very bytes and is still in force.
    package static func find(
        fileSHA256: String,
        on connection: any SQLConnection
    ) throws -> [Recording] {
        try connection.all(
            """
            SELECT \(columns) FROM recording r WHERE r.file_sha256 = ? AND r.undone_by IS NULL
            ORDER BY r.instant DESC, r.id DESC
            """,
            [.text(fileSHA256)]
        ) { try recording(from: $0, at: 0) }
    }

    static func insert(_ recording: Recording, on connection: any SQLConnection) throws {
        let changes = recording.changes
        try connection.execute(
            """
            INSERT INTO recording (id, kind, author, person_id, instant, reason, file_name, file_sha256,
                file_rows, appended, revised, removed, unchanged, series_count)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(recording.id), .word(recording.kind), .text(recording.author.name),
                .id(recording.author.person), .instant(recording.instant), .text(recording.reason),
                .text(recording.origin?.fileName), .text(recording.origin?.sha256),
                .int(recording.origin?.rows), .int(changes.appended), .int(changes.revised),
                .int(changes.removed), .int(changes.unchanged), .int(recording.seriesCount),
            ]
        )
    }

    // MARK: Rows

    static let columns = """
        r.id, r.kind, r.author, r.person_id, r.instant, r.reason, r.file_name, r.file_sha256, r.file_rows, \
        r.appended, r.revised, r.removed, r.unchanged, r.series_count, r.undone_by
        """

    static func recording(from row: any SQLRow, at column: Int) throws -> Recording {
        var origin: Recording.Origin?
        if let fileName = try row.optionalText(column + 6) {
            origin = Recording.Origin(
                fileName: fileName,
                sha256: try row.text(column + 7),
                rows: try row.int(column + 8)
            )
        }
        return Recording(
            id: try row.identifier(column),
            kind: try row.word(column + 1),
            author: try row.author(column + 2),
            instant: try row.instant(column + 4),
            reason: try row.text(column + 5),
            origin: origin,
            changes: try counts(from: row, at: column + 9),
            seriesCount: try row.int(column + 13),
            undoneBy: try row.optionalIdentifier(column + 14)
        )
    }

    /// Four columns: appended, revised, removed, unchanged.
    static func counts(from row: any SQLRow, at column: Int) throws -> ChangeCounts {
        ChangeCounts(
            appended: try row.int(column),
            revised: try row.int(column + 1),
            removed: try row.int(column + 2),
            unchanged: try row.int(column + 3)
        )
    }
}
