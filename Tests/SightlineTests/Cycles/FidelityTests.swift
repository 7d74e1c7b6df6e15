import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct FidelityTests {
    /// The day on which the cycles of these tests begin, 14 November 2023, and a year of months up to it.
    private static let start = 35

    @Test(arguments: TestEngine.available)
    func `two good cycles of a ramp have all five features`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(
                Samples.months((0..<14).map { Double($0 % 3 + 4) }, from: Self.start),
                seed: 5
            )
            let made = try await world.theorise()
            let falls = world.falls
            let first = try await world.plan(of: made, seed: 90) { $0.measure = falls.id }
            try await world.finish(first, of: made, seed: 91)
            let alone = try #require(try await world.reading(of: first, in: made))
            #expect(Set(Fidelity.Feature.allCases).subtracting(alone.fidelity.met) == [.iterated])
            let second = try await world.plan(of: made, after: first, seed: 92) { cycle in
                cycle.measure = falls.id
                cycle.scale = Cycle.Scale(people: 300, days: 90, places: 6)
            }
            try await world.finish(second, of: made, seed: 93)
            let readings = try await world.database.read {
                try CycleReading.all(of: made.programme, on: $0)
            }
            #expect(readings.map(\.cycle.number) == [1, 2])
            #expect(readings.allSatisfy { $0.fidelity.isWhole })
            #expect(readings.honesty == (2, 2))
        }
    }

    @Test(arguments: TestEngine.available)
    func `a test written down afterwards, large, alone and without data has one feature`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let falls = world.falls
            // Nine points are too few.
            try await world.record(
                Samples.months((0..<9).map { Double($0 % 3 + 4) }, from: Self.start + 5),
                seed: 5
            )
            let cycle = try await world.plan(of: made, seed: 94) { cycle in
                cycle.measure = falls.id
                cycle.scale = Cycle.Scale(people: 5, days: 3, places: 2)
            }
            let context = Samples.context(95)
            let yesterday = try #require(context.now.day.advanced(by: -1))
            try await world.database.write { connection in
                try CycleStore.begin(cycle, on: yesterday, in: made.programme, context, on: connection)
                try CycleStore.study(
                    cycle,
                    happened: "It went well",
                    .asPredicted,
                    in: made.programme,
                    context,
                    on: connection
                )
                try CycleStore.close(
                    cycle,
                    learned: "All is well",
                    .adopt,
                    reason: "All liked it",
                    in: made.programme,
                    context,
                    on: connection
                )
            }
            let reading = try #require(try await world.reading(of: cycle, in: made))
            #expect(reading.fidelity.met == [.documented])
        }
    }
}
