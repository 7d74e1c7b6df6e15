import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension SeriesPage {
    /// The same measure across units: small charts on one scale, a funnel, and the ways it is split.
    var comparisonSection: HTML? {
        let hasOthers = comparison.neighbours.count > 1
        guard hasOthers || !comparison.variants.isEmpty else { return nil }
        return """
            <section><h2>Elsewhere</h2>\(variants)\(hasOthers ? multiples : nil)\(funnel)</section>
            """
    }

    private var variants: HTML? {
        guard !comparison.variants.isEmpty else { return nil }
        let links = comparison.variants.map { series -> HTML in
            let isEarlier = series.key.version != reading.series.key.version
            let version = isEarlier ? "definition \(series.key.version)" : ""
            let name = [series.key.group, version].filter { !$0.isEmpty }.joined(separator: ", ")
            return
                """
                <li><a href="\(Address.series(unit.id, series.id).path)">\(name.isEmpty ? "Not split" : name)</a></li>
                """
        }
        return "<p>Also in \(unit.name):</p><ul class=\"links\">\(links)</ul>"
    }

    private var multiples: HTML {
        let charts = comparison.neighbours.enumerated().map {
            index,
            neighbour -> (SeriesComparison.Neighbour, ControlChart) in
            var chart = SeriesChart.chart(
                of: neighbour.picture,
                title: neighbour.unit.name,
                idPrefix: "small\(index)"
            )
            chart.size = .small
            chart.showsTitle = false
            return (neighbour, chart)
        }
        let extents = charts.compactMap(\.1.extent)
        let lowest = extents.map(\.lowerBound).min() ?? 0
        let range = lowest...max(lowest, extents.map(\.upperBound).max() ?? 0)
        let figures = charts.map { neighbour, chart -> HTML in
            var chart = chart
            // Counts depend on how large a unit is: only proportions and rates share a scale.
            if measure.definition.denominator != nil { chart.valueRange = range }
            let isOwn: HTML = neighbour.series.id == reading.series.id ? " own" : ""
            return """
                <li class="small-multiple\(isOwn)"><a \
                href="\(Address.series(neighbour.unit.id, neighbour.series.id).path)">\
                \(neighbour.unit.name)</a>\(chart.svg())</li>
                """
        }
        return "<ul class=\"small-multiples\">\(figures)</ul>\(others)"
    }

    /// Says which were left out, and where they are.
    private var others: HTML? {
        let more = comparison.count - comparison.neighbours.count
        guard more > 0 else { return nil }
        let table = Address.measures(comparison.top.id).path(["search": measure.title, "grouped": "no"])
        return """
            <p>This unit first, then those whose newest value is a signal. \(more) more are in
            <a href="\(table)">the table of \(comparison.top.name)</a>.</p>
            """
    }

    private var funnel: HTML? {
        guard let funnel = comparison.funnel else { return nil }
        let period = measure.definition.period.label(for: funnel.day)
        let sentence = "In \(period) \(funnel.words)"
        var picture = FunnelPicture(
            title: "\(measure.title), \(period)",
            summary: sentence,
            plot: funnel.plot,
            names: funnel.names,
            format: SeriesChart.format(of: measure),
            denominatorTitle: measure.definition.denominator ?? "",
            idPrefix: "funnel"
        )
        picture.better = measure.better
        picture.highlighted = funnel.own
        picture.showsTitle = false
        return """
            <h3>All units in \(period)</h3><p>\(sentence)</p><figure class="panel \
            chart">\(picture.svg())</figure>
            """
    }
}
