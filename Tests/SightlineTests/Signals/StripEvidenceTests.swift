import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct StripEvidenceTests {
    /// Stable for two years, then eight months far above.
    private static let shifted = Samples.stable(24) + Samples.stable(8).map { $0 + 12 }

    @Test(arguments: TestEngine.available)
    func `what a state is told from can be counted one by one`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            try await world.record(Samples.months(Samples.stable(4)), in: world.south, seed: 2)
            let made = try await world.theorise(seed: 3)
            let done = try await world.plan(of: made, seed: 4)
            try await world.finish(done, of: made, seed: 5)
            _ = try await world.plan(of: made, seed: 6)
            let today = Samples.day("2022-09-01")
            let (strip, evidence) = try await world.database.read { connection in
                let reader = try World.reader(on: connection)
                let unit = world.community.id
                return (
                    try Strip(of: unit, today: today, for: reader, on: connection),
                    try StripEvidence(of: unit, for: reader, on: connection)
                )
            }
            for result in strip.results {
                let own = evidence.series.filter {
                    $0.measure.stakeholder == result.stakeholder && $0.measure.role != .balancing
                }
                #expect(own.count == result.series)
                #expect(own.count { StripEvidence.standing(of: $0, on: today) == .judged } == result.judged)
                let going = evidence.signals.filter { $0.place?.measure.stakeholder == result.stakeholder }
                let counted = [
                    result.wanted, result.unwanted, result.faintlyWanted, result.faintlyUnwanted,
                ].reduce(0, +)
                #expect(going.count { $0.meaning != .neither } == counted)
            }
            let cycles = evidence.cycles.map(\.reading)
            #expect(cycles.count { $0.cycle.phase == .closed } == strip.cycles.closed && cycles.count == 2)
            #expect(cycles.count { $0.cycle.isStuck(on: today) } == strip.cycles.stuck)
        }
    }

    @Test(arguments: TestEngine.available)
    func
        `a remembered strip is read anew after a change, is each reader's own, and is told to each one's trail`(
            engine: TestEngine
        ) async throws
    {
        try await World.run(on: engine) { world in
            var kept = Samples.measure("kept", seed: 7)
            kept.unit = world.north.id
            let measure = kept
            try await world.database.write { try MeasureStore.insert(measure, Samples.context(8), on: $0) }
            try await world.record(Samples.months(Self.shifted), of: measure, seed: 9)
            let memory = StripMemory()
            let today = Samples.day("2022-09-01")
            func ask(_ unit: Unit, _ seed: UInt64) async throws -> (Strip, ReadLog) {
                let log = ReadLog()
                let account = Account(
                    id: Samples.context(seed).makeID(),
                    person: Person(id: Samples.context(seed + 50).makeID(), name: "Sam"),
                    roles: [RoleGrant(role: .viewer, unit: unit.id)],
                    isActive: true
                )
                let strip = try await world.database.read { connection in
                    let all = try World.reader(on: connection)
                    let reader = Readership(account, all.measures, all.tree, log: log)
                    return try memory.strip(of: world.north.id, today: today, for: reader, on: connection)
                }
                return (strip, log)
            }
            for _ in 0..<2 {
                let (own, log) = try await ask(world.north, 10)
                #expect(own.results.first?.series == 1)
                #expect(log.measures.map(\.id) == [measure.id])
                let (foreign, silent) = try await ask(world.community, 11)
                #expect(foreign.results.first?.series == 0 && silent.measures.isEmpty)
            }
            try await world.record(Samples.months(Samples.stable(20)), seed: 12)
            #expect(try await ask(world.north, 10).0.results.first?.series == 2)
        }
    }

    @Test(arguments: TestEngine.available)
    func `why a cycle is stuck is told from its record`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise(seed: 20)
            let start: Int64 = 1_700_000_000
            let cycle = try await world.plan(of: made, seed: 21, at: start) { $0.measure = world.falls.id }
            func stuck(after days: Int32, latest: Day? = nil) async throws -> StuckCycle? {
                let reading = try #require(try await world.reading(of: cycle, in: made))
                let planned = cycle.instant.day
                return StuckCycle(reading, latest: latest, on: planned.advanced(by: Int(days)) ?? planned)
            }
            #expect(try await stuck(after: 42) == nil)
            let waiting = try #require(try await stuck(after: 43))
            #expect(waiting.missing == .beginning && waiting.days == 43 && waiting.lacksData == nil)
            #expect(CycleSentences.why(waiting).hasPrefix("Open for 43 days, and the test has not begun"))
            let context = Samples.context(22, at: start)
            try await world.database.write { connection in
                try CycleStore.begin(cycle, on: context.now.day, in: made.programme, context, on: connection)
            }
            let begun = try #require(try await stuck(after: 50))
            #expect(begun.missing == .study && begun.lacksData == true)
            #expect(CycleSentences.why(begun).hasSuffix("Its measure has no point since it began."))
            #expect(try await stuck(after: 50, latest: cycle.instant.day)?.lacksData == false)
            #expect(
                CycleSentences.board(open: 3, [waiting, begun])
                    == "3 cycles are open, 2 of them stuck: 1 waits for the test to begin, 1 waits for what happened."
            )
        }
    }
}
