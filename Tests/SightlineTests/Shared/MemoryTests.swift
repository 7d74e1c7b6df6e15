import DatabaseTestSupport
import Sightline
import Storage
import Testing

struct MemoryTests {
    @Test(arguments: TestEngine.available)
    func `what was made is kept by key until something changes`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let memory = Memory<String, Int>(limit: 10)
            func ask(_ key: String, makes value: Int) async throws -> Int {
                try await world.database.read { try memory.value(for: key, on: $0) { value } }
            }
            // Changes in another database of the same PostgreSQL make it forget as well: beside other tests it may take
            // some tries.
            var isKept = false
            for number in 1...200 where !isKept {
                let (left, right) = (
                    try await ask("left", makes: number), try await ask("right", makes: number + 1000)
                )
                isKept =
                    (try await ask("left", makes: -number), try await ask("right", makes: -number))
                    == (left, right)
            }
            #expect(isKept)
            try await world.record(Samples.months(Samples.stable(20)), seed: 4)
            #expect(try await ask("left", makes: 3000) == 3000)
            #expect(try await ask("right", makes: 4000) == 4000)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a transaction that may change something is remembered nothing of`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let memory = Memory<String, Int>(limit: 10)
            for value in 1...2 {
                let made = try await world.database.write { connection in
                    try memory.value(for: "key", on: connection) { value }
                }
                #expect(made == value)
            }
        }
    }

    @Test func `no more is kept than the limit`() {
        let memory = Memory<Int, Int>(limit: 3)
        for key in 1...4 { memory.keep(key, for: key, at: "now") }
        #expect((1...4).filter { memory.known($0, at: "now") != nil } == [4])
        #expect(memory.known(4, at: "later") == nil)
    }
}
