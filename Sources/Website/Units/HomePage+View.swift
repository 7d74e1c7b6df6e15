import Drawing
import Markup
import Sightline
import Statistics

extension HomePage {
    func content(in frame: Frame) -> HTML {
        """
        \(Icon.definitions)<div class="stack">
        <div><p class="kicker">\(unit.kind.word)\(membership)</p><h1>\(unit.name)</h1>\(absence)</div>
        \(home.total == 0 ? beginning : overview)
        <p><a href="\(Address.reports(.list(unit.id)).path)">Pages written for others</a> · \
        <a href="\(Address.stories(unit.id).path)">Stories and learning notes</a> · \
        <a href="\(Address.packs(.list(unit.id)).path)">Packs of measures</a></p>
        \(KeptMeasures.note(kept))
        </div>
        """
    }

    private var membership: String {
        unit.membership == .joined ? "" : ", \(unit.membership.word.lowercased())"
    }

    private var overview: HTML {
        """
        <div><p class="lede">\(home.summary)</p>
        <p class="muted">A series is one measure in one unit.</p></div>
        <div class="cards">\(home.cards.map(card))</div>
        <div class="columns">\(signalList)\(dueList)</div>
        \(stripSection)
        """
    }

    private func card(_ card: UnitHome.Card) -> HTML {
        let rows = Verdict.allCases.map { verdict -> HTML in
            let count = card.counts.reduce(0) { $0 + (Verdict($1.key) == verdict ? $1.value : 0) }
            guard count > 0 else { return "<li>\(verdict.html)<span class=\"number zero\">0</span></li>" }
            let table = Address.measures(unit.id).path([
                "stakeholder": card.stakeholder.rawValue, "variation": verdict.filter.rawValue,
            ])
            return """
                <li><a href="\(table)">\(verdict.html)<span class="visually-hidden">: </span><span \
                class="number">\(count)</span></a></li>
                """
        }
        let counts: HTML = "<ul class=\"counts\">\(rows)</ul>"
        return """
            <section class="card"><h2>\(card.stakeholder.plural)</h2>
            <p class="muted small">\(ListSentences.card(card))</p>\(card.total == 0 ? nil : counts)
            </section>
            """
    }

    private var signalList: HTML {
        let told = HomeSentences.signals(home.signals.count, of: home.signalCount)
        let list: HTML = "<ul class=\"signals\">\(home.signals.map { $0.signal(on: unit.id) })</ul>"
        let more: HTML? =
            home.signalCount > home.signals.count
            ? "<p><a href=\"\(signalTable)\">All \(home.signalCount) in the table</a></p>"
            : nil
        return """
            <section class="panel" aria-labelledby="signals"><h2 id="signals">Newest signals</h2>
            <p class="muted">\(told)</p>\(home.signals.isEmpty ? nil : list)\(more)
            <p><a href="\(Address.signals(unit.id).path)">All signals, past ones too, and what was made of \
            them</a></p></section>
            """
    }

    /// The table of all signals, the newest first.
    private var signalTable: String {
        Address.measures(unit.id).path([
            "variation": VariationFilter.signal.rawValue, "sort": "last-signal", "order": "descending",
        ])
    }

    private var dueList: HTML {
        let rows = home.due.map { row -> HTML in
            let day = row.status.dueDay.map { "expected by \($0.words)" } ?? ""
            return "<li>\(row.link(on: unit.id))<span class=\"muted small\">\(day)</span></li>"
        }
        let told = HomeSentences.due(home.due.count, of: home.dueCount)
        let list: HTML = "<ul class=\"signals\">\(rows)</ul>"
        let enter: HTML? =
            mayRecordData && !home.due.isEmpty
            ? "<p><a class=\"button quiet\" href=\"\(Address.imports(unit.id).path)\">Import data</a></p>"
            : nil
        return """
            <section class="panel" aria-labelledby="due"><h2 id="due">Data that is due</h2>
            <p class="muted">\(told)</p>\(home.due.isEmpty ? nil : list)\(enter)</section>
            """
    }
}
