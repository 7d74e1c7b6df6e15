package import Storage

extension RecordingStore {
    /// The newest recordings that touched series of a unit or of those below it, the newest first.
    ///
    /// Those that touched a series that the reader may not see are left out: their names and counts tell of it.
    package static func newest(
        _ count: Int,
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Recording] {
        let found = try newest(of: reader.hidesNothing ? count : nil, within: unit, on: connection)
        return Array(
            try found.lazy.filter { try isReadable($0.id, for: reader, on: connection) }.prefix(count)
        )
    }

    /// Whether the reader may see every series that a recording touched.
    package static func isReadable(
        _ id: Recording.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> Bool {
        guard !reader.hidesNothing else { return true }
        return try connection.all(
            """
            SELECT DISTINCT s.measure_id, s.unit_id FROM edition e JOIN series s ON s.id = e.series_id
            WHERE e.recording_id = ? AND s.bin_id IS NULL
            """,
            [.id(id)]
        ) { row in
            guard let measure = reader.measures[try row.identifier(0)] else { return false }
            return reader.may(.read, measure, in: try row.identifier(1))
        }.allSatisfy { $0 }
    }

    private static func newest(
        of count: Int?,
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
                WHERE e.recording_id = r.id AND s.bin_id IS NULL AND s.unit_id IN (SELECT id FROM subtree)
            )
            ORDER BY r.instant DESC, r.id DESC\(count == nil ? "" : " LIMIT ?")
            """,
            [.id(unit)] + (count.map { [.int($0)] } ?? [])
        ) { try recording(from: $0, at: 0) }
    }

    /// The units whose series a recording touched.
    package static func units(of id: Recording.ID, on connection: any SQLConnection) throws -> [Unit.ID] {
        try connection.all(
            """
            SELECT DISTINCT s.unit_id FROM edition e JOIN series s ON s.id = e.series_id
            WHERE e.recording_id = ? AND s.bin_id IS NULL ORDER BY s.unit_id
            """,
            [.id(id)]
        ) { try $0.identifier(0) }
    }
}
