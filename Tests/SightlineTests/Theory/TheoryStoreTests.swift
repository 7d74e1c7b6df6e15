import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct TheoryStoreTests {
    @Test(arguments: TestEngine.available)
    func `a theory reads back as an indented list, from the aim outwards`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let theory = try await world.database.read {
                try TheoryStore.theory(of: made.programme.id, on: $0)
            }
            #expect(theory.outline.map(\.node.id) == [made.aim.id, made.driver.id, made.idea.id])
            #expect(theory.outline.map(\.depth) == [0, 1, 2])
            #expect(theory.outline.map { $0.link?.id } == [nil, made.toAim.id, made.toDriver.id])
        }
    }

    @Test(arguments: TestEngine.available)
    func `no arrow without a reason, twice, or back to where it starts`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let cases: [(TheoryNode, TheoryNode, String, TheoryProblem)] = [
                (made.idea, made.aim, "", TheoryProblem("because", .missing)),
                (made.idea, made.driver, "again", TheoryProblem("to", .repeated)),
                (made.aim, made.idea, "round", TheoryProblem("to", .loops)),
                (made.aim, made.aim, "itself", TheoryProblem("to", .loops)),
            ]
            for (index, (from, to, because, problem)) in cases.enumerated() {
                let context = Samples.context(UInt64(60 + index))
                let link = TheoryLink(
                    id: context.makeID(),
                    programme: made.programme.id,
                    from: from.id,
                    to: to.id,
                    because: because
                )
                await #expect(throws: TheoryProblems([problem])) {
                    try await world.database.write { connection in
                        try TheoryStore.add(link, to: made.programme, context, on: connection)
                    }
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is taken out is kept with the reason, and takes its arrows along`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let context = Samples.context(61)
            await #expect(throws: TheoryProblems([TheoryProblem("reason", .missing)])) {
                try await world.database.write { connection in
                    try TheoryStore.remove(
                        made.driver,
                        of: made.programme,
                        reason: "",
                        context,
                        on: connection
                    )
                }
            }
            let (theory, removals, audit) = try await world.database.write { connection in
                try TheoryStore.remove(
                    made.driver,
                    of: made.programme,
                    reason: "We can't change it",
                    context,
                    on: connection
                )
                return (
                    try TheoryStore.theory(of: made.programme.id, on: connection),
                    try TheoryStore.removals(of: made.programme.id, on: connection),
                    try AuditStore.records(within: world.north.id, limit: 1, on: connection) { _ in true }
                )
            }
            #expect(theory.nodes.map(\.id) == [made.aim.id, made.idea.id])
            #expect(theory.links.isEmpty)
            #expect(removals.count == 3)
            #expect(removals.allSatisfy { $0.reason == "We can't change it" && $0.name == "Ada" })
            #expect(audit.first?.entry.subject.id == made.programme.id.description)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a node moves among those of its kind`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let context = Samples.context(62)
            let second = TheoryNode(
                id: context.makeID(),
                programme: made.programme.id,
                kind: .changeIdea,
                title: "Red socks"
            )
            try await world.database.write { connection in
                try TheoryStore.add(second, to: made.programme, context, on: connection)
            }
            // Moving is told as well, in a transaction of its own.
            for (seed, up) in [(UInt64(63), true), (64, true), (65, false), (66, true)] {
                try await world.database.write { connection in
                    let (programme, context) = (made.programme, Samples.context(seed))
                    try TheoryStore.move(second.id, up: up, of: programme, context, on: connection)
                }
            }
            let (nodes, audit) = try await world.database.read { connection in
                (
                    try TheoryStore.theory(of: made.programme.id, on: connection).nodes,
                    try AuditStore.records(within: world.north.id, limit: 1, on: connection) { _ in true }
                )
            }
            #expect(nodes.map(\.id) == [made.aim.id, made.driver.id, second.id, made.idea.id])
            #expect(audit.first?.entry.changes.first?.after == "1 of 2")
        }
    }

    @Test(arguments: TestEngine.available)
    func `a programme is active only with its four measures or a reason why not`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let context = Samples.context(63)
            var active = made.programme
            active.state = .active
            let programme = active
            // Falls are for patients, seen in time is for staff here; nothing tells of taxpayers.
            try await world.database.write { connection in
                try TheoryStore.hang(
                    world.falls,
                    on: made.aim,
                    as: .outcome,
                    of: programme,
                    context,
                    on: connection
                )
                try TheoryStore.hang(
                    world.seen,
                    on: made.aim,
                    as: .balancing,
                    of: programme,
                    context,
                    on: connection
                )
            }
            let error = await #expect(throws: TheoryProblems.self) {
                try await world.database.write { connection in
                    try ProgrammeStore.update(programme, context, on: connection)
                }
            }
            guard case .notBalanced(let balance)? = error?.problems.first?.reason else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(balance.missingStakeholders == [.taxpayer])
            #expect(!balance.lacksBalancing)
            active.unbalanced = "Costs are counted elsewhere"
            let reasoned = active
            let found = try await world.database.write { connection in
                try ProgrammeStore.update(reasoned, context, on: connection)
                return try ProgrammeStore.find(reasoned.id, on: connection)
            }
            #expect(found == reasoned)
        }
    }
}
