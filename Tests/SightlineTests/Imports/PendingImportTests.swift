import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct PendingImportTests {
    private static func pending(_ world: World, seed: UInt64, at seconds: Int64 = 0) -> PendingImport {
        let context = Samples.context(seed, at: 1_700_000_000 + seconds)
        return PendingImport(
            id: context.makeID(),
            unit: world.north.id,
            measure: world.falls.id,
            isForWholeUnit: true,
            mode: .replace,
            reason: "March figures",
            fileName: "march.csv",
            bytes: Array("date,value\n".utf8) + [0, 255],
            author: context.author,
            instant: context.now
        )
    }

    @Test(arguments: TestEngine.available)
    func `a file waits byte for byte, until it is deleted`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let pending = Self.pending(world, seed: 40)
            try await world.database.write { connection in
                try PendingImportStore.insert(pending, Samples.context(70), on: connection)
                #expect(try PendingImportStore.find(pending.id, on: connection) == pending)
                try PendingImportStore.delete(pending, Samples.context(71), on: connection)
                #expect(try PendingImportStore.find(pending.id, on: connection) == nil)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a file that nobody confirmed in a day is thrown away with the next one`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let first = Self.pending(world, seed: 41)
            let nextDay = Self.pending(world, seed: 42, at: PendingImport.keptSeconds)
            let later = Self.pending(world, seed: 43, at: PendingImport.keptSeconds + 1)
            try await world.database.write { connection in
                for pending in [first, nextDay] {
                    try PendingImportStore.insert(pending, Samples.context(70), on: connection)
                }
                #expect(try PendingImportStore.find(first.id, on: connection) != nil)
                try PendingImportStore.insert(later, Samples.context(70), on: connection)
                #expect(try PendingImportStore.find(first.id, on: connection) == nil)
                #expect(try PendingImportStore.find(nextDay.id, on: connection) != nil)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `recordings are those of a unit and of what lies below it`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let north = try await world.record(Samples.months([1]), seed: 44)
            let south = try await world.record(
                Samples.months([2]),
                in: world.south,
                seed: 45,
                at: 1_700_000_001
            )
            try await world.database.read { connection in
                let reader = try World.reader(on: connection)
                func newest(_ unit: Unit, _ count: Int = 9) throws -> [Recording.ID?] {
                    try RecordingStore.newest(count, within: unit.id, for: reader, on: connection).map(\.id)
                }
                #expect(try newest(world.community) == [south.recording, north.recording])
                #expect(try newest(world.community, 1) == [south.recording])
                #expect(try newest(world.north) == [north.recording])
                let recording = try #require(north.recording)
                #expect(try RecordingStore.units(of: recording, on: connection) == [world.north.id])
            }
        }
    }
}
