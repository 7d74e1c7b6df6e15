import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct MeasureStoreTests {
    @Test(arguments: TestEngine.available)
    func `a measure reads back whole`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            var measure = Samples.measure(
                "stays",
                better: .none,
                kind: .uPrime,
                denominator: "Bed days",
                seed: 20
            )
            measure.why = "Longer stays harm."
            measure.domain = "Flow"
            measure.role = .balancing
            measure.stakeholder = .taxpayer
            measure.chart.rules = try RuleSet.mdc.with(shiftLength: 8)
            measure.chart.baseline = 24
            measure.chart.screensMovingRanges = true
            measure.chart.multiplier = 1_000
            measure.targets = [
                TargetStep(start: .first, value: 4), TargetStep(start: Samples.month(5), value: 3),
            ]
            measure.provenance = Measure.Provenance(source: "Ours", licence: "OGL", attribution: "Us")
            measure.owner = "Ada"
            measure.nextReview = Samples.month(50)
            measure.reportingDays = 14
            let written = measure
            try await world.database.write { try MeasureStore.insert(written, Samples.context(1), on: $0) }
            let (byID, byKey, all) = try await world.database.read { connection in
                (
                    try MeasureStore.find(written.id, on: connection),
                    try MeasureStore.find(key: "stays", on: connection),
                    try MeasureStore.all(on: connection)
                )
            }
            #expect(byID == written)
            #expect(byKey == written)
            #expect(all.count == 3 && all.contains(written) && all.contains(world.seen))
        }
    }

    @Test(arguments: TestEngine.available)
    func `two measures can't share a key`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let copy = Samples.measure(world.falls.key, seed: 21)
            await #expect(throws: MeasureProblems(problems: [MeasureProblem(.key, .taken)])) {
                try await world.database.write { try MeasureStore.insert(copy, Samples.context(1), on: $0) }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an older version keeps how its series were judged`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            var changed = world.falls
            changed.definition.denominator = "Bed days"
            changed.chart.kind = .uPrime
            let update = changed
            try await world.database.write {
                _ = try MeasureStore.update(update, reason: "As a rate", Samples.context(1), on: $0)
            }
            let (old, new, versions) = try await world.database.read { connection in
                (
                    try MeasureStore.find(world.falls.id, version: 1, on: connection),
                    try MeasureStore.find(world.falls.id, on: connection),
                    try MeasureStore.versions(of: world.falls.id, on: connection)
                )
            }
            #expect(old == world.falls)
            #expect(new?.chart.kind == .uPrime && new?.definition.version == 2)
            #expect(versions.map(\.definition.version) == [1, 2])
            #expect(versions.last?.reason == "As a rate")
        }
    }

    @Test func `a directory finds measures by key and by title, whatever the case`() {
        let falls = Samples.measure()
        let directory = MeasureDirectory([falls])
        #expect(directory.measures(named: "FALLS") == [falls])
        #expect(directory[falls.id] == falls)
        #expect(directory.measures(named: "none").isEmpty)
    }
}
