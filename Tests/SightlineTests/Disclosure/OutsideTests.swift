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

    @Test(arguments: TestEngine.available)
    func `the groups of a period are shown only where nothing of it is withheld`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let measure = try await Self.ruled(world, DisclosureRule(threshold: 5))
            // Two months: in the first one group is small, in the second none.
            let numbers: [(group: String, values: [Double?])] = [
                ("", [43, 60]), ("Men", [3, 20]), ("Women", [40, 40]),
            ]
            let context = Samples.context(541)
            _ = try await world.database.write { connection in
                try SeriesStore.record(
                    numbers.map { group, values in
                        Proposal(
                            measure: measure.id,
                            unit: world.north.id,
                            group: group,
                            observations: Samples.months(values)
                        )
                    },
                    reason: "Monthly return",
                    context,
                    on: connection
                )
            }
            let seen = try await world.database.read { connection in
                try SeriesStore.all(of: measure.id, on: connection).reduce(into: [String: [Double?]]()) {
                    let all = try SeriesStore.observations(of: $1.id, on: connection)
                    let seen = try OutsideStore.observations(all, of: $1.id, measure, on: connection)
                    $0[$1.key.group] = seen.indices.map { seen[$0].numerator }
                }
            }
            #expect(seen[""] == [43, 60])
            #expect(seen["Men"] == [nil, 20] && seen["Women"] == [nil, 40])
        }
    }

    @Test(arguments: TestEngine.available)
    func `every edition that is taken away has only what may be seen of it`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let measure = try await Self.ruled(world, DisclosureRule(threshold: 5, rounding: 5))
            for (index, value) in [3.0, 41, 42].enumerated() {
                try await Self.record(world, [(world.north, value)], seed: 551 + UInt64(index))
            }
            let series = try #require(try await world.series(in: world.north))
            let seen = try await world.database.read { connection in
                try (1...3).map { number in
                    let all = try SeriesStore.observations(of: series.id, edition: number, on: connection)
                    return try OutsideStore.observations(all, of: series.id, measure, on: connection)[0]
                        .numerator
                }
            }
            #expect(seen == [nil, nil, nil])
        }
    }
}
