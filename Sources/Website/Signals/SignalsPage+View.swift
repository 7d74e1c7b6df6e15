import Markup
import Sightline
import Statistics
import Storage

extension SignalsPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>Signals</h1>
        <p class="lede">\(LedgerSentences.summary(reading))</p></div>
        <p>\(LedgerSentences.pace(pace))</p>
        <details><summary>How this is reckoned</summary><p>\(LedgerSentences.method)</p></details>
        \(filters)
        <section><h2 id="ledger">In the ledger</h2><p>\(told)</p>
        \(entries.isEmpty ? none : list)
        <p class="muted small">\(LedgerSentences.order)</p></section>
        \(mayAnnotate ? raising(in: frame) : nil)
        \(KeptMeasures.note(kept))
        </div>
        """
    }

    private var told: String {
        LedgerSentences.listed(count, from: (number - 1) * Self.length + 1, shown: entries.count)
    }

    private var filters: HTML {
        let state = FormState([
            "state": query.states.rawValue, "meaning": query.meaning?.rawValue ?? "", "show": query.shownWord,
        ])
        let meanings = [(value: "", label: "All")] + Signal.Meaning.allCases.map { ($0.rawValue, $0.word) }
        let shown = [
            (value: "", label: "Everyone’s"), ("mine", "Mine"),
            ("overdue", "Overdue: the day to look again has passed"),
        ]
        return """
            <form class="filters" method="get" action="\(Address.signals(unit.id).path)" role="search">
            \(state.choice("state", "State", of: LedgerQuery.States.allCases.map { ($0.rawValue, $0.word) }))
            \(state.choice("meaning", "Wanted or not", of: meanings))
            \(state.choice("show", "Whose", of: shown))
            <p class="actions"><button>Show</button></p></form>
            """
    }

    private var none: HTML {
        """
        <p><a href="\(Address.signals(unit.id).path(["state": "all"]))">Show all</a></p>
        """
    }

    private var list: HTML {
        """
        <div class="scroll" role="region" aria-labelledby="ledger" tabindex="0"><table class="carded"><thead><tr>
        <th scope="col">Signal</th><th scope="col">When</th><th scope="col">Wanted</th>
        <th scope="col">By chance</th><th scope="col">State</th><th scope="col">Owner</th>
        <th scope="col">Look again</th></tr></thead><tbody>\(entries.map(row))</tbody></table></div>\(pages)
        """
    }

    private func row(_ entry: LedgerEntry) -> HTML {
        let going: HTML? = entry.isGoingOn ? "<br><span class=\"muted small\">goes on</span>" : nil
        let out: HTML? = entry.standsOut ? "<br><strong class=\"small\">stands out</strong>" : nil
        let overdue: HTML? =
            entry.isOverdue(on: today) ? "<br><strong class=\"small\">overdue</strong>" : nil
        return """
            <tr><th scope="row"><a href="\(Address.signal(entry.unit.id, entry.id).path)">\(entry.name)</a>
            <span class="muted small">\(SignalSentences.what(entry)) \(entry.finder)</span></th>\
            <td data-name="When">\(SignalSentences.window(entry))\(going)</td>\
            <td data-name="Wanted">\(entry.meaning.word)</td>\
            <td data-name="By chance">\(SignalSentences.shortChance(entry) ?? "not known")\(out)</td>\
            <td data-name="State">\(entry.stateWords)</td>\
            <td data-name="Owner">\(entry.handling.owner?.name ?? "nobody")</td>\
            <td data-name="Look again">\(entry.handling.checkBack?.words ?? "no day set")\(overdue)</td></tr>
            """
    }

    private var pages: HTML? {
        guard pageCount > 1 else { return nil }
        let links = (1...pageCount).map { page -> HTML in
            let current: HTML = page == number ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(query.address(of: unit.id, page: page))\"\(current)>\(page)</a></li>"
        }
        return "<nav class=\"pages\" aria-label=\"Pages of the ledger\"><ol>\(links)</ol></nav>"
    }

    private func raising(in frame: Frame) -> HTML {
        let places =
            [(value: "", label: "\(unit.name) at large")]
            + series.map { row in
                let names = [row.measure.title, row.series.key.group].filter { !$0.isEmpty }
                return (row.series.id.pathText, names.joined(separator: ", "))
            }
        let meanings = Signal.Meaning.allCases.map { (value: $0.rawValue, label: $0.word) }
        let fields: HTML = """
            \(form.summary)
            \(form.paragraph("words", "What you saw", isRequired: true))
            \(form.choice("place", "Where", of: places))
            \(form.choice("strand", "What it is about", of: Strand.allCases.map { ($0.rawValue, $0.word) }))
            \(form.choice("meaning", "Is it wanted?", of: meanings))
            \(form.text("day", "On which day", options: .init(type: .date, isRequired: true)))
            <button>Raise it</button>
            """
        return """
            <details class="panel"\(form.problems.isEmpty ? "" as HTML : " open")><summary>Raise a signal by \
            hand</summary>
            <p>For what you have seen and no rule can find. Name no patient: all who may see this unit read it.</p>
            \(frame.form(to: .raisedSignals(unit.id), content: fields))</details>
            """
    }
}
