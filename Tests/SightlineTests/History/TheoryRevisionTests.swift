import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// What nodes, arrows and cycles said before, and the way back.
struct TheoryRevisionTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    private static func theory(_ made: Theorised, _ world: World) async throws -> Theory {
        try await world.database.read { try TheoryStore.theory(of: made.programme.id, on: $0) }
    }

    private static func revisions(
        _ kind: Revision.Kind,
        of id: Identifier<some Any>,
        _ world: World
    ) async throws -> [Revision] {
        try await world.database.read { try RevisionStore.all(kind, id, on: $0) }
    }

    @Test(arguments: TestEngine.available)
    func `each change of a node is kept, with its measures and its place`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let context = Samples.context(70, at: Self.start + 60)
            let programme = made.programme
            try await world.database.write { connection in
                var idea = made.idea
                idea.title = "Huddle twice a day"
                try TheoryStore.update(idea, of: programme, context, on: connection)
                // The same once more is no change.
                try TheoryStore.update(idea, of: programme, context, on: connection)
                try TheoryStore.hang(
                    world.falls,
                    on: idea,
                    as: .balancing,
                    of: programme,
                    context,
                    on: connection
                )
                try TheoryStore.takeDown(world.falls, from: idea, of: programme, context, on: connection)
                let second = TheoryNode(
                    id: context.makeID(),
                    programme: programme.id,
                    kind: .changeIdea,
                    title: "Bells"
                )
                try TheoryStore.add(second, to: programme, context, on: connection)
                try TheoryStore.move(second.id, up: true, of: programme, context, on: connection)
            }
            let said = try await Self.revisions(.node, of: made.idea.id, world)
            #expect(said.map { $0.fields["title"] }.last == "Huddle at the board every morning")
            #expect(said.map { $0.fields["position"] } == ["1", "0", "0", "0", "0"])
            let hung = said.map { $0.fields["hung-measures"] }
            #expect(hung == ["", "", "\(world.falls.id) balancing", "", ""])
            // Putting the measures back that hung then.
            try await world.database.write { connection in
                let measures = TheoryMeasure.all(in: said[2].fields["hung-measures"], on: made.idea.id)
                try TheoryStore.hang(measures, on: made.idea, of: programme, context, on: connection)
            }
            let now = try await Self.theory(made, world)
            #expect(now.measures(of: made.idea.id).map(\.tag) == [.balancing])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a node that was taken out comes back with the arrows that went with it`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let before = try await Self.theory(made, world)
            let programme = made.programme
            let early = Samples.context(71, at: Self.start + 60)
            let late = Samples.context(72, at: Self.start + 120)
            try await world.database.write { connection in
                // This arrow was taken out for a reason of its own, and stays out.
                try TheoryStore.remove(
                    made.toAim,
                    of: programme,
                    reason: "Not proven",
                    early,
                    on: connection
                )
                try TheoryStore.remove(made.driver, of: programme, reason: "Wrong", late, on: connection)
            }
            #expect(try await Self.theory(made, world).links.isEmpty)
            try await world.database.write { connection in
                try TheoryStore.putBack(made.driver.id, of: programme, late, on: connection)
            }
            let after = try await Self.theory(made, world)
            #expect(after.nodes == before.nodes)
            #expect(after.links.map(\.id) == [made.toDriver.id])
            try await world.database.write { connection in
                let all = try TheoryStore.everything(in: programme.id, on: connection)
                let link = try #require(all.links.first { $0.id == made.toAim.id })
                try TheoryStore.putBack(link, of: programme, late, on: connection)
            }
            #expect(try await Self.theory(made, world) == before)
            let told = try await Self.revisions(.arrow, of: made.toAim.id, world)
            #expect(told.map { $0.fields["in-theory"] } == ["yes", "no", "yes"])
            #expect(told[1].fields["reason"] == "Not proven")
        }
    }

    @Test(arguments: TestEngine.available)
    func `an arrow doesn't come back to where it no longer fits`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let programme = made.programme
            let context = Samples.context(73, at: Self.start + 60)
            func putBack() async throws {
                try await world.database.write { connection in
                    let all = try TheoryStore.everything(in: programme.id, on: connection)
                    let link = try #require(all.links.first { $0.id == made.toAim.id })
                    try TheoryStore.putBack(link, of: programme, context, on: connection)
                }
            }
            func remove(_ link: TheoryLink) async throws {
                try await world.database.write { connection in
                    try TheoryStore.remove(link, of: programme, reason: "Wrong", context, on: connection)
                }
            }
            try await remove(made.toAim)
            // Someone drew it again meanwhile.
            let again = TheoryLink(
                id: context.makeID(),
                programme: programme.id,
                from: made.driver.id,
                to: made.aim.id,
                because: "it was seen"
            )
            try await world.database.write {
                try TheoryStore.add(again, to: programme, context, on: $0)
            }
            await #expect(throws: TheoryProblems([TheoryProblem("in-theory", .repeated)])) {
                try await putBack()
            }
            // Or drew the opposite.
            try await remove(again)
            let opposite = TheoryLink(
                id: context.makeID(),
                programme: programme.id,
                from: made.aim.id,
                to: made.driver.id,
                because: "it turns round"
            )
            try await world.database.write {
                try TheoryStore.add(opposite, to: programme, context, on: $0)
            }
            await #expect(throws: TheoryProblems([TheoryProblem("in-theory", .loops)])) {
                try await putBack()
            }
            try await world.database.write {
                try TheoryStore.remove(made.aim, of: programme, reason: "Another", context, on: $0)
            }
            await #expect(throws: TheoryProblems([TheoryProblem("in-theory", .endTakenOut)])) {
                try await putBack()
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a cycle goes back to any state it was in, and its locked prediction stays`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Samples.stable(16)), seed: 74)
            let made = try await world.theorise()
            let cycle = try await world.plan(of: made, seed: 75) { $0.measure = world.falls.id }
            func first() async throws -> Prediction {
                try #require(try await world.reading(of: cycle, in: made)?.predictions.first)
            }
            func putBack(_ number: Int, _ seed: UInt64, _ days: Int64) async throws {
                let context = Self.context(seed, days)
                try await Self.putBack(number, of: cycle, in: made, context, world)
            }
            try await world.database.write { connection in
                let context = Self.context(76, 1)
                let changed = Prediction(text: "Three fewer", author: context.author, instant: context.now)
                try CycleStore.replan(cycle, changed, in: made.programme, context, on: connection)
            }
            // A prediction that isn't locked goes back with its plan.
            try await putBack(0, 77, 2)
            #expect(try await first().text == "Two fewer falls")
            try await world.finish(cycle, of: made, seed: 78, at: Self.start + 3 * Self.day)
            let locked = try await first()
            let closed = try #require(try await world.reading(of: cycle, in: made)?.cycle)
            #expect(closed.phase == .closed)
            let count = try await Self.revisions(.cycle, of: cycle.id, world).count
            #expect(count == 6, "planned, replanned, put back, begun, studied, closed")
            // Back before its closing, back before its beginning, and to the end again.
            try await putBack(4, 79, 4)
            let open = try #require(try await world.reading(of: cycle, in: made)?.cycle)
            #expect(open.phase == .study && open.decision == nil && open.closed == nil)
            #expect(try await flags(world) == 1)
            try await putBack(1, 80, 5)
            let planned = try #require(try await world.reading(of: cycle, in: made)?.cycle)
            #expect(planned.phase == .plan && planned.began == nil && planned.locked == closed.locked)
            #expect(try await first() == locked, "what was predicted before it began is not predicted anew")
            #expect(try await flags(world) == 0)
            try await putBack(5, 81, 6)
            var back = try #require(try await world.reading(of: cycle, in: made)?.cycle)
            #expect(try await flags(world) == 1)
            back.closed = closed.closed
            #expect(back == closed)
            #expect(try await first() == locked)
        }
    }

    private static func context(_ seed: UInt64, _ days: Int64) -> Context {
        Samples.context(seed, at: start + days * day)
    }

    private static func putBack(
        _ number: Int,
        of cycle: Cycle,
        in made: Theorised,
        _ context: Context,
        _ world: World
    ) async throws {
        try await world.database.write { connection in
            let revision = try #require(
                try RevisionStore.find(.cycle, cycle.id, number: number, on: connection)
            )
            try CycleStore.putBack(
                to: revision.fields,
                of: cycle.id,
                in: made.programme,
                context,
                on: connection
            )
        }
    }

    private func flags(_ world: World) async throws -> Int {
        let series = try #require(try await world.series())
        return try await world.database.read { try AnnotationStore.all(of: series.id, on: $0).count }
    }

    @Test(arguments: TestEngine.available)
    func `a plan that is taken back keeps its locked prediction through every replanning`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let cycle = try await world.plan(of: made, seed: 82)
            let context = Samples.context(83, at: Self.start + 60)
            try await world.database.write { connection in
                let (day, programme) = (context.now.day, made.programme)
                try CycleStore.begin(cycle, on: day, in: programme, context, on: connection)
                let first = try #require(
                    try RevisionStore.find(.cycle, cycle.id, number: 0, on: connection)
                )
                try CycleStore.putBack(
                    to: first.fields,
                    of: cycle.id,
                    in: programme,
                    context,
                    on: connection
                )
                var planned = try #require(try CycleStore.find(cycle.id, on: connection))
                planned.plan.who = "Bo"
                let other = Prediction(text: "Ten fewer", author: context.author, instant: context.now)
                try CycleStore.replan(planned, other, in: programme, context, on: connection)
            }
            let reading = try #require(try await world.reading(of: cycle, in: made))
            #expect(reading.cycle.plan.who == "Bo")
            #expect(reading.predictions.map(\.text) == ["Two fewer falls"])
        }
    }
}
