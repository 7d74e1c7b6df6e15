import Markup
import Sightline
import Statistics
import Storage

extension StrandsPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.unit(unit.id).path)">\(unit.name)</a></p><h1>\(title)</h1></div>
        <p class="lede">\(StripSentences.whole(strip))</p>
        \(Strip.unmeasured.map { strand in
            Self.part(
                strand.rawValue,
                strand.word,
                .cannotTell,
                StripSentences.unmeasured(strand),
                strand == .leadership ? activities : nil
            )
        })
        \(tests)
        \(strip.results.map(results))
        \(KeptMeasures.note(kept))
        </div>
        """
    }

    private static func part(
        _ id: String,
        _ name: String,
        _ state: StrandState,
        _ sentence: String,
        _ rest: HTML?
    ) -> HTML {
        """
        <section aria-labelledby="\(id)"><h2 id="\(id)">\(name): \(state.word.lowercased())</h2>
        <p>\(sentence)</p>\(rest)</section>
        """
    }

    private var activities: HTML {
        "<p><a href=\"\(Address.activities(.list(unit.id)).path)\">What leaders did together</a></p>"
    }

    // MARK: Tests of change

    private var tests: HTML {
        let cycles = evidence.cycles.sorted { left, right in
            left.reading.cycle.instant > right.reading.cycle.instant
        }
        let items = cycles.map { cycle -> HTML in
            let (reading, programme) = (cycle.reading, cycle.programme)
            let features = reading.fidelity.met.count
            let isClosed = reading.cycle.phase == .closed
            let says =
                isClosed
                ? (reading.fidelity.isWhole
                    ? "closed, with all five features" : "closed, with \(features) of five")
                : (reading.cycle.isStuck(on: today) ? "open for more than six weeks" : "open")
            let path = Address.cycle(programme.unit, programme.id, reading.cycle.id).path
            return """
                <li><a href="\(path)">\(reading.cycle.question)</a> <span class="muted">\(programme.title): \
                \(says)</span></li>
                """
        }
        let list: HTML? = items.isEmpty ? nil : "<p>\(StripSentences.tests(items.count))</p><ul>\(items)</ul>"
        return Self.part(
            Strand.testsOfChange.rawValue,
            Strand.testsOfChange.word,
            strip.cycles.state,
            StripSentences.cycles(strip.cycles),
            "<p class=\"muted\">\(StripSentences.cyclesRule)</p>\(list)"
        )
    }

    // MARK: Results

    private func results(_ result: ResultsEvidence) -> HTML {
        let own = evidence.series.filter { $0.measure.stakeholder == result.stakeholder }
        let going = evidence.signals.filter { $0.place?.measure.stakeholder == result.stakeholder }
        let counted = own.filter { $0.measure.role != .balancing }
        let balancing = own.filter { $0.measure.role == .balancing }
        let lists: HTML = """
            <p class="muted">\(StripSentences.rule)</p>
            \(Self.list("Signals that go on", StripSentences.goingOn(going.count), going.map(signal)))
            \(Self.folded(StripSentences.series(counted.count, balancing: false), counted.map(line)))
            \(Self.folded(StripSentences.series(balancing.count, balancing: true), balancing.map(line)))
            """
        return Self.part(
            "results-\(result.stakeholder.rawValue)",
            "Results for \(result.stakeholder.plural.lowercased())",
            result.state,
            StripSentences.results(result),
            lists
        )
    }

    private static func list(_ heading: String, _ told: String, _ items: [HTML]) -> HTML? {
        items.isEmpty ? nil : "<h3>\(heading)</h3><p>\(told)</p><ul>\(items)</ul>"
    }

    /// Most series say nothing new: they wait until they are asked for.
    private static func folded(_ told: String, _ items: [HTML]) -> HTML? {
        items.isEmpty ? nil : "<details><summary>\(told)</summary><ul>\(items)</ul></details>"
    }

    private func signal(_ entry: LedgerEntry) -> HTML {
        let out = entry.standsOut ? "more than chance would give" : "perhaps chance"
        let balancing = entry.place?.measure.role == .balancing ? ", balancing" : ""
        return """
            <li><a href="\(Address.signal(entry.unit.id, entry.id).path)">\(entry.name)</a> \
            <span class="muted">\(entry.meaning.word.lowercased())\(balancing), \(out).</span> \
            \(SignalSentences.what(entry))</li>
            """
    }

    private func line(_ row: MeasureTable.Row) -> HTML {
        let standing =
            switch StripEvidence.standing(of: row, on: today) {
            case .judged: "judged"
            case .tooFew: "not judged: too few points"
            case .late: "not judged: its data is late"
            }
        return
            "<li>\(row.link(on: unit.id)) <span class=\"muted\">\(standing). \(row.status.sentence)</span></li>"
    }
}
