import Sightline
import Statistics
import Storage

/// A series of a unit, analysed, with its notes: what its page and its files are made of.
struct SeriesReading: Sendable {
    let series: Series
    let unit: Unit
    let picture: SeriesPicture
    /// Those in force, and the start of the definition.
    let annotations: [Annotation]
    /// Where a new definition starts, and nobody has written a note about it.
    let definitionStart: Annotation?

    var measure: Measure { picture.measure }

    /// - Throws: `Failure.notFound` for a series of another unit: the gate has looked at this one.
    init(_ address: (unit: Unit.ID, series: Series.ID), on connection: any SQLConnection) throws {
        guard
            let unit = try UnitStore.find(address.unit, on: connection),
            let found = try SeriesPictureStore.picture(of: address.series, on: connection),
            found.series.key.unit == unit.id
        else { throw Failure.notFound }
        self.unit = unit
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
