package import Statistics
package import Storage

/// What those outside an organisation see of its small numbers: records of what is withheld, and status rows of the
/// rest.
///
/// Everything that is shown of a chart to others, its lines, limits and sentences too, is reckoned from what they
/// can see of its numbers, by the same functions: so nothing but those numbers can be told from it.
package enum OutsideStore {
    /// A series' picture as others see it.
    package static func picture(
        of picture: SeriesPicture,
        _ series: Series.ID,
        on connection: any SQLConnection
    ) throws -> SeriesPicture {
        try AnalysisBuilder.picture(
            of: picture.measure,
            try observations(picture.observations, of: series, picture.measure, on: connection),
            phases: picture.phases
        )
    }

    /// A series' observations as others see them.
    package static func observations(
        _ observations: Observations,
        of series: Series.ID,
        _ measure: Measure,
        on connection: any SQLConnection
    ) throws -> Observations {
        guard let rule = measure.disclosure else { return observations }
        let record = try records(of: [series], on: connection)[series] ?? OutsideRecord()
        return observations.fromOutside(record, rule)
    }

    /// What was observed in the period that starts on a day, in those of many series of a measure that have a
    /// number for it which the reader may see.
    package static func observations(
        on day: Day,
        of series: [Series],
        _ measure: Measure,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Series.ID: Observation] {
        var found = try SeriesPictureStore.observations(on: day, of: series.map(\.id), on: connection)
        let outside = series.filter { reader.isOutside(measure, in: $0.key.unit) }.map(\.id)
        guard let rule = measure.disclosure, !outside.isEmpty else { return found }
        let records = try records(of: outside, on: connection)
        for id in outside {
            guard let observation = found[id] else { continue }
            let seen = try Observations([observation]).fromOutside(records[id] ?? OutsideRecord(), rule)
            found[id] = seen.isEmpty ? nil : seen[0]
        }
        return found
    }

    /// How many periods of a series are withheld because they are small, and how many to protect those.
    package static func withheld(
        of series: Series.ID,
        on connection: any SQLConnection
    ) throws -> (primary: Int, secondary: Int) {
        try records(of: [series], on: connection)[series]?.withheld ?? (0, 0)
    }

    /// Decides anew about the measures of series that have been judged, where these have rules; the number of
    /// status rows that it wrote.
    static func refresh(_ watched: [Watched], on connection: any SQLConnection) throws -> Int {
        var families: [Measure] = []
        for measure in watched.lazy.map(\.measure) where measure.disclosure != nil {
            let isKnown = families.contains {
                $0.id == measure.id && $0.definition.version == measure.definition.version
            }
            if !isKnown { families.append(measure) }
        }
        return try families.reduce(0) { try $0 + refresh($1, on: connection) }
    }

    /// Forgets a measure whose rule has been lifted: all of it may be seen now.
    static func forget(_ measure: Measure.ID, on connection: any SQLConnection) throws {
        for table in ["outside_record", "outside_status"] {
            try connection.execute(
                "DELETE FROM \(table) WHERE series_id IN (SELECT s.id FROM series s WHERE s.measure_id = ?)",
                [.id(measure)]
            )
        }
    }

    private static func refresh(
        _ measure: Measure,
        on connection: any SQLConnection
    ) throws -> Int {
        guard let rule = measure.disclosure else { return 0 }
        let version = measure.definition.version
        let series = try SeriesStore.all(of: measure.id, version: version, on: connection)
        let ids = series.map(\.id)
        let before = try records(of: ids, on: connection)
        var family = OutsideFamily(
            rule: rule.suppression,
            tree: try UnitStore.tree(on: connection),
            series: series,
            observations: try SeriesStore.contents(of: ids, on: connection).mapValues(\.observations),
            records: before
        )
        family.settle()
        for series in series {
            guard let record = family.records[series.id], record != before[series.id] else { continue }
            try write(record, of: series.id, on: connection)
        }
        return try judge(family, measure, rule, on: connection)
    }

    /// Writes what series say to those who see only what isn't withheld.
    private static func judge(
        _ family: OutsideFamily,
        _ measure: Measure,
        _ rule: DisclosureRule,
        on connection: any SQLConnection
    ) throws -> Int {
        let phases = try PhaseStore.inForce(of: family.series.map(\.id), on: connection)
        let seen = family.series.map { series in
            Watched(
                series: series,
                measure: measure,
                observations: (family.observations[series.id] ?? Observations()).fromOutside(
                    family.records[series.id] ?? OutsideRecord(),
                    rule
                ),
                phases: phases[series.id] ?? [],
                isNew: false
            )
        }
        let readings = try Parallel.map(seen, Reading.init)
        let stored = try StatusStore.rows(of: family.series.map(\.id), in: .outside, on: connection)
        var written = 0
        for reading in readings where stored[reading.status.series] != reading.status {
            try StatusStore.write(reading.status, isNew: false, in: .outside, on: connection)
            written += 1
        }
        return written
    }

    // MARK: Rows

    private static func records(
        of series: [Series.ID],
        on connection: any SQLConnection
    ) throws -> [Series.ID: OutsideRecord] {
        var records: [Series.ID: OutsideRecord] = [:]
        try connection.each(in: series.map { .id($0) }) { list in
            "SELECT series_id, content FROM outside_record WHERE series_id IN \(list)"
        } _: { row in
            records[try row.identifier(0)] = try OutsideRecord(try row.blob(1))
        }
        return records
    }

    private static func write(
        _ record: OutsideRecord,
        of series: Series.ID,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO outside_record (series_id, content) VALUES (?, ?)
            ON CONFLICT (series_id) DO UPDATE SET content = excluded.content
            """,
            [.id(series), .blob(record.bytes)]
        )
    }
}
