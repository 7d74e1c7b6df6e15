import Sightline
import Statistics
import Storage
import Testing

/// That no sentence says more than what it is made from, over seeded random cases.
struct SentencePropertyTests {
    /// Words that would name a cause or a certainty that no analysis has.
    private static let overclaims = [
        "because of", "caused", "thanks to", "due to", "led to", "proves", "certainly", "significant",
        "definitely",
        "as a result", "works well", "success",
    ]

    static func checkForm(_ text: String, _ comment: Comment) {
        #expect(text.hasSuffix("."), comment)
        #expect(!text.contains("  ") && !text.contains("Optional") && !text.contains(".."), comment)
        let low = text.lowercased()
        for word in overclaims { #expect(!low.contains(word), "\(word): \(text)") }
    }

    @Test(arguments: 0..<200)
    func `the rows of a strip say as much as their evidence bears`(seed: Int) {
        var bits = SeededBits(UInt64(seed))
        var results: [ResultsEvidence] = []
        for stakeholder in Stakeholder.allCases {
            var evidence = ResultsEvidence(stakeholder)
            evidence.series = Int.random(in: 0...6, using: &bits)
            evidence.judged = Int.random(in: 0...evidence.series, using: &bits)
            if evidence.judged > 0 {
                evidence.wanted = Int.random(in: 0...2, using: &bits)
                evidence.unwanted = Int.random(in: 0...2, using: &bits)
                evidence.faintlyWanted = Int.random(in: 0...2, using: &bits)
                evidence.faintlyUnwanted = Int.random(in: 0...2, using: &bits)
            }
            if Bool.random(using: &bits) { evidence.balancingConcerns = ["Overtime"] }
            results.append(evidence)
            let text = StripSentences.results(evidence)
            Self.checkForm(text, "\(evidence)")
            let isSure = evidence.state == .working || evidence.state == .concern
            #expect(text.contains("more than chance") == isSure, "\(text)")
            if text.contains("perhaps chance") { #expect(evidence.unwanted + evidence.wanted == 0) }
            #expect(text.contains("would tell") == (evidence.state == .cannotTell), "\(text)")
            if evidence.state == .cannotTell { #expect(!text.contains("signal")) }
        }
        var cycles = CyclesEvidence()
        cycles.open = Int.random(in: 0...4, using: &bits)
        cycles.stuck = Int.random(in: 0...cycles.open, using: &bits)
        cycles.closed = Int.random(in: 0...5, using: &bits)
        cycles.whole = Int.random(in: 0...cycles.closed, using: &bits)
        let strip = Strip(results: results, cycles: cycles)
        let told = StripSentences.cycles(cycles)
        Self.checkForm(told, "\(cycles)")
        let isEmpty = cycles.open + cycles.closed == 0
        #expect(told.contains("would tell") == (cycles.state == .cannotTell && !isEmpty))
        let whole = StripSentences.whole(strip)
        Self.checkForm(whole, "\(strip)")
        let states = results.map(\.state) + [cycles.state]
        #expect(whole.contains(" working") == states.contains(.working))
        #expect(whole.contains(" concern") == states.contains(.concern))
        for tension in StripSentences.tensions(strip) {
            #expect(states.contains(.working) && tension.contains("shows concern"))
        }
        #expect(
            StripSentences.tensions(strip).isEmpty
                == !results.contains { working in
                    working.state == .working
                        && results.contains {
                            !$0.balancingConcerns.isEmpty && $0.stakeholder != working.stakeholder
                        }
                }
        )
    }

    @Test(arguments: 0..<100)
    func `a card and a line of what was checked count nothing twice and nothing that isn't there`(seed: Int) {
        var bits = SeededBits(UInt64(seed))
        var counts: [Variation: Int] = [:]
        let all: [Variation] = [.improvement, .concern, .high, .low, .commonCause, .tooFew]
        for variation in all where Bool.random(using: &bits) {
            counts[variation] = Int.random(in: 0...30, using: &bits)
        }
        let card = UnitHome.Card(
            stakeholder: .staff,
            counts: counts,
            expectedByChance: 0,
            withKnownChance: 0
        )
        let text = ListSentences.card(card)
        Self.checkForm(text, "\(counts)")
        #expect(text.contains("improvement") == ((counts[.improvement] ?? 0) > 0))
        #expect(text.contains("concern") == ((counts[.concern] ?? 0) > 0))
        #expect(text.contains("no signal") == ((counts[.commonCause] ?? 0) > 0))
        let numbers = text.matches(of: /[0-9]+/).compactMap { Int($0.output) }
        if card.total > 0 { #expect(numbers.dropFirst().reduce(0, +) == card.total, "\(text)") }
        let checked = Int.random(in: 0...900, using: &bits)
        let known = Int.random(in: 0...checked, using: &bits)
        let line = ListSentences.chance(
            checked: checked,
            signals: Int.random(in: 0...checked, using: &bits),
            expected: Double(known) / 20,
            known: known
        )
        Self.checkForm(line, "\(checked)")
        #expect(line.contains("not known") == (known == 0))
        #expect(line.contains("(known for") == (known > 0 && known < checked))
        #expect(!line.contains("improvement") && !line.contains("concern"))
    }

    @Test(arguments: 0..<150)
    func `the time to know never promises, and tells nothing where nothing is known`(seed: Int) throws {
        var bits = SeededBits(UInt64(seed))
        let kinds = [ChartKind.individuals, .run, .c, .movingRange]
        let kind = kinds.randomElement(using: &bits) ?? .run
        let name = RuleSet.Name.allCases.randomElement(using: &bits) ?? .mdc
        var measure = Samples.measure(kind: kind)
        measure.chart.rules = RuleSet(name)
        let values: [Double?] = (0..<Int.random(in: 0...40, using: &bits)).map { _ in
            (100 + Double.random(in: -10...10, using: &bits)).rounded()
        }
        let picture = try Samples.picture(values, measure)
        let change = Double.random(in: -60...60, using: &bits)
        let text = TimeToKnowSentences.answer(change, in: picture)
        Self.checkForm(text, "\(kind) \(name) \(values.count)")
        #expect(!text.contains("will show") && !text.contains("always"))
        let isTold = text.contains("would show four times in five")
        let times = TimeToKnow.table(chart: kind, rules: measure.chart.rules, period: .month)
        if isTold {
            #expect(times.contains { $0.time != nil })
            #expect(picture.analysis.phases.contains { $0.limits != nil })
        }
        if values.count < measure.chart.minimumPoints { #expect(!isTold) }
        if kind == .run || kind == .movingRange && change < 0 { #expect(!isTold) }
        if let months = text.firstMatch(of: /within (at most )?([0-9]+) months?/),
            let most = Int(months.output.2)
        {
            #expect(times.contains { $0.time?.eightyPercent?.points == most }, "a figure that was simulated")
        }
    }

    @Test(arguments: 0..<100)
    func `a ramp and its strip name every cycle once, and no effect`(seed: Int) throws {
        var bits = SeededBits(UInt64(seed))
        let context = Samples.context(UInt64(seed) + 5)
        let count = Int.random(in: 1...6, using: &bits)
        let cycles = (1...count).map { number in
            var cycle = Cycle(
                id: context.makeID(),
                programme: context.makeID(),
                idea: context.makeID(),
                number: number,
                question: "Why?",
                author: context.author,
                instant: context.now
            )
            cycle.phase = Cycle.Phase.allCases.randomElement(using: &bits) ?? .plan
            if cycle.phase != .plan { cycle.began = Samples.month(number) }
            if cycle.phase == .closed { cycle.decision = Cycle.Decision.allCases.randomElement(using: &bits) }
            return cycle
        }
        let text = CycleSentences.ramp(cycles)
        Self.checkForm(text, "\(count)")
        for cycle in cycles { #expect(text.split(separator: "cycle \(cycle.number) ").count == 2) }
        #expect(text.contains("still open") == (cycles.last?.phase != .closed))
        let abandoned = cycles.count { $0.decision == .abandon }
        #expect(text.matches(of: /abandoned/).count == abandoned)
        let values: [Double?] = Samples.stable(36)
        let picture = try Samples.picture(values)
        let strip = CycleSentences.strip(cycles, under: picture)
        Self.checkForm(strip, "\(count)")
        #expect(strip.hasSuffix("What follows a test may have other causes."))
        #expect(!strip.contains("improvement") && !strip.contains("concern"), "a stable chart shows neither")
    }

    @Test(arguments: 0..<100)
    func `what a signal says follows from its window alone`(seed: Int) {
        var bits = SeededBits(UInt64(seed))
        let rule = Rule.allCases.randomElement(using: &bits) ?? .shift
        let context = Samples.context(UInt64(seed) + 9)
        let first = Samples.month(Int.random(in: 0...20, using: &bits))
        let last = Bool.random(using: &bits) ? first : Samples.month(Int.random(in: 21...40, using: &bits))
        let side = [Side.above, .below].randomElement(using: &bits)
        let signal = Signal(
            id: context.makeID(),
            series: context.makeID(),
            window: SignalWindow(rule: rule, side: side, firstDay: first, lastDay: last, completedDay: last),
            rules: .mdc,
            rulesVersion: 1,
            meaning: Signal.Meaning.allCases.randomElement(using: &bits) ?? .neither,
            chance: nil,
            firstEdition: 1,
            found: context.now
        )
        let unit = Unit(id: context.makeID(), parent: nil, kind: .community, name: "Valley")
        let entry = LedgerEntry(
            origin: .rule(signal),
            unit: unit,
            place: nil,
            state: .new,
            handling: SignalHandling(),
            chance: nil
        )
        let text = SignalSentences.what(entry)
        Self.checkForm(text, "\(rule)")
        #expect(
            !text.contains("improvement") && !text.contains("concern"),
            "what is wanted is said elsewhere"
        )
        #expect(text.contains("a shift") == [.shift, .westernElectric4, .nelson2].contains(rule))
        #expect(text.contains("a trend") == [.trend, .nelson3].contains(rule))
        #expect(SignalSentences.chance(entry) == nil, "no figure where none is known")
    }
}
