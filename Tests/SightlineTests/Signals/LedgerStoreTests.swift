import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct LedgerStoreTests {
    private static let owner = Author(name: "Bo")

    private static func reading(_ world: World, of unit: Unit? = nil) async throws -> LedgerReading {
        let id = (unit ?? world.community).id
        return try await world.database.read { connection in
            try LedgerStore.reading(of: id, for: World.reader(on: connection), on: connection)
        }
    }

    /// Takes a step with a signal as it stands.
    private static func take(
        _ step: SignalStep,
        with entry: LedgerEntry,
        seenIn state: Signal.State? = nil,
        seed: UInt64 = 50,
        in world: World
    ) async throws {
        try await world.database.write { connection in
            try LedgerStore.take(
                step,
                with: entry,
                seenIn: state ?? entry.state,
                Samples.context(seed),
                on: connection
            )
        }
    }

    /// Stable for two years, then eight months far above.
    private static let shifted = Samples.stable(24) + Samples.stable(8).map { $0 + 12 }

    @Test(arguments: TestEngine.available)
    func `the ledger has what rules found, with its chance, below a unit and nowhere else`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            try await world.record(Samples.months(Samples.stable(30)), in: world.south, seed: 2)
            let all = try await Self.reading(world)
            #expect(all.checked == 2 && all.found > 0)
            #expect(all.entries.allSatisfy { $0.unit == world.north && $0.state == .new })
            #expect(all.entries.allSatisfy { ($0.chance ?? 2) <= 1 })
            #expect(try await Self.reading(world, of: world.south).found == 0)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is far less likely than chance stands out, and among many dull series less does`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            // A point so far out that no number of series could explain it.
            var values = Samples.stable(40)
            values[39] = 160
            try await world.record(Samples.months(values), seed: 1)
            let reading = try await Self.reading(world)
            let out = reading.entries.filter(\.standsOut)
            #expect(reading.standingOut == out.count && !out.isEmpty)
            let chance = try #require(out.first?.chance)
            #expect(chance < 0.05)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a signal is explained, acted on and settled, and the record says who and why`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            func entry() async throws -> LedgerEntry {
                try #require(try await Self.reading(world).entries.min { $0.id < $1.id })
            }
            let day = Samples.day("2024-03-01")
            try await Self.take(.explain(.init(.suspected, "New ward")), with: try await entry(), in: world)
            let act = SignalStep.act(response: "Ring falls team", owner: Self.owner, checkBack: day)
            try await Self.take(act, with: try await entry(), in: world)
            let acting = try await entry()
            #expect(acting.state == .acting)
            #expect(acting.handling.cause == .init(.suspected, "New ward"))
            #expect(acting.handling.owner == Self.owner && acting.handling.checkBack == day)
            #expect(!acting.isOverdue(on: day) && acting.isOverdue(on: Samples.day("2024-03-02")))
            try await Self.take(.settle(outcome: "Back to normal"), with: acting, in: world)
            let settled = try await entry()
            #expect(settled.state == .settled && !settled.isOpen)
            #expect(!settled.isOverdue(on: Samples.day("2024-03-02")))
            let (events, audit) = try await world.database.read { connection in
                (
                    try LedgerStore.events(of: settled.id, on: connection),
                    try AuditStore.records(within: world.north.id, limit: 10, on: connection) { _ in true }
                )
            }
            #expect(events.map(\.state) == [.explained, .acting, .settled])
            #expect(events.map(\.why) == ["New ward", "Ring falls team", "Back to normal"])
            #expect(events.allSatisfy { $0.author.name == "Ada" })
            let told = audit.filter { $0.entry.subject.kind == .signal }
            #expect(told.count == 3)
            #expect(told.allSatisfy { $0.entry.subject.measure == world.falls.id })
        }
    }

    @Test(arguments: TestEngine.available)
    func `a step that makes no sense changes nothing`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let entry = try #require(try await Self.reading(world).entries.first)
            let past = Samples.context().now.day
            let act = SignalStep.act(response: "Ring", owner: Self.owner, checkBack: past)
            let wrong: [(SignalStep, Signal.State, SignalStepError)] = [
                (.settle(outcome: "Done"), .new, .notAllowed(.settle, in: .new)),
                (.dismiss(reason: "Dull"), .acting, .movedOn(to: .new)),
                (.dismiss(reason: ""), .new, .textMissing),
                (act, .new, .checkBackPast(past)),
            ]
            for (step, state, error) in wrong {
                await #expect(throws: error) {
                    try await Self.take(step, with: entry, seenIn: state, in: world)
                }
            }
            let after = try await Self.reading(world).entries.first { $0.id == entry.id }
            #expect(after == entry)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a withdrawn signal keeps what was made of it and is marked`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let entry = try #require(try await Self.reading(world).entries.first)
            try await Self.take(.explain(.init(.known, "Counted twice")), with: entry, in: world)
            try await world.record(Samples.months(Samples.stable(32)), seed: 2)
            let after = try #require(try await Self.reading(world).entries.first { $0.id == entry.id })
            #expect(after.isWithdrawn && !after.isOpen && after.handling.cause?.text == "Counted twice")
            #expect(try await Self.reading(world).found == 0)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a series in the bin has no signals, and one deleted for good leaves nothing of them`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let entry = try #require(try await Self.reading(world).entries.first)
            let series = try #require(try await world.series())
            try await Self.take(.explain(.init(.known, "Ice")), with: entry, in: world)
            try await world.database.write { connection in
                let context = Samples.context(90)
                _ = try BinStore.delete(series.id, reason: "Wrong", context, on: connection)
            }
            #expect(try await Self.reading(world).entries.isEmpty)
            let late = Samples.context(91, at: 1_900_000_000)
            let left = try await world.database.write { connection in
                #expect(try BinStore.purgeExpired(late, on: connection) == 1)
                return try ["signal", "signal_handling", "signal_step", "raised_signal"].map { table in
                    try connection.one("SELECT COUNT(*) FROM \(table)", []) { try $0.integer(0) } ?? -1
                }
            }
            #expect(left == [0, 0, 0, 0])
        }
    }

    @Test(arguments: TestEngine.available)
    func `how soon people decide is told from the record`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let entries = try await Self.reading(world).entries.sorted { $0.id < $1.id }
            let entry = try #require(entries.first)
            try await world.database.write { connection in
                // Explained after one day, which decides nothing; dismissed after nine.
                for (days, step) in [
                    (Int64(1), SignalStep.explain(.init(.notFound, "Nobody knows"))),
                    (9, .dismiss(reason: "Dull")),
                ] {
                    let reader = try World.reader(on: connection)
                    let reading = try LedgerStore.reading(of: world.north.id, for: reader, on: connection)
                    let now = try #require(reading.entries.first { $0.id == entry.id })
                    let context = Samples.context(80, at: 1_700_000_000 + days * 86_400)
                    try LedgerStore.take(step, with: now, seenIn: now.state, context, on: connection)
                }
            }
            let reading = try await Self.reading(world)
            let pace = try await world.database.read { connection in
                LedgerPace(
                    reading,
                    since: .first,
                    decided: try LedgerStore.decisions(about: reading.entries, on: connection)
                )
            }
            #expect(pace.signals == entries.count && pace.explained == 1)
            #expect(pace.daysToDecision == [9] && pace.medianDays == 9)
            let later = LedgerPace(reading, since: Samples.day("2024-01-01"), decided: [:])
            #expect(later.signals == 0 && later.medianDays == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what a person raises is in the ledger of its unit, with and without a series`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Samples.stable(30)), seed: 1)
            let series = try #require(try await world.series())
            let context = Samples.context(70)
            try await world.database.write { connection in
                for place in [nil, series.id] {
                    let raised = RaisedSignal(
                        id: context.makeID(),
                        unit: world.north.id,
                        series: place,
                        strand: .relationships,
                        meaning: .wanted,
                        day: Samples.day("2023-01-02"),
                        words: "Both teams met",
                        author: context.author,
                        instant: context.now
                    )
                    try LedgerStore.raise(raised, context, on: connection)
                }
            }
            let entries = try await Self.reading(world).entries
            #expect(entries.count == 2 && entries.allSatisfy { $0.strand == .relationships })
            #expect(entries.count { $0.place?.series == series } == 1)
            #expect(try await Self.reading(world, of: world.south).entries.isEmpty)
            let large = try #require(entries.first { $0.place == nil })
            try await Self.take(.dismiss(reason: "A mistake"), with: large, in: world)
            let after = try await Self.reading(world).entries.first { $0.id == large.id }
            #expect(after?.state == .dismissed)
        }
    }

    @Test(arguments: TestEngine.available)
    func `attention goes to what is overdue first, and the query leaves out what it isn't asked for`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            try await world.record(Samples.months(Self.shifted), in: world.south, seed: 2)
            let today = Samples.day("2024-05-01")
            let calm = LedgerQuery().select(try await Self.reading(world).entries, on: today)
            let last = try #require(calm.last)
            let act = SignalStep.act(
                response: "Ring",
                owner: Self.owner,
                checkBack: Samples.day("2024-04-01")
            )
            try await Self.take(act, with: last, in: world)
            let entries = try await Self.reading(world).entries
            #expect(LedgerQuery().select(entries, on: today).first?.id == last.id)
            var query = LedgerQuery()
            query.isOverdueOnly = true
            #expect(query.select(entries, on: today).map(\.id) == [last.id])
            query = LedgerQuery()
            query.states = .new
            #expect(query.select(entries, on: today).count == entries.count - 1)
            query.meaning = .wanted
            #expect(query.select(entries, on: today).allSatisfy { $0.meaning == .wanted })
        }
    }
}
