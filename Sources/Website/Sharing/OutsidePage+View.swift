import Markup
import Sightline

extension OutsidePage {
    func content(in frame: Frame) -> HTML {
        let reading = summary.reading
        let back = Address.series(reading.unit.id, reading.series.id).path
        return """
            <article class="stack"><header class="measure-head"><p class="kicker">\(reading.unit.name)</p>
            <h1>What others see of \(reading.measure.title)</h1>
            <p><a href="\(back)">Back to the series</a></p></header>
            <section class="panel"><h2>Small numbers</h2>\(rule)\(counts)</section>
            \(summary.sentences)\(summary.figure(nil))\(summary.table)</article>
            """
    }

    private var rule: HTML {
        "<p>\(summary.reading.ruleWords ?? SeriesSentences.noRule)</p>"
    }

    private var counts: HTML? {
        withheld.map { withheld in
            "<p>\(SeriesSentences.withheld(small: withheld.primary, protecting: withheld.secondary))</p>"
        }
    }
}
