import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension SeriesPage {
    /// The way from the chart to what people made of its signals.
    var ledgerLinks: HTML? {
        guard !signals.isEmpty else { return nil }
        let period = measure.definition.period
        let items = signals.prefix(Self.mostSignals).map { signal -> HTML in
            let window = signal.window
            let words = Finding(rule: window.rule, points: 0..<1, completedAt: 0, side: window.side).words
            let (first, last) = (period.label(for: window.firstDay), period.label(for: window.lastDay))
            return """
                <li><a href="\(Address.signal(unit.id, signal.id).path)">\(words), \
                \(first == last ? first : "\(first) to \(last)")</a> <span class="tag">\(signal.state.word)</span></li>
                """
        }
        let told = SeriesSentences.ledger(
            items.count,
            of: signals.count,
            explained: signals.count { $0.state != .new }
        )
        let more: HTML? =
            signals.count > items.count
            ? "<p><a href=\"\(Address.signals(unit.id).path)\">All of them in the ledger</a></p>" : nil
        return
            "<section><h2>What people made of its signals</h2><p>\(told)</p><ul>\(items)</ul>\(more)</section>"
    }

    private static let mostSignals = 5
}
