import DatabaseTestSupport
import Sightline
import Storage
import Testing

struct EditionAuditTests {
    /// Three editions of one series, the later ones kept as what they add.
    private static func run(
        on engine: TestEngine,
        _ change: String?,
        _ body: (World, [DamagedEdition]) async throws -> Void
    ) async throws {
        try await World.run(on: engine) { world in
            let values = Samples.stable(50)
            for (seed, count) in [(1, 40), (2, 45), (3, 50)] as [(UInt64, Int)] {
                try await world.record(Samples.months(Array(values[..<count])), seed: seed)
            }
            if let change { try await world.unwatched.write { try $0.execute(change) } }
            try await body(world, try await world.database.read { try EditionAudit.damaged(on: $0) })
        }
    }

    @Test(arguments: TestEngine.available)
    func `editions that nobody touched are what was recorded`(engine: TestEngine) async throws {
        try await Self.run(on: engine, nil) { _, damaged in #expect(damaged.isEmpty) }
    }

    @Test(arguments: TestEngine.available)
    func `zero with a sign over zero without one is recorded as it is hashed`(engine: TestEngine) async throws
    {
        try await World.run(on: engine) { world in
            let values = [Double](repeating: 0, count: 30)
            try await world.record(Samples.months(values), seed: 1)
            try await world.record(Samples.months([-0.0] + values), seed: 2)
            let series = try #require(try await world.series())
            let stored = try await world.database.read { try SeriesStore.observations(of: series.id, on: $0) }
            #expect(stored.count == 31 && stored.numerators[0].sign == .minus)
            #expect(try await world.database.read { try EditionAudit.damaged(on: $0) }.isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `an edition with another hash is named, and its series isn't judged`(engine: TestEngine) async throws
    {
        let change = "UPDATE edition SET sha256 = 'other' WHERE number = 3"
        try await Self.run(on: engine, change) { world, damaged in
            let found = try #require(damaged.first)
            #expect(damaged.count == 1)
            #expect(found.measure == "falls" && found.unit == "RN1" && found.edition == 3)
            #expect(found.fault == .otherContent)
            await #expect(throws: found) {
                try await world.database.write { try Watch.rebuild(Samples.context(9), on: $0) }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an older edition is looked at too, and doesn't stop the judging`(engine: TestEngine) async throws {
        let change = "UPDATE edition SET sha256 = 'other' WHERE number = 2"
        try await Self.run(on: engine, change) { world, damaged in
            #expect(damaged.map(\.edition) == [2])
            let report = try await world.database.write { try Watch.rebuild(Samples.context(9), on: $0) }
            #expect(report == Watch.Report(series: 1))
        }
    }

    @Test(arguments: TestEngine.available)
    func `bytes that are no observations are told, also of those that build on them`(
        engine: TestEngine
    ) async throws {
        try await Self.run(on: engine, nil) { world, _ in
            try await world.unwatched.write { connection in
                try connection.execute("UPDATE edition SET content = ? WHERE number = 1", [.blob([9, 9])])
            }
            let damaged = try await world.database.read { try EditionAudit.damaged(on: $0) }
            #expect(damaged.map(\.edition) == [1, 2, 3])
            #expect(damaged.allSatisfy { $0.fault == .unreadable })
            let series = try #require(try await world.series())
            await #expect(throws: damaged[2]) {
                try await world.database.read { try SeriesStore.observations(of: series.id, on: $0) }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a newest edition that isn't there is told`(engine: TestEngine) async throws {
        try await Self.run(on: engine, "DELETE FROM edition WHERE number = 3") { _, damaged in
            #expect(damaged.map(\.edition) == [3] && damaged.map(\.fault) == [.missing])
        }
    }
}
