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
        "<p>\(summary.reading.ruleWords ?? "This measure has no rule for small numbers: others see every number.")</p>"
    }

    private var counts: HTML? {
        guard let withheld else { return nil }
        guard withheld.primary + withheld.secondary > 0 else {
            return "<p>Nothing of this series is withheld now.</p>"
        }
        return """
            <p>\(Self.periods(withheld.primary)) withheld because a number in \
            \(withheld.primary == 1 ? "it" : "them") is small, and \(Self.periods(withheld.secondary)) withheld so \
            that those can’t be worked out, or because they were withheld before. Others can’t tell which is which.</p>
            """
    }

    private static func periods(_ count: Int) -> String {
        count == 1 ? "1 period is" : "\(count) periods are"
    }
}
