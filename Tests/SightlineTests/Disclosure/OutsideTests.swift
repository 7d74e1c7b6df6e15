import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// What others see of a measure with a rule, from the database, edition after edition.
struct OutsideTests {
    private static func ruled(_ world: World, _ rule: DisclosureRule?) async throws -> Measure {
        var measure = world.falls
        measure.disclosure = rule
        let changed = measure
        return try await world.database.write {
            try MeasureStore.update(changed, reason: "", Samples.context(500), on: $0)
        }
    }

    /// What others see of a unit's numbers now.
    private static func seen(_ world: World, in unit: Unit) async throws -> [Double?] {
        let series = try #require(try await world.series(in: unit))
        return try await world.database.read { connection in
            let measure = try #require(try MeasureStore.find(series.key.measure, on: connection))
            let all = try SeriesStore.observations(of: series.id, on: connection)
            let seen = try OutsideStore.observations(all, of: series.id, measure, on: connection)
            return seen.indices.map { seen[$0].numerator }
        }
    }

    private static func record(_ world: World, _ values: [(Unit, Double)], seed: UInt64) async throws {
        let proposals = values.map {
            Proposal(measure: world.falls.id, unit: $0.0.id, observations: Samples.months([$0.1]))
        }
        let context = Samples.context(seed)
        _ = try await world.database.write {
            try SeriesStore.record(proposals, reason: "Monthly return", context, on: $0)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a small number is withheld, and as many others as it takes`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.ruled(world, DisclosureRule(threshold: 5))
            try await Self.record(
                world,
                [(world.north, 3), (world.south, 40), (world.community, 43)],
                seed: 501
            )
            #expect(try await Self.seen(world, in: world.north) == [nil])
            // With two units, whoever knows one of them and the total knows the other: all are withheld.
            #expect(try await Self.seen(world, in: world.south) == [nil])
            #expect(try await Self.seen(world, in: world.community) == [nil])
        }
    }

    @Test(arguments: TestEngine.available)
    func `once withheld stays withheld, and revised sums beside old ones are withheld too`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.ruled(world, DisclosureRule(threshold: 5))
            try await Self.record(
                world,
                [(world.north, 20), (world.south, 40), (world.community, 60)],
                seed: 511
            )
            #expect(try await Self.seen(world, in: world.community) == [60])
            try await Self.record(world, [(world.north, 2), (world.community, 42)], seed: 512)
            #expect(try await Self.seen(world, in: world.north) == [nil])
            #expect(try await Self.seen(world, in: world.south) == [40])
            #expect(try await Self.seen(world, in: world.community) == [nil])
            try await Self.record(world, [(world.north, 22), (world.community, 62)], seed: 513)
            #expect(try await Self.seen(world, in: world.north) == [nil])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a rule that is lifted withholds nothing, and rebuilding changes nothing`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.ruled(world, DisclosureRule(threshold: 5))
            try await Self.record(world, [(world.north, 3), (world.south, 40)], seed: 521)
            let report = try await world.database.write {
                try Watch.rebuild(Samples.context(522), on: $0)
            }
            #expect(report.statusRows == 0)
            _ = try await Self.ruled(world, nil)
            #expect(try await Self.seen(world, in: world.north) == [3])
        }
    }

    @Test func `only counts have a rule`() {
        var measure = Samples.measure(kind: .t)
        measure.disclosure = DisclosureRule(threshold: 5)
        #expect(measure.problems.map(\.field) == [.disclosure])
        measure.chart.kind = .c
        #expect(measure.problems.isEmpty)
        measure.disclosure?.threshold = 1
        #expect(measure.problems.map(\.field) == [.disclosure])
    }

    @Test(arguments: TestEngine.available)
    func `who belongs to no organisation reads the counts of signals from what is shown`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.ruled(world, DisclosureRule(threshold: 5))
            let values = Samples.stable(20) + [2]
            try await world.record(Samples.months(values), in: world.north, seed: 531)
            let counts = try await world.database.read { connection in
                let tree = try UnitStore.tree(on: connection)
                let measures = MeasureDirectory(try MeasureStore.all(on: connection))
                return try [world.north.id, world.community.id].map { unit in
                    let reader = Readership(viewersOf: [unit], measures, tree)
                    let home = try UnitHome(of: world.north.id, today: .first, for: reader, on: connection)
                    let rows = try MeasureTable.rows(
                        MeasureTableQuery(unit: world.north.id),
                        for: reader,
                        on: connection
                    )
                    return (home.signalCount, rows.compactMap(\.status.latestValue))
                }
            }
            #expect(counts[0].0 == 1 && counts[0].1 == [2])
            #expect(counts[1].0 == 0 && counts[1].1 == [98])
        }
    }
}
