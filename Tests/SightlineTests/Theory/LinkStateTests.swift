import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct LinkStateTests {
    @Test(arguments: TestEngine.available)
    func `a cycle speaks for an arrow further up only by a measure that hangs on its end`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let falls = world.falls
            let cycle = try await world.plan(of: made, seed: 70) { $0.measure = falls.id }
            func states() async throws -> [LinkState] {
                try await world.database.read { connection in
                    let theory = try TheoryStore.theory(of: made.programme.id, on: connection)
                    let cycles = try CycleStore.all(of: made.programme.id, on: connection)
                    return [made.toDriver, made.toAim].map { theory.state(of: $0, by: cycles) }
                }
            }
            #expect(try await states() == [.untested, .untested])
            try await world.finish(cycle, of: made, seed: 71)
            #expect(try await states() == [.supported, .untested])
            try await world.database.write { connection in
                try TheoryStore.hang(
                    falls,
                    on: made.aim,
                    as: .outcome,
                    of: made.programme,
                    Samples.context(72),
                    on: connection
                )
            }
            #expect(try await states() == [.supported, .supported])
            let second = try await world.plan(of: made, after: cycle, seed: 73)
            try await world.finish(second, of: made, .otherwise, .abandon, seed: 74)
            #expect(try await states() == [.mixed, .supported])
        }
    }
}
