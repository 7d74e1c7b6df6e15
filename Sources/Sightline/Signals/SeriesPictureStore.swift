package import Statistics
package import Storage

/// Series with everything that a picture of them needs, read from the database and analysed.
package enum SeriesPictureStore {
    /// One series as it stands; nil where there is none with the id.
    package static func picture(
        of id: Series.ID,
        on connection: any SQLConnection
    ) throws -> (series: Series, picture: SeriesPicture)? {
        guard let series = try SeriesStore.find(id, on: connection) else { return nil }
        return try pictures(of: [series], on: connection).first
    }

    /// Many series as they stand, in the order given.
    package static func pictures(
        of series: [Series],
        on connection: any SQLConnection
    ) throws -> [(series: Series, picture: SeriesPicture)] {
        let contents = try SeriesStore.contents(of: series.map(\.id), on: connection)
        let phases = try PhaseStore.inForce(of: series.map(\.id), on: connection)
        var measures = MeasureVersions()
        return try series.map { series in
            let measure = try measures.measure(of: series.key, on: connection)
            let picture = try AnalysisBuilder.picture(
                of: measure,
                contents[series.id]?.observations ?? Observations(),
                phases: phases[series.id] ?? []
            )
            return (series, picture)
        }
    }

    /// What was observed in the period that starts on a day, in those of many series that have a row for it.
    package static func observations(
        on day: Day,
        of series: [Series.ID],
        on connection: any SQLConnection
    ) throws -> [Series.ID: Observation] {
        try SeriesStore.contents(of: series, on: connection).compactMapValues { content in
            content.observations.days.lastIndex(of: day).map { content.observations[$0] }
        }
    }
}
