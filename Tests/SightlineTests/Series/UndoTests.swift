import DatabaseTestSupport
import Sightline
import Storage
import Testing

struct UndoTests {
    @Test(arguments: TestEngine.available)
    func `undoing a recording puts back exactly what stood before`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let before = Samples.months(Samples.stable(30))
            try await world.record(before, seed: 1)
            let outcome = try await world.record(Samples.months([1, 2, 3], from: 29), seed: 2)
            let recording = try #require(outcome.recording)
            let undone = try await Self.undo(recording, seed: 3, in: world)
            #expect(undone.changes == ChangeCounts(revised: 1, removed: 2, unchanged: 29))
            let series = try #require(try await world.series())
            let (after, editions, stored) = try await world.database.read { connection in
                (
                    try SeriesStore.observations(of: series.id, on: connection),
                    try SeriesStore.editions(of: series.id, on: connection),
                    try RecordingStore.find(recording, on: connection)
                )
            }
            #expect(after == before)
            #expect(editions.map(\.restores) == [1, nil, nil])
            #expect(editions[0].sha256 == editions[2].sha256)
            #expect(stored?.undoneBy == undone.recording)
        }
    }

    @Test(arguments: TestEngine.available)
    func `undoing an undoing puts the recording back in force`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let observations = Samples.months([1, 2, 3])
            let recording = try #require(try await world.record(observations, seed: 1).recording)
            let undoing = try #require(try await Self.undo(recording, seed: 2, in: world).recording)
            let series = try #require(try await world.series())
            let empty = try await world.database.read { try SeriesStore.observations(of: series.id, on: $0) }
            #expect(empty.isEmpty)
            try await Self.undo(undoing, seed: 3, in: world)
            let (after, first) = try await world.database.read { connection in
                (
                    try SeriesStore.observations(of: series.id, on: connection),
                    try RecordingStore.find(recording, on: connection)
                )
            }
            #expect(after == observations)
            #expect(first?.undoneBy == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a recording that others built on, or that is undone, is not undone`(engine: TestEngine) async throws
    {
        try await World.run(on: engine) { world in
            let first = try #require(try await world.record(Samples.months([1]), seed: 1).recording)
            let second = try #require(try await world.record(Samples.months([1, 2]), seed: 2).recording)
            await #expect(throws: RecordError.changedSince(first, series: 1)) {
                try await Self.undo(first, seed: 3, in: world)
            }
            try await Self.undo(second, seed: 4, in: world)
            await #expect(throws: RecordError.alreadyUndone(second)) {
                try await Self.undo(second, seed: 5, in: world)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an older edition can be put back, and one that isn't there can't`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            for count in 1...4 {
                try await world.record(
                    Samples.months((0..<count * 20).map { Double($0) }),
                    seed: UInt64(count)
                )
            }
            let series = try #require(try await world.series())
            try await world.database.write { connection in
                _ = try SeriesStore.restore(
                    series.id,
                    edition: 2,
                    reason: "Wrong file",
                    Samples.context(9),
                    on: connection
                )
            }
            let (now, then) = try await world.database.read { connection in
                (
                    try SeriesStore.observations(of: series.id, on: connection),
                    try SeriesStore.observations(of: series.id, edition: 2, on: connection)
                )
            }
            #expect(now == then && now.count == 40)
            await #expect(throws: RecordError.unknownEdition(series.id, number: 77)) {
                try await world.database.write { connection in
                    _ = try SeriesStore.restore(
                        series.id,
                        edition: 77,
                        reason: "Why",
                        Samples.context(10),
                        on: connection
                    )
                }
            }
        }
    }

    @discardableResult
    private static func undo(
        _ recording: Recording.ID,
        seed: UInt64,
        in world: World
    ) async throws -> RecordOutcome {
        try await world.database.write { connection in
            try SeriesStore.undo(recording, reason: "Wrong file", Samples.context(seed), on: connection)
        }
    }
}
