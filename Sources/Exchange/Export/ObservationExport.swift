import Markup
package import Sightline
package import Storage

/// Writes observations as the long CSV that ``ImportReader`` reads: one row a period of a series.
package struct ObservationExport {
    private let measures: [Measure]
    private let reader: Readership
    private let unit: Unit.ID?
    private let hasEditions: Bool
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

    /// The whole of it in memory.
    package func bytes(on connection: any SQLConnection) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write(on: connection) { bytes += $0 }
        return bytes
    }

    /// Writes a header and the rows, piece by piece: by measure, unit, group and day.
    package func write(
        on connection: any SQLConnection,
        to output: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        var writer = CSVWriter(lineEnd: .lf, defusesFormulas: true)
        for name in columns { writer.field(name) }
        writer.endRow()
        for measure in measures {
            for (series, place) in try series(of: measure, on: connection) {
                try write(series, of: measure, place, to: &writer, on: connection)
                try output(writer.take()[...])
            }
        }
        try output(writer.take()[...])
    }

    private var columns: [String] {
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
        to writer: inout CSVWriter,
        on connection: any SQLConnection
    ) throws {
        guard hasEditions else {
            let observations = try seen(
                try SeriesStore.observations(of: series.id, on: connection),
                series,
                measure,
                on: connection
            )
            for index in observations.indices {
                write(observations[index], of: measure, place, series.key.group, to: &writer)
                writer.endRow()
            }
            return
        }
        for edition in try SeriesStore.editions(of: series.id, on: connection).reversed() {
            let observations = try seen(
                try SeriesStore.observations(of: series.id, edition: edition.number, on: connection),
                series,
                measure,
                on: connection
            )
            for index in observations.indices {
                write(observations[index], of: measure, place, series.key.group, to: &writer)
                writer.field(series.key.version)
                writer.field(edition.number)
                writer.field("\(edition.recording.instant)")
                writer.field(edition.recording.author.name)
                writer.field(edition.recording.reason)
                writer.endRow()
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
        to writer: inout CSVWriter
    ) {
        let hasDenominator = observation.denominator != nil
        writer.field(measure.key)
        writer.field(place)
        writer.field(group)
        writer.field("\(observation.day)")
        writer.field(hasDenominator ? nil : observation.numerator)
        writer.field(hasDenominator ? observation.numerator : nil)
        writer.field(observation.denominator)
        writer.field(FlagWords.text(observation.flags))
    }
}
