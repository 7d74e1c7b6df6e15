package import Storage

/// Judges series anew and keeps the ledger of signals and the status rows in step with their editions.
package enum Watch {
    /// What a pass over series wrote.
    package struct Report: Equatable, Sendable {
        package var series = 0
        package var statusRows = 0
        package var signals = 0

        package init(series: Int = 0, statusRows: Int = 0, signals: Int = 0) {
            self.series = series
            self.statusRows = statusRows
            self.signals = signals
        }
    }

    /// Judges every series anew and repairs what differs; a report of no rows written proves that status rows
    /// and ledger were what the editions say.
    ///
    /// - Throws: ``DamagedEdition`` where what is to be judged isn't what was recorded.
    package static func rebuild(_ context: Context, on connection: any SQLConnection) throws -> Report {
        var report = Report()
        var last = ""
        while true {
            let page = try connection.all(
                "SELECT id FROM series WHERE id > ? AND bin_id IS NULL ORDER BY id LIMIT 1000",
                [.text(last)]
            ) { try $0.identifier(0, of: Series.self) }
            guard let end = page.last else { return report }
            last = end.description
            try EditionAudit.requireSound(newestOf: page, on: connection)
            let watched = try watched(page, on: connection)
            let stored = try StatusStore.rows(of: page, on: connection)
            let part = try update(watched, stored: stored, context, on: connection)
            report.series += part.series
            report.statusRows += part.statusRows
            report.signals += part.signals
        }
    }

    /// Judges series anew, from the database.
    package static func refresh(
        _ series: [Series.ID],
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        _ = try update(try watched(series, on: connection), context, on: connection)
    }

    /// Judges every series of a measure anew.
    static func refresh(
        measure: Measure,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try refresh(try SeriesStore.all(of: measure.id, on: connection).map(\.id), context, on: connection)
    }

    /// Judges series and writes what they say; rows that are `stored` only where they say something else.
    ///
    /// Throws ``RecordError/notChartable(_:_:)``.
    @discardableResult
    static func update(
        _ watched: [Watched],
        stored: [Series.ID: StatusRow] = [:],
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Report {
        let readings = try Parallel.map(watched, Reading.init)
        let old = watched.lazy.filter { !$0.isNew }.map(\.series.id)
        let known = try SignalStore.all(of: Array(old), on: connection)
        var report = Report(series: watched.count)
        for (watched, reading) in zip(watched, readings) {
            let id = watched.series.id
            if stored[id] != reading.status {
                try StatusStore.write(reading.status, isNew: watched.isNew, on: connection)
                report.statusRows += 1
            }
            let found = reading.windows.map { found in
                Signal(
                    found.window,
                    of: watched,
                    chance: reading.status.chanceOfAny,
                    rarity: found.rarity,
                    context
                )
            }
            let changes = Ledger.changes(known[id] ?? [], found, at: context.now)
            for change in changes { try SignalStore.write(change, on: connection) }
            report.signals += changes.count
        }
        report.statusRows += try OutsideStore.refresh(watched, on: connection)
        return report
    }

    private static func watched(
        _ ids: [Series.ID],
        on connection: any SQLConnection
    ) throws -> [Watched] {
        let contents = try SeriesStore.contents(of: ids, on: connection)
        let phases = try PhaseStore.inForce(of: ids, on: connection)
        var measures = MeasureVersions()
        return try SeriesStore.all(ids, on: connection).map { series in
            Watched(
                series: series,
                measure: try measures.measure(of: series.key, on: connection),
                observations: contents[series.id]?.observations ?? Observations(),
                phases: phases[series.id] ?? [],
                isNew: false
            )
        }
    }
}
