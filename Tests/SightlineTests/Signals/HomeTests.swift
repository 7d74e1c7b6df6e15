import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct HomeTests {
    @Test(arguments: TestEngine.available)
    func `home counts what each stakeholder's series say`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await Self.fill(world)
            let home = try await Self.home(of: world.community, in: world)
            let patients = home.cards[0]
            let staff = home.cards[1]
            #expect(home.cards.map(\.stakeholder) == [.patient, .staff, .taxpayer])
            #expect(patients.counts == [.concern: 1, .commonCause: 1])
            #expect(staff.counts == [.tooFew: 1])
            #expect(staff.checked == 0 && staff.total == 1)
            #expect(home.checked == 2 && home.signalCount == 1)
            #expect(patients.withKnownChance == 2)
            #expect(home.expectedByChance > 0 && home.expectedByChance < 2)
            #expect(home.signals.map(\.unit) == [world.north])
            #expect(home.signals.first?.status.sentence.isEmpty == false)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a unit's home knows nothing of its neighbour`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await Self.fill(world)
            let home = try await Self.home(of: world.south, in: world)
            #expect(home.checked == 1 && home.signals.isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `data is due from its day on, and the longest overdue comes first`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await Self.fill(world)
            let early = try await Self.home(of: world.community, on: Samples.month(0), in: world)
            #expect(early.due.isEmpty && early.dueCount == 0)
            let late = try await Self.home(of: world.community, on: Samples.month(80), in: world)
            #expect(late.dueCount == 3)
            let days = late.due.compactMap(\.status.dueDay)
            #expect(days.count == 3 && days == days.sorted())
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is counted from the rows of a table is what the database counts`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await Self.fill(world)
            for unit in [world.community, world.north, world.south] {
                let today = Samples.month(80)
                let asked = try await Self.home(of: unit, on: today, in: world)
                let counted = try await world.database.read { connection in
                    let reader = try World.reader(on: connection)
                    let rows = try MeasureTable.rows(
                        MeasureTableQuery(unit: unit.id),
                        for: reader,
                        on: connection
                    )
                    return UnitHome(counting: rows, of: unit.id, today: today, in: reader.tree)
                }
                #expect(counted.cards == asked.cards && counted.dueCount == asked.dueCount)
                #expect(counted.dueCount > 0)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the table filters, searches, sorts and groups`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await Self.fill(world)
            func units(_ change: (inout MeasureTableQuery) -> Void) async throws -> [String] {
                var query = MeasureTableQuery(unit: world.community.id)
                change(&query)
                let asked = query
                return try await world.database.read { connection in
                    let reader = try World.reader(on: connection)
                    return try MeasureTable.rows(asked, for: reader, on: connection).map {
                        "\($0.measure.key) \($0.unit.name)"
                    }
                }
            }
            let all = try await units { _ in }
            #expect(all == ["falls North", "falls South", "seen-in-time North"])
            let descending = try await units { $0.isDescending = true }
            #expect(descending == ["seen-in-time North", "falls North", "falls South"])
            let concern = try await units { $0.variation = .concern }
            #expect(concern == ["falls North"])
            let signals = try await units { $0.variation = .signal }
            #expect(signals == ["falls North"])
            let neither = try await units { $0.variation = .highOrLow }
            #expect(neither.isEmpty)
            let byValue = try await units { $0.sort = .value }
            #expect(byValue == ["seen-in-time North", "falls South", "falls North"])
            let byTarget = try await units {
                $0.sort = .target
                $0.isDescending = true
            }
            #expect(Set(byTarget) == Set(all))
            let staff = try await units { $0.stakeholder = .staff }
            #expect(staff == ["seen-in-time North"])
            let south = try await units { $0.search = "SOU" }
            #expect(south == ["falls South"])
            let byUnit = try await units { $0.group = .unit }
            #expect(byUnit == ["falls North", "seen-in-time North", "falls South"])
            let urgent = try await units { $0.sort = .variation }
            #expect(urgent == ["falls North", "falls South", "seen-in-time North"])
        }
    }

    @Test(arguments: TestEngine.available)
    func `series whose data was taken back are not in the table`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let outcome = try await world.record(Samples.months([1, 2]), seed: 1)
            let recording = try #require(outcome.recording)
            try await world.database.write { connection in
                _ = try SeriesStore.undo(recording, reason: "Wrong", Samples.context(2), on: connection)
            }
            let home = try await Self.home(of: world.community, in: world)
            #expect(home.cards.allSatisfy { $0.total == 0 })
        }
    }

    /// North's falls have shifted up, South's are stable, and there are too few values of the other measure.
    private static func fill(_ world: World) async throws {
        let shifted = Samples.stable(24) + [108, 109, 107, 108, 110, 109, 108, 107]
        try await world.record(Samples.months(shifted), seed: 1)
        try await world.record(Samples.months(Samples.stable(36)), in: world.south, seed: 2)
        try await world.record(Samples.months([(90, 100), (91, 100)]), of: world.seen, seed: 3)
    }

    private static func home(
        of unit: Unit,
        on day: Day = Samples.month(40),
        in world: World
    ) async throws -> UnitHome {
        try await world.database.read { connection in
            try UnitHome(
                of: unit.id,
                today: day,
                for: try World.reader(on: connection),
                on: connection
            )
        }
    }
}
