import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct RecordTests {
    @Test(arguments: TestEngine.available)
    func `what is recorded reads back`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let observations = Samples.months([5, nil, 7])
            let outcome = try await world.record(observations, seed: 1)
            #expect(outcome.changes == ChangeCounts(appended: 3))
            #expect(outcome.newSeries == 1 && outcome.changedSeries == 1)
            let series = try #require(try await world.series())
            #expect(series.edition == 1)
            let stored = try await world.database.read { try SeriesStore.observations(of: series.id, on: $0) }
            #expect(stored == observations)
        }
    }

    @Test(arguments: TestEngine.available)
    func `recording the same twice changes nothing and says so`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let observations = Samples.months(Samples.stable(30))
            try await world.record(observations, seed: 1)
            let again = try await world.record(observations, seed: 2)
            #expect(again.recording == nil)
            #expect(again.changes == ChangeCounts(unchanged: 30))
            #expect(again.unchangedSeries == 1 && again.changedSeries == 0)
            let series = try #require(try await world.series())
            #expect(series.edition == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func `appended, revised and removed are told apart`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1, 2, 3]), seed: 1)
            let merged = try await world.record(Samples.months([2, 9, 4], from: 1), seed: 2)
            #expect(merged.changes == ChangeCounts(appended: 1, revised: 1, unchanged: 1))
            let replaced = try await world.record(Samples.months([9, 4], from: 2), mode: .replace, seed: 3)
            #expect(replaced.changes == ChangeCounts(removed: 2, unchanged: 2))
            let series = try #require(try await world.series())
            let editions = try await world.database.read { try SeriesStore.editions(of: series.id, on: $0) }
            #expect(editions.map(\.number) == [3, 2, 1])
            #expect(editions.map(\.count) == [2, 4, 3])
            #expect(editions[1].changes == merged.changes)
            #expect(editions.allSatisfy { $0.recording.author.name == "Ada" })
        }
    }

    @Test(arguments: TestEngine.available)
    func `every edition of a growing series reads back as it was`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let values = Samples.stable(60)
            for count in stride(from: 30, through: 60, by: 3) {
                try await world.record(Samples.months(Array(values[..<count])), seed: UInt64(count))
            }
            let series = try #require(try await world.series())
            let editions = try await world.database.read { connection in
                try (1...series.edition).map {
                    try SeriesStore.observations(of: series.id, edition: $0, on: connection)
                }
            }
            let expected = stride(from: 30, through: 60, by: 3).map { Samples.months(Array(values[..<$0])) }
            #expect(editions == expected)
            let hashes = try await world.database.read { connection in
                try SeriesStore.editions(of: series.id, on: connection).reversed().map(\.sha256)
            }
            #expect(hashes == expected.map { Digest.sha256(ObservationCodec.encode($0)) })
        }
    }

    @Test(arguments: TestEngine.available)
    func `an append stores the rest only`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let values = Samples.stable(60)
            try await world.record(Samples.months(Array(values[..<59])), seed: 1)
            try await world.record(Samples.months(values), seed: 2)
            let sizes = try await world.database.read { connection in
                try connection.all("SELECT content FROM edition ORDER BY number", []) { try $0.blob(0).count }
            }
            #expect(sizes[1] < 16)
            #expect(sizes[0] > 59)
        }
    }

    @Test(arguments: TestEngine.available)
    func `as it stood at an instant is a lookup`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1]), seed: 1, at: 1_000)
            try await world.record(Samples.months([1, 2]), seed: 2, at: 2_000)
            let series = try #require(try await world.series())
            let counts = try await world.database.read { connection in
                try [Int64(999), 1_000, 1_999, 2_000].map { seconds in
                    let instant = Timestamp(microseconds: seconds * 1_000_000)
                    return try SeriesStore.observations(of: series.id, asAt: instant, on: connection).count
                }
            }
            #expect(counts == [0, 1, 1, 2])
        }
    }

    @Test(arguments: TestEngine.available)
    func `one bad observation refuses the whole recording`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let good = Proposal(
                measure: world.falls.id,
                unit: world.north.id,
                observations: Samples.months([1, 2])
            )
            let bad = Proposal(
                measure: world.seen.id,
                unit: world.north.id,
                observations: Samples.months([(1, 2), (5, 4)])
            )
            let problem = ObservationProblem.numeratorAboveDenominator(
                Samples.month(1),
                numerator: 5,
                denominator: 4
            )
            await #expect(throws: RecordError.badObservation(proposal: 1, problem: problem)) {
                try await world.database.write { connection in
                    try SeriesStore.record([good, bad], reason: "Test", Samples.context(5), on: connection)
                }
            }
            let series = try await world.series()
            #expect(series == nil)
        }
    }

    @Test func `strange measures, strange units, repeated series and missing reasons are named`() async throws
    {
        try await World.run(on: .sqlite) { world in
            let observations = Samples.months([1])
            let known = Proposal(measure: world.falls.id, unit: world.north.id, observations: observations)
            let strangeMeasure = Measure.ID(microseconds: 5, seed: 1)
            let strangeUnit = Unit.ID(microseconds: 5, seed: 2)
            let cases: [([Proposal], String, RecordError)] = [
                ([known], "", .reasonMissing),
                ([known, known], "Why", .repeatedSeries(proposal: 1)),
                (
                    [Proposal(measure: strangeMeasure, unit: world.north.id, observations: observations)],
                    "Why", .unknownMeasure(strangeMeasure)
                ),
                (
                    [Proposal(measure: world.falls.id, unit: strangeUnit, observations: observations)],
                    "Why", .unknownUnit(strangeUnit)
                ),
            ]
            for (proposals, reason, error) in cases {
                await #expect(throws: error) {
                    try await world.database.write { connection in
                        try SeriesStore.record(proposals, reason: reason, Samples.context(5), on: connection)
                    }
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a changed definition starts a new series, a changed target does not`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Samples.stable(20)), seed: 1)
            var falls = world.falls
            falls.targets = [TargetStep(start: .first, value: 90)]
            let retargeted = falls
            try await world.database.write {
                _ = try MeasureStore.update(retargeted, reason: "New target", Samples.context(2), on: $0)
            }
            let first = try #require(try await world.series())
            let row = try await world.database.read { try StatusStore.row(of: first.id, on: $0) }
            #expect(row?.target == 90)
            falls.definition.numerator = "All falls"
            let redefined = falls
            let stored = try await world.database.write {
                try MeasureStore.update(redefined, reason: "Counts all falls", Samples.context(3), on: $0)
            }
            #expect(stored.definition.version == 2)
            try await world.record(Samples.months([300, 301]), seed: 4)
            let second = try #require(try await world.series(version: 2))
            #expect(second.id != first.id)
            let old = try await world.database.read { try SeriesStore.observations(of: first.id, on: $0) }
            #expect(old.count == 20)
        }
    }
}

extension Identifier {
    /// An id that nothing else has.
    init(microseconds: Int64, seed: UInt64) {
        var bits = SeededBits(seed)
        self.init(microseconds: microseconds, using: &bits)
    }
}
