import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension SignalPage {
    func content(in frame: Frame) -> HTML {
        """
        <article class="stack">
        <header><p class="kicker"><a href="\(Address.signals(unit.id).path)">Signals of \(unit.name)</a></p>
        <h1>\(entry.name)</h1>
        <p class="lede">\(SignalSentences.what(entry))</p>\(chance)\(withdrawn)</header>
        \(facts)
        \(figure)
        \(reviewed.section(on: today))
        \(arrows.section)
        \(promptsSection)
        \(stepsSection(in: frame))
        \(history)
        </article>
        """
    }

    private var chance: HTML? {
        guard let sentence = SignalSentences.chance(entry) else { return nil }
        let out = entry.standsOut ? " Among all that is checked here it stands out." : ""
        return "<p>\(sentence)\(out)</p>"
    }

    private var withdrawn: HTML? {
        guard entry.isWithdrawn else { return nil }
        return """
            <p class="panel">Withdrawn: later numbers, or a new phase, took it away. It is kept for the record.</p>
            """
    }

    private var facts: HTML {
        let handling = entry.handling
        let cause = handling.cause.map { cause -> HTML in
            "\(cause.certainty.word)\(cause.text.isEmpty ? "" : ": ")\(LinkedText.html(cause.text))"
        }
        let checkBack = handling.checkBack.map { $0.words + (entry.isOverdue(on: today) ? ", overdue" : "") }
        return """
            <section aria-labelledby="facts"><h2 id="facts">In the ledger</h2><div class="panel"><dl class="facts">
            <dt>State</dt><dd>\(entry.stateWords)</dd>
            <dt>Found by</dt><dd>\(entry.finder)</dd>
            <dt>When</dt><dd>\(SignalSentences.window(entry))\(entry.isGoingOn ? ", and goes on" : "")</dd>
            <dt>Strand</dt><dd>\(entry.strand.word)</dd>
            <dt>Wanted</dt><dd>\(entry.meaning.word)</dd>
            <dt>In the ledger since</dt><dd>\(entry.found.words)</dd>
            <dt>Cause</dt><dd>\(cause ?? "Nobody has said yet.")\(causeLinks)</dd>
            <dt>Response</dt><dd>\(handling.response.isEmpty ? "None yet." : LinkedText.html(handling.response))</dd>
            <dt>Owner</dt><dd>\(handling.owner?.name ?? "Nobody")</dd>
            <dt>Look again on</dt><dd>\(checkBack ?? "No day is set.")</dd>
            </dl></div></section>
            """
    }

    private var figure: HTML? {
        guard let reading, !reading.picture.observations.isEmpty else { return nil }
        var wide = SeriesChart.chart(of: reading, size: .wide, showsTitle: false, idPrefix: "wide")
        var narrow = SeriesChart.chart(of: reading, size: .phone, showsTitle: false, idPrefix: "narrow")
        let highlight = ChartHighlight(days: entry.firstDay...entry.lastDay, words: "This signal")
        wide.highlight = highlight
        narrow.highlight = highlight
        let framed = " Framed on the chart is \(SignalSentences.window(entry)), which the signal is about."
        wide.summary += framed
        narrow.summary += framed
        let page = Address.series(unit.id, reading.series.id).path
        return """
            <figure class="panel chart"><div class="chart-wide">\(wide.svg())</div>
            <div class="chart-narrow">\(narrow.svg())</div>
            <figcaption><span>The frame shows the signal: \(SignalSentences.window(entry)). \
            <a href="\(page)">The measure’s page</a> has the numbers.</span></figcaption></figure>
            """
    }

    private var history: HTML {
        let begin: HTML = """
            <li><strong>Came into the ledger</strong> <span class="muted">(\(entry.found.words))</span></li>
            """
        let items = events.map { event -> HTML in
            """
            <li><strong>\(event.state == .new ? "Opened again" : event.state.word)</strong> \
            \(LinkedText.html(event.why)) <span class="muted">(\(event.author.name), \(event.instant.words))</span></li>
            """
        }
        return """
            <section aria-labelledby="history"><h2 id="history">What was done</h2>
            <p>\(LedgerSentences.history(items.count, found: entry.found))</p><ol>\(begin)\(items)</ol></section>
            """
    }
}
