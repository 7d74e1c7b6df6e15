package import Storage

/// Series, their editions and their observations in the database.
package enum SeriesStore {
    package static func find(_ id: Series.ID, on connection: any SQLConnection) throws -> Series? {
        try connection.one("\(selection) WHERE id = ? AND bin_id IS NULL", [.id(id)], series(from:))
    }

    package static func find(_ key: Series.Key, on connection: any SQLConnection) throws -> Series? {
        try connection.one(
            "\(selection) WHERE measure_id = ? AND version = ? AND unit_id = ? AND group_name = ?"
                + " AND bin_id IS NULL",
            [.id(key.measure), .int(key.version), .id(key.unit), .text(key.group)],
            series(from:)
        )
    }

    /// Every series of a measure, in one version of its definition or in all.
    package static func all(
        of measure: Measure.ID,
        version: Int? = nil,
        on connection: any SQLConnection
    ) throws -> [Series] {
        try connection.all(
            "\(selection) WHERE measure_id = ? AND bin_id IS NULL"
                + "\(version == nil ? "" : " AND version = ?") ORDER BY id",
            [.id(measure)] + (version.map { [.int($0)] } ?? []),
            series(from:)
        )
    }

    /// The keys of the series of a version of a measure that are in the bin.
    static func binned(
        of measure: Measure.ID,
        version: Int,
        on connection: any SQLConnection
    ) throws -> [Series.Key] {
        try connection.all(
            "\(selection) WHERE measure_id = ? AND version = ? AND bin_id IS NOT NULL ORDER BY id",
            [.id(measure), .int(version)]
        ) { try series(from: $0).key }
    }

    /// Those of many ids that exist, in the bin or not, in no order.
    static func all(_ ids: [Series.ID], on connection: any SQLConnection) throws -> [Series] {
        var found: [Series] = []
        try connection.each(in: ids.map { .id($0) }) { list in
            "\(selection) WHERE id IN \(list)"
        } _: { row in
            found.append(try series(from: row))
        }
        return found
    }

    // MARK: Editions

    /// The editions of a series, the newest first.
    package static func editions(of id: Series.ID, on connection: any SQLConnection) throws -> [Edition] {
        let sql = """
            SELECT e.number, e.sha256, e.observations, e.appended, e.revised, e.removed, e.unchanged,
                e.restores, \(RecordingStore.columns)
            FROM edition e JOIN recording r ON r.id = e.recording_id
            WHERE e.series_id = ? ORDER BY e.number DESC
            """
        return try connection.all(sql, [.id(id)]) { row in
            Edition(
                series: id,
                number: try row.int(0),
                recording: try RecordingStore.recording(from: row, at: 8),
                sha256: try row.text(1),
                count: try row.int(2),
                changes: try RecordingStore.counts(from: row, at: 3),
                restores: try row.optionalInt(7)
            )
        }
    }

    /// The observations of an edition; of the newest unless a number is given.
    ///
    /// - Throws: `RecordError.unknownEdition`; ``DamagedEdition``.
    package static func observations(
        of id: Series.ID,
        edition number: Int? = nil,
        on connection: any SQLConnection
    ) throws -> Observations {
        let condition = number == nil ? "e.number = s.edition" : "e.number = ?"
        let found = try connection.one(
            """
            SELECT e.number, e.base, e.kept, e.content, b.content
            FROM series s JOIN edition e ON e.series_id = s.id AND \(condition)
            LEFT JOIN edition b ON b.series_id = s.id AND b.number = e.base
            WHERE s.id = ?
            """,
            (number.map { [.int($0)] } ?? []) + [.id(id)]
        ) { (number: try $0.int(0), content: try EditionContent.ifReadable($0, at: 0)) }
        guard let found else { throw RecordError.unknownEdition(id, number: number ?? 0) }
        guard let content = found.content else {
            throw try DamagedEdition(of: id, edition: found.number, .unreadable, on: connection)
        }
        return content.observations
    }

    /// The observations as they stood at an instant; none before the first edition.
    package static func observations(
        of id: Series.ID,
        asAt instant: Timestamp,
        on connection: any SQLConnection
    ) throws -> Observations {
        let number = try connection.one(
            """
            SELECT e.number FROM edition e JOIN recording r ON r.id = e.recording_id
            WHERE e.series_id = ? AND r.instant <= ? ORDER BY e.number DESC LIMIT 1
            """,
            [.id(id), .instant(instant)]
        ) { try $0.int(0) }
        guard let number else { return Observations() }
        return try observations(of: id, edition: number, on: connection)
    }

    // MARK: Rows

    static func series(from row: any SQLRow) throws -> Series {
        Series(
            id: try row.identifier(0),
            key: Series.Key(
                measure: try row.identifier(1),
                version: try row.int(2),
                unit: try row.identifier(3),
                group: try row.text(4)
            ),
            edition: try row.int(5)
        )
    }

    private static let selection = "SELECT id, measure_id, version, unit_id, group_name, edition FROM series"

    /// The newest contents of many series.
    ///
    /// - Throws: ``DamagedEdition``.
    static func contents(
        of ids: [Series.ID],
        on connection: any SQLConnection
    ) throws -> [Series.ID: EditionContent] {
        var contents: [Series.ID: EditionContent] = [:]
        var unreadable: (series: Series.ID, edition: Int)?
        try connection.each(in: ids.map { .id($0) }) { list in
            """
            SELECT s.id, e.number, e.base, e.kept, e.content, b.content
            FROM series s JOIN edition e ON e.series_id = s.id AND e.number = s.edition
            LEFT JOIN edition b ON b.series_id = s.id AND b.number = e.base
            WHERE s.id IN \(list)
            """
        } _: { row in
            let id = try row.identifier(0, of: Series.self)
            contents[id] = try EditionContent.ifReadable(row, at: 1)
            if contents[id] == nil { unreadable = (id, try row.int(1)) }
        }
        if let unreadable {
            throw try DamagedEdition(
                of: unreadable.series,
                edition: unreadable.edition,
                .unreadable,
                on: connection
            )
        }
        return contents
    }
}
