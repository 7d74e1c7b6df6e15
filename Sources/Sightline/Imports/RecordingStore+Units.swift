package import Storage

extension RecordingStore {
    /// The newest recordings that touched series of a unit or of those below it, the newest first.
    package static func newest(
        _ count: Int,
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [Recording] {
        try connection.all(
            """
            WITH RECURSIVE subtree (id) AS (
                SELECT CAST(? AS TEXT) UNION ALL
                SELECT u.id FROM unit u JOIN subtree t ON u.parent_id = t.id
            )
            SELECT \(columns) FROM recording r
            WHERE EXISTS (
                SELECT 1 FROM edition e JOIN series s ON s.id = e.series_id
                WHERE e.recording_id = r.id AND s.unit_id IN (SELECT id FROM subtree)
            )
            ORDER BY r.instant DESC, r.id DESC LIMIT ?
            """,
            [.id(unit), .int(count)]
        ) { try recording(from: $0, at: 0) }
    }

    /// The units whose series a recording touched.
    package static func units(of id: Recording.ID, on connection: any SQLConnection) throws -> [Unit.ID] {
        try connection.all(
            """
            SELECT DISTINCT s.unit_id FROM edition e JOIN series s ON s.id = e.series_id
            WHERE e.recording_id = ? ORDER BY s.unit_id
            """,
            [.id(id)]
        ) { try $0.identifier(0) }
    }
}
