import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct CycleStoreTests {
    private static let day: Int64 = 86_400

    @Test(arguments: TestEngine.available)
    func `a cycle reads back as it was planned`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let falls = world.falls
            let cycle = try await world.plan(of: made, seed: 80) { cycle in
                cycle.measure = falls.id
                cycle.context = Cycle.Setting(level: .micro, population: "One ward", needed: "A board")
            }
            let reading = try #require(try await world.reading(of: cycle, in: made))
            #expect(reading.cycle == cycle)
            #expect(reading.predictions.map(\.text) == ["Two fewer falls"])
            #expect(reading.predictions.map(\.direction) == [.down])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a locked prediction stays, and a later one stands beside it`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let cycle = try await world.plan(of: made, seed: 81)
            let context = Samples.context(82, at: 1_700_000_000 + Self.day)
            let other = Prediction(
                text: "Four fewer",
                reason: "A second ward joins",
                author: context.author,
                instant: context.now
            )
            await #expect(throws: TheoryProblems([TheoryProblem("prediction", .wrongPhase(.plan))])) {
                try await world.database.write { connection in
                    try CycleStore.predictAgain(
                        other,
                        of: cycle,
                        in: made.programme,
                        context,
                        on: connection
                    )
                }
            }
            try await world.database.write { connection in
                try CycleStore.begin(
                    cycle,
                    on: context.now.day,
                    in: made.programme,
                    context,
                    on: connection
                )
                let begun = try #require(
                    try CycleStore.find(cycle.id, of: made.programme.id, on: connection)
                )
                #expect(begun.locked == context.now)
                try CycleStore.predictAgain(other, of: begun, in: made.programme, context, on: connection)
            }
            await #expect(throws: TheoryProblems([TheoryProblem("question", .wrongPhase(.do))])) {
                try await world.database.write { connection in
                    try CycleStore.replan(cycle, other, in: made.programme, context, on: connection)
                }
            }
            let reading = try #require(try await world.reading(of: cycle, in: made))
            #expect(reading.predictions.map(\.text) == ["Two fewer falls", "Four fewer"])
            #expect(reading.predictions.map(\.version) == [1, 2])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a cycle is closed only after its study, and with a decision and why`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let cycle = try await world.plan(of: made, seed: 83)
            let context = Samples.context(84)
            let programme = made.programme
            func close(_ decision: Cycle.Decision?, _ reason: String) async throws {
                try await world.database.write { connection in
                    try CycleStore.close(
                        cycle,
                        learned: "Much",
                        decision,
                        reason: reason,
                        in: programme,
                        context,
                        on: connection
                    )
                }
            }
            await #expect(throws: TheoryProblems([TheoryProblem("learned", .wrongPhase(.plan))])) {
                try await close(.adopt, "It works")
            }
            await #expect(throws: TheoryProblems([TheoryProblem("began", .inFuture)])) {
                try await world.database.write { connection in
                    let tomorrow = try #require(context.now.day.advanced(by: 1))
                    try CycleStore.begin(cycle, on: tomorrow, in: programme, context, on: connection)
                }
            }
            try await world.database.write { connection in
                try CycleStore.begin(cycle, on: context.now.day, in: programme, context, on: connection)
                try CycleStore.study(
                    cycle,
                    happened: "Less",
                    .partly,
                    in: programme,
                    context,
                    on: connection
                )
            }
            let missing = [
                TheoryProblem("decision", .missing), TheoryProblem("decision-reason", .missing),
            ]
            await #expect(throws: TheoryProblems(missing)) { try await close(nil, "") }
            try await close(.adapt, "Ask the night shift")
            let reading = try #require(try await world.reading(of: cycle, in: made))
            #expect(reading.cycle.phase == .closed && reading.cycle.verdict == .mixed)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a cycle that begins puts a flag on its chart that says nothing of what it is`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([4, 5, 6]), seed: 5)
            try await world.record(Samples.months([4, 5, 6]), in: world.south, seed: 6)
            let made = try await world.theorise()
            let falls = world.falls
            let cycle = try await world.plan(of: made, seed: 85) { $0.measure = falls.id }
            let context = Samples.context(86)
            try await world.database.write { connection in
                try CycleStore.begin(
                    cycle,
                    on: context.now.day,
                    in: made.programme,
                    context,
                    on: connection
                )
            }
            let own = try #require(try await world.series())
            let other = try #require(try await world.series(in: world.south))
            let (notes, others) = try await world.database.read { connection in
                (
                    try AnnotationStore.all(of: own.id, on: connection),
                    try AnnotationStore.all(of: other.id, on: connection)
                )
            }
            #expect(notes.map(\.cycle) == [cycle.id])
            #expect(notes.map(\.kind) == [.test])
            #expect(!notes.contains { $0.text.contains(cycle.question) })
            #expect(others.isEmpty)
        }
    }

    @Test func `a cycle is stuck when it has been open for more than six weeks`() throws {
        let now = Timestamp(microseconds: 1_700_000_000_000_000)
        var cycle = Cycle(
            id: Samples.context(1).makeID(),
            programme: Samples.context(2).makeID(),
            idea: Samples.context(3).makeID(),
            question: "?",
            author: Author(name: "Ada"),
            instant: now
        )
        let sixWeeks = try #require(now.day.advanced(by: 42))
        let later = try #require(now.day.advanced(by: 43))
        #expect(!cycle.isStuck(on: sixWeeks))
        #expect(cycle.isStuck(on: later))
        cycle.phase = .closed
        #expect(!cycle.isStuck(on: later))
    }
}
