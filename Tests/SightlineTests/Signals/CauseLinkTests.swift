import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct CauseLinkTests {
    /// Stable for two years, then eight months far above.
    private static let shifted = Samples.stable(24) + Samples.stable(8).map { $0 + 12 }

    private static func entry(_ world: World) async throws -> LedgerEntry {
        try await world.database.read { connection in
            let reader = try World.reader(on: connection)
            let reading = try LedgerStore.reading(of: world.north.id, for: reader, on: connection)
            return try #require(reading.entries.min { $0.id < $1.id })
        }
    }

    private static func explain(_ links: [CauseLink], in world: World, seed: UInt64) async throws {
        let entry = try await entry(world)
        try await world.database.write { connection in
            try LedgerStore.take(
                .explain(.init(.suspected, "The huddles", links: links)),
                with: entry,
                seenIn: entry.state,
                Samples.context(seed),
                on: connection
            )
        }
    }

    @Test(arguments: TestEngine.available)
    func
        `a cause is linked to cycles, notes and documents, and a new explanation puts its own in their place`(
            engine: TestEngine
        ) async throws
    {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let made = try await world.theorise(seed: 70)
            let cycle = try await world.plan(of: made, seed: 71)
            let series = try #require(try await world.series())
            let note = try await world.database.write { connection in
                try AnnotationStore.add(
                    "Ice",
                    .event,
                    on: Samples.day("2021-12-01"),
                    to: series.id,
                    Samples.context(72),
                    on: connection
                )
            }
            let paper = CauseLink.document(title: "Minutes", place: "https://example.org/m")
            let links = [paper, .annotation(note.id), .cycle(cycle.id)]
            try await Self.explain(links, in: world, seed: 73)
            let explained = try await Self.entry(world)
            #expect(explained.handling.cause?.links == links)
            let found = try await world.database.read { connection in
                let reader = try World.reader(on: connection)
                return try LedgerStore.find(explained.id, of: world.north.id, for: reader, on: connection)
            }
            #expect(found?.handling.cause?.links == links)
            let audit = try await world.database.read { connection in
                try AuditStore.records(within: world.north.id, limit: 1, on: connection) { _ in true }
            }
            let told = audit.first?.entry.changes.first { $0.field == "links" }?.after
            #expect(told == "Minutes, https://example.org/m; note \(note.id); cycle \(cycle.id)")
            // A step that says nothing of the cause leaves its links alone.
            try await world.database.write { connection in
                try LedgerStore.take(
                    .settle(outcome: "It held"),
                    with: explained,
                    seenIn: .explained,
                    Samples.context(74),
                    on: connection
                )
            }
            #expect(try await Self.entry(world).handling.cause?.links == links)
        }
    }

    @Test(arguments: TestEngine.available)
    func `only who may read what a cause is linked to learns that it is`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let kept = try await world.theorise(in: world.south, visibility: .unit, seed: 75)
            let cycle = try await world.plan(of: kept, seed: 76)
            let paper = CauseLink.document(title: "Minutes", place: "Blue folder")
            let links = [CauseLink.cycle(cycle.id), paper]
            let seen = try await world.database.read { connection -> [[CauseLink]] in
                let all = try World.reader(on: connection)
                return try [world.north, world.south].map { unit in
                    let account = Account(
                        id: Samples.context(77).makeID(),
                        person: Person(id: Samples.context(78).makeID(), name: "Sam"),
                        roles: [RoleGrant(role: .viewer, unit: unit.id)],
                        isActive: true
                    )
                    let reader = Readership(account, all.measures, all.tree)
                    return try SeenCause.all(links, for: reader, on: connection).map(\.link)
                }
            }
            #expect(seen == [[paper], links])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a document needs a title and a place, and what is linked goes with a purged series`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            for paper in [
                CauseLink.document(title: "", place: "Folder"), .document(title: "Minutes", place: ""),
                .document(title: String(repeating: "x", count: 201), place: "Folder"),
            ] {
                await #expect(throws: SignalStepError.documentIncomplete(paper)) {
                    try await Self.explain([paper], in: world, seed: 79)
                }
            }
            #expect(try await Self.entry(world).state == .new)
        }
    }
}
