import DatabaseTestSupport
import Sightline
import Storage
import Testing

struct DirectoryTests {
    @Test(arguments: TestEngine.available)
    func `what is remembered is what stands in the database, after each change`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let directory = Directory()
            let context = Samples.context(7)
            for name in ["Hill", "Dale"] {
                let unit = Unit(
                    id: context.makeID(),
                    parent: world.community.id,
                    kind: .organisation,
                    name: name
                )
                try await world.database.write { try UnitStore.insert(unit, context, on: $0) }
                for _ in 0..<2 {
                    let (names, titles) = try await world.database.read { connection in
                        (
                            try directory.tree(on: connection).units.map(\.name),
                            try directory.measures(on: connection).measures.map(\.title)
                        )
                    }
                    #expect(names.contains(name))
                    #expect(titles.contains(world.seen.title))
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a transaction that writes sees its own changes`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let directory = Directory()
            _ = try await world.database.read { try directory.tree(on: $0) }
            let names = try await world.database.write { connection in
                let unit = Unit(
                    id: Samples.context(8).makeID(),
                    parent: world.community.id,
                    kind: .organisation,
                    name: "Hill"
                )
                try UnitStore.insert(unit, Samples.context(9), on: connection)
                return try directory.tree(on: connection).units.map(\.name)
            }
            #expect(names.contains("Hill"))
        }
    }
}
