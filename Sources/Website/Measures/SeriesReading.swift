import Sightline
import Statistics
import Storage

/// A series of a unit, analysed, with its notes: what its page and its files are made of.
struct SeriesReading: Sendable {
    let series: Series
    let unit: Unit
    let picture: SeriesPicture
    let annotations: [Annotation]

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
        annotations = try AnnotationStore.all(of: address.series, on: connection)
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
