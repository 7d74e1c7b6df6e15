import Drawing
import Exchange
import Markup
import Sightline
import Statistics
import Storage

/// How a unit and those below it use Sightline, on Sightline's own charts.
struct UsePage: Page {
    let unit: Unit
    let record: OwnRecord
    let today: Day

    var title: String { "How we use Sightline" }
    var section: Section? { .reviews }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        record = try OwnRecord(of: id, for: reader, on: connection)
        today = visit.now.day
    }
}

extension UsePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.reviews(.list(unit.id)).path)">Reviews of \(unit.name)</a></p>
        <h1>\(title)</h1>
        <p class="lede">Sightline watches itself by the rules by which it watches everything else, from what is on \
        record here and in the units below, as far as you may see it.</p></div>
        \(OwnMeasure.allCases.map(section))
        <p class="downloads">\
        \(TableFormat.links("All of it as data") { Address.reviews(.useData(unit.id, $0)).path })</p>
        </div>
        """
    }

    private func section(_ own: OwnMeasure) -> HTML {
        guard let picture = record.picture(of: own, today: today) else {
            return """
                <section><h2>\(own.title)</h2><p class="lede">\(SeriesSentences.noWhole(.month))</p>
                <p class="muted">\(own.definition)</p></section>
                """
        }
        func chart(_ size: ChartSize, _ prefix: String) -> HTML {
            var chart = SeriesChart.chart(
                of: picture,
                title: own.title,
                idPrefix: "\(own.rawValue)-\(prefix)"
            )
            chart.size = size
            chart.showsTitle = false
            return "\(chart.svg())"
        }
        return """
            <section><h2 id="\(own.rawValue)">\(own.title)</h2>
            <p class="lede">\(Sentences.statement(of: picture).text)</p>
            <figure class="panel chart"><div class="chart-wide">\(chart(.wide, "wide"))</div>
            <div class="chart-narrow">\(chart(.phone, "narrow"))</div>
            <figcaption><span>\(SeriesChart.subtitle(of: picture.measure)).</span></figcaption></figure>
            <p class="muted">\(own.definition)</p>\(table(of: own, picture))</section>
            """
    }

    private func table(of own: OwnMeasure, _ picture: SeriesPicture) -> HTML {
        let format = picture.measure.format
        let told = SeriesSentences.table(
            of: Array(picture.observations.days),
            .month,
            unplotted: picture.observations.indices.count { !picture.analysis.isPlotted($0) }
        )
        let rows = picture.observations.indices.reversed().map { index -> HTML in
            let observation = picture.observations[index]
            let isThere = picture.analysis.isPlotted(index)
            let value = isThere ? format.text(picture.analysis.values[index]) : "no value"
            let counts: HTML? =
                observation.denominator.map { out in
                    " (\(Int(observation.numerator ?? 0)) of \(Int(out)))"
                }
            return """
                <tr><th scope="row">\(Period.month.label(for: observation.day))</th><td>\(value)\(counts)</td></tr>
                """
        }
        return """
            <details><summary>Show \(rows.count == 1 ? "1 month" : "\(rows.count) months") as a table<span \
            class="visually-hidden">: \(own.title)</span></summary><p>\(told)</p>
            <div class="scroll" role="region" aria-labelledby="\(own.rawValue)" tabindex="0"><table class="periods">
            <thead><tr><th scope="col">Month</th><th scope="col">Value</th></tr></thead><tbody>\(rows)</tbody></table>
            </div></details>
            """
    }
}
