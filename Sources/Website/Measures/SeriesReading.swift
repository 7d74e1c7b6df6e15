import Sightline
import Statistics
import Storage

/// A series of a unit, analysed, with its notes: what its page and its files are made of.
struct SeriesReading: Sendable {
    let series: Series
    let unit: Unit
    let picture: SeriesPicture
    /// Those in force, and the start of the definition.
    private(set) var annotations: [Annotation]
    /// Where a new definition starts, and nobody has written a note about it.
    let definitionStart: Annotation?
    /// Whether small numbers are withheld from whoever reads it.
    let isOutside: Bool

    var measure: Measure { picture.measure }

    /// As a visitor may see it.
    ///
    /// - Throws: `Failure.notFound` for a series of another unit: the gate has looked at this one.
    init(
        _ address: (unit: Unit.ID, series: Series.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        try self.init(address, on: connection) { measure, unit in
            try measure.disclosure != nil && visit.readership(on: connection).isOutside(measure, in: unit)
        }
    }

    /// As everybody outside its organisation sees it.
    init(fromOutside address: (unit: Unit.ID, series: Series.ID), on connection: any SQLConnection) throws {
        try self.init(address, on: connection) { measure, _ in measure.disclosure != nil }
    }

    /// As a reader may see it, whose right to read it has been looked at.
    init(
        _ address: (unit: Unit.ID, series: Series.ID),
        as reader: Readership,
        on connection: any SQLConnection
    ) throws {
        try self.init(address, on: connection) { reader.isOutside($0, in: $1) }
    }

    /// A chart as it was frozen.
    init(frozen series: Series, in unit: Unit, _ picture: SeriesPicture, isOutside: Bool) {
        self.series = series
        self.unit = unit
        self.picture = picture
        self.isOutside = isOutside
        annotations = []
        definitionStart = nil
    }

    private init(
        _ address: (unit: Unit.ID, series: Series.ID),
        on connection: any SQLConnection,
        isOutside: (Measure, Unit.ID) throws -> Bool
    ) throws {
        guard
            let unit = try UnitStore.find(address.unit, on: connection),
            var found = try SeriesPictureStore.picture(of: address.series, on: connection),
            found.series.key.unit == unit.id
        else { throw Failure.notFound }
        self.unit = unit
        self.isOutside = try isOutside(found.picture.measure, unit.id)
        if self.isOutside {
            found.picture = try OutsideStore.picture(of: found.picture, found.series.id, on: connection)
        }
        (series, picture) = found
        let written = try AnnotationStore.all(of: address.series, on: connection)
        definitionStart = try Self.definitionStart(of: series, picture, written, on: connection)
        annotations = definitionStart.map { [$0] + written } ?? written
    }

    /// A note on the first period of a series whose definition isn't the measure's first.
    private static func definitionStart(
        of series: Series,
        _ picture: SeriesPicture,
        _ written: [Annotation],
        on connection: any SQLConnection
    ) throws -> Annotation? {
        guard
            series.key.version > 1, let day = picture.observations.days.first,
            !written.contains(where: { $0.kind == .definition })
        else { return nil }
        return try MeasureStore.versions(of: series.key.measure, on: connection)
            .first { $0.definition.version == series.key.version }
            .flatMap { Annotation(startOf: $0, in: series.id, on: day) }
    }

    /// The same for those whom notes are not meant for.
    var withoutNotes: SeriesReading {
        var reading = self
        reading.annotations = []
        return reading
    }

    /// Why a note can't have a day: it is far from every point; nil where it can.
    func problem(ofNoteOn day: Day) -> String? {
        guard let days = picture.notableDays, !days.contains(day) else { return nil }
        return "Choose a day from \(days.lowerBound.words) to \(days.upperBound.words): at most one "
            + "\(measure.definition.period.rawValue) before the first or after the last of the series."
    }

    /// The measure, the unit and, where the measure is split, the group.
    var heading: String {
        let group = series.key.group.isEmpty ? "" : ", \(series.key.group)"
        return "\(measure.title), \(unit.name)\(group)"
    }
}
