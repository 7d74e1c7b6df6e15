import Sightline
import Statistics
import Storage
import Testing

/// What lists, tables, cards, ramps and boards say, by example: read it like a page.
struct ListSentencesTests {
    private static func cycle(
        _ number: Int,
        _ phase: Cycle.Phase = .closed,
        _ decision: Cycle.Decision? = nil
    ) -> Cycle {
        let context = Samples.context(UInt64(number + 1))
        var cycle = Cycle(
            id: context.makeID(),
            programme: context.makeID(),
            idea: context.makeID(),
            number: number,
            question: "Does it help?",
            author: context.author,
            instant: context.now
        )
        cycle.phase = phase
        cycle.decision = decision
        return cycle
    }

    @Test func `a card counts the newest point of each series`() {
        let card = UnitHome.Card(
            stakeholder: .patient,
            counts: [.concern: 2, .commonCause: 5, .tooFew: 1, .high: 1],
            expectedByChance: 0,
            withKnownChance: 0
        )
        #expect(
            ListSentences.card(card) == """
                9 series, by the newest point of each: 2 concern, 1 high or low, 5 no signal, \
                1 too few points to tell.
                """
        )
        let empty = UnitHome.Card(stakeholder: .staff, counts: [:], expectedByChance: 0, withKnownChance: 0)
        #expect(ListSentences.card(empty) == "Nothing is measured yet.")
    }

    @Test func `what was checked is told with what chance alone would give, and where that isn't known`() {
        let cases: [((Int, Int, Double, Int), String)] = [
            ((12, 1, 0.3, 12), "12 series checked, 1 signal; chance alone would give less than one."),
            (
                (1_240, 31, 12.4, 1_200),
                "1,240 series checked, 31 signals; chance alone would give about 12 (known for 1200 of them)."
            ),
            ((3, 0, 0, 0), "3 series checked, 0 signals; how many chance alone would give is not known."),
        ]
        for ((checked, signals, expected, known), sentence) in cases {
            #expect(
                ListSentences.chance(checked: checked, signals: signals, expected: expected, known: known)
                    == sentence
            )
        }
    }

    @Test func `a ramp tells each cycle and what became of it, an abandoned one like any other`() {
        let ramp = [Self.cycle(1, .closed, .adapt), Self.cycle(2, .closed, .abandon), Self.cycle(3, .do)]
        #expect(
            CycleSentences.ramp(ramp) == """
                A ramp of 3 cycles: cycle 1 adapted, cycle 2 abandoned, cycle 3 being done. The newest is still open.
                """
        )
        #expect(CycleSentences.ramp([Self.cycle(1, .closed, .adopt)]) == "One cycle: cycle 1 adopted.")
        #expect(CycleSentences.ramp([]) == "There is no cycle yet.")
    }

    @Test func `a headline is a share and not a number of cycles`() {
        #expect(
            CycleSentences.headline(whole: 1, closed: 3)
                == "1 of 3 closed cycles (33%) has all five features of a good test."
        )
        #expect(CycleSentences.headline(whole: 0, closed: 0).hasPrefix("No cycle has been closed yet"))
    }

    @Test func `lists say how many, from when to when, and in which order`() {
        let newest = Samples.context(1).now
        let older = newest.advanced(bySeconds: -3 * 86_400)
        #expect(
            ListSentences.audit(2, from: older, to: newest, isMore: true)
                == "2 records from 11 November 2023 to 14 November 2023, the newest first. Older ones follow."
        )
        #expect(
            ListSentences.audit(0, from: nil, to: nil, isMore: false) == "Nothing is on record that fits."
        )
        #expect(
            ListSentences.recordings(3, newest: newest)
                == "The newest 3 recordings, the last on 14 November 2023. Each can be taken back."
        )
        #expect(
            CycleSentences.programmes(2, open: 3, stuck: 1)
                == "2 programmes; 3 cycles are open, 1 of them for more than six weeks."
        )
    }

    @Test func `a strip counts its states, and says that each follows from a rule`() {
        let strip = Strip(results: Stakeholder.allCases.map { ResultsEvidence($0) })
        #expect(
            StripSentences.whole(strip)
                == "Of 7 rows: 7 cannot tell. Each state follows from its evidence by a printed rule."
        )
    }

    @Test func `the time to know names the change, how sure, and whether weeks would help`() throws {
        let picture = try Samples.picture(Samples.stable(36))
        let phase = try #require(picture.analysis.phases.first)
        let limits = try #require(phase.limits)
        let centre = try #require(phase.centreLine?[0])
        let sigma = (try #require(limits.upper[0]) - centre) / 3
        let two = TimeToKnowSentences.answer(2 * sigma, in: picture)
        #expect(two.contains("(2.0 standard deviations of this chart) would show four times in five within "))
        #expect(!two.contains("at most"))
        #expect(two.contains("Numbers for every week") || two.contains("numbers for every week"))
        #expect(TimeToKnowSentences.answer(2.5 * sigma, in: picture).contains("within at most "))
        #expect(TimeToKnowSentences.answer(-2 * sigma, in: picture) == two)
        #expect(
            TimeToKnowSentences.answer(0.1 * sigma, in: picture).contains(
                "is smaller than any that was simulated"
            )
        )
        let short = try Samples.picture(Samples.stable(5))
        #expect(
            TimeToKnowSentences.answer(5, in: short)
                == """
                The chart can’t tell signals from chance before it has 8 more points: wait with the test for them, \
                or find older numbers.
                """
        )
    }

    @Test(arguments: [(ChartKind.movingRange, -5.0), (.t, 5), (.run, 5)])
    func `a change that nobody simulated, or on a chart that doesn't say how values vary, is told as such`(
        kind: ChartKind,
        change: Double
    ) throws {
        var measure = Samples.measure(kind: kind)
        measure.chart.rules = .mdc
        let picture = try Samples.picture(Samples.stable(36), measure)
        let answer = TimeToKnowSentences.answer(change, in: picture)
        #expect(answer.contains("can’t be told how long"))
        #expect(!answer.contains("would show"))
    }

    @Test func `a bin says until when its things can be taken out`() {
        func item(_ deleted: String, _ kept: String) -> (Timestamp, Timestamp) {
            func instant(_ day: String) -> Timestamp {
                Timestamp(microseconds: Int64(Samples.day(day).number) * 86_400_000_000)
            }
            return (instant(deleted), instant(kept))
        }
        #expect(ListSentences.bin([]) == "There is nothing in it that you could take out.")
        #expect(
            ListSentences.bin([item("2026-03-02", "2026-04-01")])
                == "1 thing, deleted on 2 March 2026. It is deleted for good on 1 April 2026."
        )
        #expect(
            ListSentences.bin([item("2026-03-20", "2026-04-19"), item("2026-03-02", "2026-04-01")]) == """
                2 things, the newest deleted on 20 March 2026. The first is deleted for good on 1 April 2026.
                """
        )
    }

    @Test func `what people wrote is counted, with the day of the newest`() {
        func told(_ days: [String]) -> String {
            ListSentences.written(days.map { Samples.day($0) }, one: "page", several: "pages")
        }
        #expect(told([]) == "There is none here that you may read.")
        #expect(told(["2026-03-02"]) == "1 page, of 2 March 2026.")
        #expect(told(["2026-03-02", "2026-03-05"]) == "2 pages, the newest of 5 March 2026.")
    }
}
