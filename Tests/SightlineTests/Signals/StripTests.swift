import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct StripTests {
    private static func evidence(_ change: (inout ResultsEvidence) -> Void) -> ResultsEvidence {
        var evidence = ResultsEvidence(.patient)
        (evidence.series, evidence.judged) = (3, 2)
        change(&evidence)
        return evidence
    }

    @Test func `a state follows from its evidence by the printed rule`() {
        let cases: [(StrandState, (inout ResultsEvidence) -> Void)] = [
            (.cannotTell, { $0.judged = 0 }),
            (.cannotTell, { ($0.judged, $0.wanted) = (0, 2) }),
            (.concern, { ($0.unwanted, $0.wanted) = (1, 5) }),
            (.working, { ($0.wanted, $0.faintlyUnwanted) = (1, 2) }),
            (.promising, { $0.faintlyWanted = 1 }),
            (.noSignal, { ($0.faintlyWanted, $0.faintlyUnwanted) = (1, 1) }),
            (.noSignal, { _ in }),
        ]
        for (state, change) in cases { #expect(Self.evidence(change).state == state) }
    }

    @Test func `working in one ledger while another pays is said in those words`() {
        let patients = Self.evidence { $0.wanted = 1 }
        var staff = ResultsEvidence(.staff)
        staff.balancingConcerns = ["Overtime"]
        let strip = Strip(results: [patients, staff, ResultsEvidence(.taxpayer)])
        #expect(
            StripSentences.tensions(strip) == [
                """
                Results are working for patients while a balancing measure of staff shows concern: Overtime.
                """
            ]
        )
        let calm = Strip(results: [Self.evidence { _ in }, staff])
        #expect(StripSentences.tensions(calm).isEmpty)
    }

    @Test(
        arguments: [
            (open: 0, stuck: 0, closed: 0, whole: 0, StrandState.cannotTell), (3, 0, 2, 2, .cannotTell),
            (0, 0, 3, 0, .concern), (0, 0, 3, 1, .promising), (0, 0, 4, 2, .working), (2, 1, 9, 9, .concern),
            (3, 1, 9, 9, .working), (1, 1, 0, 0, .concern),
        ]
    )
    func `tests of change are judged by how they were done, and by what is stuck`(
        open: Int,
        stuck: Int,
        closed: Int,
        whole: Int,
        state: StrandState
    ) {
        var evidence = CyclesEvidence()
        (evidence.open, evidence.stuck, evidence.closed, evidence.whole) = (open, stuck, closed, whole)
        #expect(evidence.state == state)
        let sentence = StripSentences.cycles(evidence)
        #expect(sentence.contains(open + closed == 0 ? "Nothing is measured yet" : "\(closed) closed"))
    }

    @Test func `what can't be told says what would be needed`() {
        for strand in Strip.unmeasured {
            #expect(StripSentences.unmeasured(strand).contains("What would be needed: "))
        }
        #expect(StripSentences.results(ResultsEvidence(.staff)).contains("would tell"))
    }

    @Test(arguments: TestEngine.available)
    func `the strip is read from status rows and signals that go on`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            var values = Samples.stable(40)
            values[39] = 160
            try await world.record(Samples.months(values), seed: 1)
            func strip(on day: String) async throws -> Strip {
                try await world.database.read { connection in
                    try Strip(
                        of: world.community.id,
                        today: Samples.day(day),
                        for: World.reader(on: connection),
                        on: connection
                    )
                }
            }
            let now = try await strip(on: "2023-05-01")
            #expect(now.results.map(\.stakeholder) == [.patient, .staff, .taxpayer])
            #expect(now.results[0].unwanted > 0 && now.results[0].state == .concern)
            #expect(now.results[1].state == .cannotTell && now.results[1].series == 0)
            // Data that is long overdue says nothing of today.
            let later = try await strip(on: "2024-05-01")
            #expect(later.results[0].judged == 0 && later.results[0].state == .cannotTell)
        }
    }
}
