package import Storage

/// Compares editions with the SHA-256 that was recorded with each.
package enum EditionAudit {
    /// Every edition of every series that isn't what was recorded.
    package static func damaged(on connection: any SQLConnection) throws -> [DamagedEdition] {
        var damaged: [DamagedEdition] = []
        var last = ""
        while true {
            let page = try connection.all(
                "SELECT id FROM series WHERE id > ? ORDER BY id LIMIT 1000",
                [.text(last)]
            ) {
                try $0.identifier(0, of: Series.self)
            }
            guard let end = page.last else { return damaged }
            last = end.description
            damaged += try self.damaged(of: page, newestOnly: false, on: connection)
        }
    }

    /// - Throws: ``DamagedEdition`` where the newest edition of a series isn't what was recorded.
    static func requireSound(newestOf ids: [Series.ID], on connection: any SQLConnection) throws {
        if let first = try damaged(of: ids, newestOnly: true, on: connection).first { throw first }
    }

    private static func damaged(
        of ids: [Series.ID],
        newestOnly: Bool,
        on connection: any SQLConnection
    ) throws -> [DamagedEdition] {
        var found: [(series: Series.ID, edition: Int, fault: DamagedEdition.Fault)] = []
        /// Those whose newest edition is there.
        var whole: Set<Series.ID> = []
        try connection.each(in: ids.map { .id($0) }) { list in
            """
            SELECT s.id, s.edition, e.sha256, e.number, e.base, e.kept, e.content, b.content
            FROM series s JOIN edition e ON e.series_id = s.id \(newestOnly ? "AND e.number = s.edition" : "")
            LEFT JOIN edition b ON b.series_id = s.id AND b.number = e.base
            WHERE s.id IN \(list)
            ORDER BY s.id, e.number
            """
        } _: { row in
            let series = try row.identifier(0, of: Series.self)
            let number = try row.int(3)
            if number == (try row.int(1)) { whole.insert(series) }
            guard let content = try EditionContent.ifReadable(row, at: 3) else {
                return found.append((series, number, .unreadable))
            }
            let hash = Digest.sha256(ObservationCodec.encode(content.observations))
            if hash != (try row.text(2)) { found.append((series, number, .otherContent)) }
        }
        for series in try SeriesStore.all(ids, on: connection) where !whole.contains(series.id) {
            found.append((series.id, series.edition, .missing))
        }
        return try found.map {
            try DamagedEdition(of: $0.series, edition: $0.edition, $0.fault, on: connection)
        }
    }
}
