import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct DueTests {
    @Test(arguments: TestEngine.available, [Unit.Membership.left, .paused])
    func `a unit that takes no part owes no data`(
        engine: TestEngine,
        membership: Unit.Membership
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1, 2]), seed: 1)
            try await world.record(Samples.months([1, 2]), in: world.south, seed: 2)
            #expect(try await Self.due(of: world.community, in: world) == ["North", "South"])
            try await Self.note(membership, of: world.north, in: world)
            #expect(try await Self.due(of: world.community, in: world) == ["South"])
            #expect(try await Self.due(of: world.north, in: world).isEmpty)
            try await Self.note(.joined, of: world.north, in: world)
            #expect(try await Self.due(of: world.community, in: world) == ["North", "South"])
        }
    }

    @Test(arguments: TestEngine.available)
    func `nor does a unit below one that takes no part`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1, 2]), seed: 1)
            try await Self.note(.left, of: world.community, in: world)
            #expect(try await Self.due(of: world.community, in: world).isEmpty)
            #expect(try await Self.due(of: world.north, in: world).isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `nothing more is expected of a measure that says so`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1, 2]), seed: 1)
            var ended = world.falls
            ended.reportingDays = nil
            let measure = ended
            try await world.database.write { connection in
                let context = Samples.context(5)
                _ = try MeasureStore.update(measure, reason: "Ended", context, on: connection)
            }
            #expect(try await Self.due(of: world.community, in: world).isEmpty)
            let stored = try await world.database.read { try MeasureStore.find(measure.id, on: $0) }
            #expect(stored?.reportingDays == nil)
        }
    }

    private static func note(_ membership: Unit.Membership, of unit: Unit, in world: World) async throws {
        try await world.database.write { connection in
            try UnitStore.record(
                membership,
                of: unit.id,
                day: Samples.month(3),
                reason: "Agreed",
                Samples.context(6),
                on: connection
            )
        }
    }

    /// The names of units whose data is due, years later.
    private static func due(of unit: Unit, in world: World) async throws -> [String] {
        try await world.database.read { connection in
            let home = try UnitHome(
                of: unit.id,
                today: Samples.month(80),
                for: try World.reader(on: connection),
                on: connection
            )
            #expect(home.dueCount == home.due.count)
            return home.due.map(\.unit.name).sorted()
        }
    }
}
