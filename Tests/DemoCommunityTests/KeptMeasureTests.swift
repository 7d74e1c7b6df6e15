import Sightline
import Storage
import Testing

/// What the demo's hospital keeps to itself.
struct KeptMeasureTests {
    private static func titles(for name: String, in world: DemoWorld) async throws -> [String] {
        try await world.database.read { connection in
            let account = try #require(try AccountStore.all(on: connection).first { $0.person.name == name })
            let reader = Readership(account, world.measures, world.tree)
            let unit = try #require(world.tree.unit(code: "APP-GEN")).id
            return try MeasureTable.rows(MeasureTableQuery(unit: unit), for: reader, on: connection)
                .map(\.measure.title)
        }
    }

    @Test func `the hospital's own people see it, and neither the evaluator nor the administrator does`()
        async throws
    {
        try await DemoWorld.run { world in
            let kept = "Feel safe to speak up"
            #expect(try await Self.titles(for: "Kit Marsh", in: world).contains(kept))
            for outsider in ["Wren Lake", "Administrator"] {
                let seen = try await Self.titles(for: outsider, in: world)
                #expect(!seen.isEmpty && !seen.contains(kept))
            }
        }
    }

    @Test func `the trail of how its people came is sound`() async throws {
        try await DemoWorld.run { world in
            let finding = try await world.database.read { try AuditStore.verify(on: $0) }
            guard case .sound(let count, _) = finding else {
                Issue.record("the trail is broken")
                return
            }
            #expect(count >= 7)
        }
    }
}
