import Sightline
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

    /// The measure, the unit and, where the measure is split, the group.
    var heading: String {
        let group = series.key.group.isEmpty ? "" : ", \(series.key.group)"
        return "\(measure.title), \(unit.name)\(group)"
    }
}
