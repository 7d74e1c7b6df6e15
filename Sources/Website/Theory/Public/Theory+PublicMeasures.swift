import Sightline
import Storage

extension Theory {
    /// Those of them of which a public link shows a series in the programme's unit.
    ///
    /// - Parameter open: the series that some link opens now.
    func publicMeasures(
        in unit: Unit.ID,
        shownBy open: Set<Series.ID>,
        on connection: any SQLConnection
    ) throws -> [Measure.ID: Measure] {
        var found: [Measure.ID: Measure] = [:]
        for id in namedMeasures {
            guard let measure = try MeasureStore.find(id, on: connection) else { continue }
            let isPublic = try SeriesStore.all(of: id, on: connection).contains {
                $0.key.unit == unit && open.contains($0.id)
            }
            if isPublic { found[id] = measure }
        }
        return found
    }
}
