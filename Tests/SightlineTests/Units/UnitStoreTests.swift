import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct UnitStoreTests {
    @Test(arguments: TestEngine.available)
    func `units read back as a tree`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let tree = try await world.database.read { try UnitStore.tree(on: $0) }
            #expect(tree.units == [world.community, world.north, world.south])
            let found = try await world.database.read { try UnitStore.find(code: "rn1", on: $0) }
            #expect(found == world.north)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what the tree can't hold is refused by name`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let id = Unit.ID(microseconds: 1, seed: 8)
            let cases: [(Unit, UnitError)] = [
                (Unit(id: id, parent: world.north.id, kind: .team, name: ""), .nameMissing),
                (Unit(id: id, parent: nil, kind: .team, name: "Team"), .parentMissing(.team)),
                (
                    Unit(id: id, parent: world.north.id, kind: .place, name: "Place"),
                    .parentNotWider(kind: .place, parent: .organisation)
                ),
                (
                    Unit(id: id, parent: world.community.id, kind: .place, name: "P", code: "rs1"),
                    .codeTaken(code: "rs1", by: world.south.id)
                ),
                (Unit(id: id, parent: id, kind: .team, name: "Team"), .notFound(id)),
            ]
            for (unit, error) in cases {
                await #expect(throws: error) {
                    try await world.database.write { try UnitStore.insert(unit, Samples.context(77), on: $0) }
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a unit is renamed and moved, but not below itself`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let place = Unit(
                id: Unit.ID(microseconds: 1, seed: 8),
                parent: world.community.id,
                kind: .place,
                name: "West"
            )
            try await world.database.write { connection in
                try UnitStore.insert(place, Samples.context(78), on: connection)
                try UnitStore.move(world.north.id, to: place.id, Samples.context(79), on: connection)
                try UnitStore.rename(
                    world.north.id,
                    to: "Far North",
                    code: "RN1",
                    Samples.context(80),
                    on: connection
                )
            }
            let tree = try await world.database.read { try UnitStore.tree(on: $0) }
            #expect(tree.path(of: world.north.id) == ["Valley", "West", "Far North"])
            await #expect(throws: UnitError.cycle) {
                try await world.database.write {
                    try UnitStore.move(place.id, to: world.north.id, Samples.context(79), on: $0)
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the newest event says whether a unit takes part`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let days = ["2024-06-01", "2020-01-01"].map(Samples.day)
            try await world.database.write { connection in
                try UnitStore.record(
                    .left,
                    of: world.south.id,
                    day: days[0],
                    reason: "Merged",
                    Samples.context(1),
                    on: connection
                )
                try UnitStore.record(
                    .joined,
                    of: world.south.id,
                    day: days[1],
                    reason: "Founder",
                    Samples.context(2),
                    on: connection
                )
            }
            let (unit, events) = try await world.database.read { connection in
                (
                    try UnitStore.find(world.south.id, on: connection),
                    try UnitStore.events(of: world.south.id, on: connection)
                )
            }
            #expect(unit?.membership == .left)
            #expect(events.map(\.membership) == [.joined, .left])
            #expect(events.map(\.reason) == ["Founder", "Merged"])
        }
    }
}
