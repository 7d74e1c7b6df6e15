import Markup
import Sightline
import Storage

/// The charts that a programme is watched by in its unit, as far as the visitor may see them.
struct CycleCharts: Sendable {
    private let charts: [(title: String, address: Address)]

    init(of reading: ProgrammeReading, on connection: any SQLConnection) throws {
        let unit = reading.programme.unit
        var charts: [(title: String, address: Address)] = []
        var seen: Set<Measure.ID> = []
        for hung in reading.theory.measures where seen.insert(hung.measure).inserted {
            guard let measure = reading.reader.measures[hung.measure],
                reading.reader.may(.read, measure, in: unit)
            else { continue }
            let version = measure.definition.version
            let all = try SeriesStore.all(of: measure.id, version: version, on: connection)
            guard let series = all.first(where: { $0.key.unit == unit }) else { continue }
            charts.append((measure.title, .series(unit, series.id)))
        }
        self.charts = charts
    }

    /// Nothing where the programme has no measure with numbers here.
    var section: HTML? {
        guard !charts.isEmpty else { return nil }
        let items = charts.map { "<li><a href=\"\($0.address.path)\">\($0.title)</a></li>" as HTML }
        return """
            <section><h2>Charts of its programme</h2><p>\(SeriesSentences.charts(charts.count))</p>
            <ul>\(items)</ul></section>
            """
    }
}
