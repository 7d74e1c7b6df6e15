import Drawing
import Markup
import Sightline
import Statistics

/// Small charts of one measure in several units, made to be compared.
struct SmallCharts {
    private let neighbours: [SeriesComparison.Neighbour]
    private let charts: [ControlChart]
    private let measure: Measure
    /// Counts depend on how large a unit is: only proportions and rates share a scale of values.
    private let sharesValues: Bool

    init(_ neighbours: [SeriesComparison.Neighbour], of measure: Measure) {
        self.neighbours = neighbours
        self.measure = measure
        sharesValues = measure.definition.denominator != nil
        var charts = neighbours.enumerated().map { index, neighbour in
            var chart = SeriesChart.chart(
                of: neighbour.picture,
                title: neighbour.unit.name,
                idPrefix: "small\(index)"
            )
            chart.size = .small
            chart.showsTitle = false
            return chart
        }
        let firstDay = charts.compactMap(\.days.first).min()
        let lastDay = charts.compactMap(\.days.last).max()
        let extents = charts.compactMap(\.extent)
        for index in charts.indices {
            if let firstDay, let lastDay { charts[index].dayRange = firstDay...max(firstDay, lastDay) }
            if sharesValues, let lowest = extents.map(\.lowerBound).min(),
                let highest = extents.map(\.upperBound).max()
            {
                charts[index].valueRange = lowest...max(lowest, highest)
            }
        }
        self.charts = charts
    }

    /// What they say together, of so many units.
    func summary(of count: Int) -> String {
        ComparisonSentences.sideBySide(
            neighbours.map(\.picture.analysis.variation),
            of: count,
            sharesValues: sharesValues
        )
    }

    func isOf(_ series: Series.ID, _ index: Int) -> Bool { neighbours[index].series.id == series }

    /// One of them, with its latest value and what that says.
    func figure(_ index: Int, isOwn: Bool) -> HTML {
        let neighbour = neighbours[index]
        let own: HTML = isOwn ? " own" : ""
        let analysis = neighbour.picture.analysis
        let latest = analysis.newestPlotted.map { newest in
            let period = measure.definition.period.shortLabel(
                for: neighbour.picture.observations.days[newest]
            )
            return "\(measure.format.text(analysis.values[newest])), \(period)"
        }
        return """
            <li class="small-multiple\(own)"><a \
            href="\(Address.series(neighbour.unit.id, neighbour.series.id).path)">\
            \(neighbour.unit.name)</a>\(charts[index].svg())
            <p class="small line">\(analysis.variation.state) <span>\(latest ?? "no values")</span></p></li>
            """
    }
}
