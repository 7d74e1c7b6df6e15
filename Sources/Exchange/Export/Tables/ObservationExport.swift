package import Sightline
package import Storage

/// Which observations to take away: one row a period of a series, as ``ImportReader`` reads them.
package struct ObservationExport {
    private let measures: [Measure]
    let reader: Readership
    let unit: Unit.ID?
    let hasEditions: Bool
    private let series: Set<Series.ID>?

    /// - Parameters:
    ///   - measures: those to write.
    ///   - reader: for whom: series that they may not read are left out.
    ///   - unit: only this one and those below it; nil: all.
    ///   - series: only these; nil: all.
    ///   - hasEditions: every edition of every series in every version of its definition, each with who made it and
    ///     why; otherwise what is in force now.
    package init(
        measures: [Measure],
        for reader: Readership,
        within unit: Unit.ID? = nil,
        only series: Set<Series.ID>? = nil,
        hasEditions: Bool = false
    ) {
        self.measures = measures
        self.reader = reader
        self.unit = unit
        self.series = series
        self.hasEditions = hasEditions
    }

    /// The observations as a table.
    package func table(on connection: any SQLConnection) -> ObservationTable {
        ObservationTable(self, on: connection)
    }

    /// Writes the rows: by measure, unit, group and day.
    ///
    /// - Parameter noting: told of each observation that is written, and of its measure.
    func write(
        to writer: inout some TableWriter,
        on connection: any SQLConnection,
        noting: (Measure, Sightline.Observation) -> Void
    ) throws {
        for measure in measures {
            for (series, place) in try series(of: measure, on: connection) {
                try write(series, of: measure, place, to: &writer, on: connection, noting: noting)
            }
        }
    }

    var columns: [String] {
        ["measure", "unit", "group", "date", "value", "numerator", "denominator", "flags"]
            + (hasEditions ? ["version", "edition", "recorded", "author", "reason"] : [])
    }

    /// The series to write, with what files call their units.
    private func series(
        of measure: Measure,
        on connection: any SQLConnection
    ) throws -> [(series: Series, place: String)] {
        let version = hasEditions ? nil : measure.definition.version
        let units = reader.tree
        let named = try SeriesStore.all(of: measure.id, version: version, on: connection).compactMap {
            series in
            units[series.key.unit].map { (series: series, place: $0.code ?? $0.name) }
        }
        return
            named
            .filter { named in unit.map { units.contains(named.series.key.unit, within: $0) } ?? true }
            .filter { reader.may(.read, measure, in: $0.series.key.unit) }
            .filter { named in series.map { $0.contains(named.series.id) } ?? true }
            .sorted {
                ($0.place, $0.series.key.group, $0.series.key.version)
                    < ($1.place, $1.series.key.group, $1.series.key.version)
            }
    }

    private func write(
        _ series: Series,
        of measure: Measure,
        _ place: String,
        to writer: inout some TableWriter,
        on connection: any SQLConnection,
        noting: (Measure, Sightline.Observation) -> Void
    ) throws {
        let editions: [Edition?] =
            hasEditions ? try SeriesStore.editions(of: series.id, on: connection).reversed() : [nil]
        for edition in editions {
            let observations = try seen(
                try SeriesStore.observations(of: series.id, edition: edition?.number, on: connection),
                series,
                measure,
                on: connection
            )
            for index in observations.indices {
                noting(measure, observations[index])
                try write(observations[index], of: measure, place, series.key.group, to: &writer)
                if let edition {
                    try writer.field(series.key.version)
                    try writer.field(edition.number)
                    try writer.field(edition.recording.instant)
                    try writer.field(edition.recording.author.name)
                    try writer.field(edition.recording.reason)
                }
                try writer.endRow()
            }
        }
    }

    /// What of a series' observations the reader may see.
    private func seen(
        _ observations: Observations,
        _ series: Series,
        _ measure: Measure,
        on connection: any SQLConnection
    ) throws -> Observations {
        guard reader.isOutside(measure, in: series.key.unit) else { return observations }
        return try OutsideStore.observations(observations, of: series.id, measure, on: connection)
    }

    private func write(
        _ observation: Sightline.Observation,
        of measure: Measure,
        _ place: String,
        _ group: String,
        to writer: inout some TableWriter
    ) throws {
        let hasDenominator = observation.denominator != nil
        try writer.field(measure.key)
        try writer.field(place)
        try writer.field(group)
        try writer.field(observation.day)
        try writer.field(hasDenominator ? nil : observation.numerator)
        try writer.field(hasDenominator ? observation.numerator : nil)
        try writer.field(observation.denominator)
        try writer.field(FlagWords.text(observation.flags))
    }
}
