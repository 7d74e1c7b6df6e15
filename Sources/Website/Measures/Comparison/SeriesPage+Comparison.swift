import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension SeriesPage {
    /// The same measure across units: small charts side by side, a funnel, and the ways it is split.
    var comparisonSection: HTML? {
        let hasOthers = comparison.neighbours.count > 1
        guard hasOthers || !comparison.variants.isEmpty else { return nil }
        return """
            <section><h2>Elsewhere</h2>\(variants)\(hasOthers ? multiples : nil)\(hasOthers ? funnel : nil)</section>
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
        let told = ComparisonSentences.variants(links.count, in: unit.name)
        return "<p>\(told)</p><ul class=\"links\">\(links)</ul>"
    }

    /// Small charts on one time axis; a total stands apart from its parts.
    private var multiples: HTML {
        let charts = SmallCharts(comparison.neighbours, of: measure)
        let totals = comparison.neighbours.indices.filter { comparison.neighbours[$0].isTotal }
        let parts = comparison.neighbours.indices.filter { !comparison.neighbours[$0].isTotal }
        let own = reading.series.id
        let total: HTML? =
            totals.isEmpty
            ? nil
            : """
            <h3>\(totals.count == 1 ? "Total" : "Totals")</h3><p>\(ComparisonSentences.totals(totals.count))</p>
            <ul class="small-multiples">\(totals.map { charts.figure($0, isOwn: charts.isOf(own, $0)) })</ul>
            """
        let heading: HTML? =
            totals.isEmpty ? nil : "<h3>Its parts</h3><p>\(ComparisonSentences.parts(parts.count))</p>"
        let figures = parts.map { charts.figure($0, isOwn: charts.isOf(own, $0)) }
        let list: HTML? = parts.isEmpty ? nil : "\(heading)<ul class=\"small-multiples\">\(figures)</ul>"
        return "<p class=\"muted\">\(charts.summary(of: comparison.count))</p>\(total)\(list)\(others)"
    }

    /// Says which were left out, and where they are.
    private var others: HTML? {
        let more = comparison.count - comparison.neighbours.count
        guard more > 0 else { return nil }
        let table = Address.measures(comparison.top.id).path(["search": measure.title, "grouped": "chosen"])
        return """
            <p>\(ComparisonSentences.others(more))
            <a href="\(table)">the table of \(comparison.top.name)</a>.</p>
            """
    }

    private var funnel: HTML? {
        let period = measure.definition.period
        switch comparison.funnel {
        case .notComparable: return nil
        case .tooFew(let count, let day):
            let sentence = ComparisonSentences.noFunnel(
                count,
                fewest: SeriesFunnel.fewestUnits,
                when: period.moment(of: day),
                hasTotal: comparison.neighbours.contains(where: \.isTotal)
            )
            return "<h3>All units at one time</h3><p>\(sentence)</p>"
        case .funnel(let funnel):
            let when = period.moment(of: funnel.day)
            let sentence = ComparisonSentences.funnel(
                funnel.plot,
                names: funnel.names,
                own: funnel.own,
                when: when
            )
            return """
                <h3>All units \(when)</h3><p>\(sentence)</p><figure class="panel chart">
                <div class="chart-wide">\(picture(of: funnel, sentence, .page, "funnel-wide").svg())</div>
                <div class="chart-narrow">\(picture(of: funnel, sentence, .phone, "funnel-narrow").svg())</div>
                </figure>\(funnel.table(of: measure))
                """
        }
    }

    private func picture(
        of funnel: SeriesFunnel,
        _ sentence: String,
        _ size: ChartSize,
        _ idPrefix: String
    ) -> FunnelPicture {
        var picture = FunnelPicture(
            title: "\(measure.title), \(measure.definition.period.label(for: funnel.day))",
            summary: sentence,
            plot: funnel.plot,
            names: funnel.names,
            format: SeriesChart.format(of: measure),
            denominatorTitle: measure.definition.denominator ?? "",
            idPrefix: idPrefix
        )
        picture.better = measure.better
        picture.highlighted = funnel.own
        picture.showsTitle = false
        picture.size = size
        return picture
    }
}
