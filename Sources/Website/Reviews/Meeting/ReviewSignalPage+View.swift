import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension ReviewSignalPage {
    func content(in frame: Frame) -> HTML {
        """
        <article class="stack">
        <header><p class="kicker"><a href="\(review.address.path)">\(review.title)</a></p><h1>\(entry.name)</h1>
        <p class="lede">\(SignalSentences.what(entry))</p><p>\(SignalSentences.chance(entry) ?? "")</p>
        <p><span class="tag">\(entry.stateWords)</span> <a href="\(Address.signal(entry.unit.id, entry.id).path)">In \
        the ledger</a></p></header>
        \(figure)
        \(meaningSection(in: frame))
        \(decisionSection(in: frame))
        \(history?.section(in: frame, review.isOpen ? [.init(address: address)] : []))
        </article>
        """
    }

    private var figure: HTML? {
        guard let reading, !reading.picture.observations.isEmpty else { return nil }
        let wide = SeriesChart.chart(of: reading, size: .wide, showsTitle: false, idPrefix: "wide")
        let narrow = SeriesChart.chart(of: reading, size: .phone, showsTitle: false, idPrefix: "narrow")
        return """
            <figure class="panel chart"><div class="chart-wide">\(wide.svg())</div>
            <div class="chart-narrow">\(narrow.svg())</div>
            <figcaption><span>The signal: \(SignalSentences.window(entry)).</span></figcaption></figure>
            """
    }

    private func meaningSection(in frame: Frame) -> HTML {
        guard review.isOpen else {
            let text: HTML = "\(meaning.map { LinkedText.html($0.text) } ?? "Nothing was agreed.")"
            return "<section><h2>What it means to us</h2><p>\(text)</p></section>"
        }
        let choices =
            [(value: "", label: "Choose")]
            + SignalHandling.Certainty.allCases.map { (value: $0.rawValue, label: $0.word) }
        return """
            <section class="panel"><h2>What it means to us</h2>
            \(frame.form(to: address, content: """
                \(form.origin)\(form.summary)
                \(form.choice("certainty", "Cause", of: choices))
                \(form.paragraph("agreed", "What we agree that it means",
                    hint: "Where you don’t agree, write that down: it is a finding.", isRequired: true))
                <button>Save what was agreed</button>
                """))</section>
            """
    }

    private func decisionSection(in frame: Frame) -> HTML {
        let items = decisions.map { $0.item(on: today) }
        let told = MeetingSentences.part(.decisions, items.count, of: items.count)
        let list: HTML =
            "<p>\(told)</p>\(items.isEmpty ? nil : "<ul class=\"signals\">\(items)</ul>" as HTML)"
        guard review.isOpen else { return "<section><h2>What was decided</h2>\(list)</section>" }
        let state = FormState()
        return """
            <section class="panel"><h2>What we do about it</h2>\(list)
            \(frame.form(to: .reviews(.decisions(unit.id, review.id)), content: """
                <input type="hidden" name="about" value="signal-\(entry.id.pathText)">
                \(decision.fields(state))<button>Save the decision</button>
                """))</section>
            """
    }
}
