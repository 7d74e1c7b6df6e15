import Markup
import Sightline
import Statistics
import Storage

extension UnitHome {
    var total: Int { cards.reduce(0) { $0 + $1.total } }

    var summary: String { ListSentences.home(self) }
}

extension MeasureTable.Row {
    /// A signal in words, as an item of a list on a unit's page.
    func signal(on unit: Unit.ID) -> HTML {
        let period = measure.definition.period
        let since = status.signalSince.map { "since \(period.phrase(for: $0))" } ?? ""
        return """
            <li><span class="small line">\(status.variation.state) <span \
            class="muted">\(since)</span></span>
            \(link(on: unit))
            <span class="muted">\(status.sentence)</span></li>
            """
    }

    /// A link to the series: its measure, its group, and its unit where that isn't the one of the page.
    func link(on page: Unit.ID) -> HTML {
        let names = [measure.title, series.key.group, unit.id == page ? "" : unit.name].filter { !$0.isEmpty }
        return "<a href=\"\(Address.series(unit.id, series.id).path)\">\(names.joined(separator: ", "))</a>"
    }
}
