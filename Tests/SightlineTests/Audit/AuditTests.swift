import DatabaseTestSupport
import Sightline
import Storage
import Testing

struct AuditTests {
    private static func fill(_ world: World) async throws {
        try await world.database.write { connection in
            for seed in 1...5 as ClosedRange<UInt64> {
                let context = Samples.context(seed, at: 1_700_000_000 + Int64(seed))
                let account = try AccountStore.insert(name: "Person \(seed)", context, on: connection)
                let grant = RoleGrant(role: .viewer, unit: world.north.id)
                try AccountStore.grant(grant, to: account.id, context, on: connection)
            }
        }
    }

    private static func verify(_ world: World) async throws -> AuditStore.Finding {
        try await world.database.read { try AuditStore.verify(on: $0) }
    }

    @Test(arguments: TestEngine.available)
    func `the trail is sound as it was written`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await Self.fill(world)
            guard case .sound(let count, let newest) = try await Self.verify(world) else {
                Issue.record("not sound")
                return
            }
            // The world's three units and two measures, and five people, each with an account and a role.
            #expect(count == 15 && newest.count == 64)
            #expect(try await world.database.read { try AuditStore.holds(newest, on: $0) })
        }
    }

    /// What someone with the database in hand could do to the third record.
    private static let tampering = [
        "UPDATE audit SET author = 'Eve' WHERE sequence = 3",
        "UPDATE audit SET instant = instant + 1 WHERE sequence = 3",
        "UPDATE audit SET changes = '' WHERE sequence = 3",
        "UPDATE audit SET subject_name = author, author = subject_name WHERE sequence = 3",
        "UPDATE audit SET hash = (SELECT a.hash FROM audit a WHERE a.sequence = 2) WHERE sequence = 3",
        "DELETE FROM audit WHERE sequence = 3",
        "UPDATE audit SET unit_id = NULL WHERE sequence = 3",
        "UPDATE audit SET act = 'nonsense' WHERE sequence = 3",
    ]

    @Test(arguments: TestEngine.available)
    func `an empty trail is sound`(engine: TestEngine) async throws {
        try await engine.withDatabase(Schema.migrations) { database in
            let finding = try await database.read { try AuditStore.verify(on: $0) }
            #expect(finding == .sound(count: 0, newest: ""))
        }
    }

    @Test(arguments: TestEngine.available, tampering)
    func `whatever is done to a record is found where it was done`(
        engine: TestEngine,
        sql: String
    ) async throws {
        try await World.run(on: engine) { world in
            try await Self.fill(world)
            try await world.database.write { try $0.run(script: sql) }
            #expect(try await Self.verify(world) == .broken(sequence: 3))
        }
    }

    @Test func `cutting the end off is found by the hash that was noted`() async throws {
        try await World.run(on: .sqlite) { world in
            try await Self.fill(world)
            guard case .sound(_, let newest) = try await Self.verify(world) else { return }
            try await world.database.write { try $0.run(script: "DELETE FROM audit WHERE sequence = 15") }
            #expect(try await world.database.read { try !AuditStore.holds(newest, on: $0) })
        }
    }

    @Test(arguments: TestEngine.available)
    func `a record says who, when, from where and what`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let context = Context(
                author: Author(name: "Ada"),
                now: Timestamp(microseconds: 7),
                origin: "192.0.2.7"
            )
            let records = try await world.database.write { connection in
                let account = try AccountStore.insert(name: "Bob", context, on: connection)
                let grant = RoleGrant(role: .editor, unit: world.north.id)
                try AccountStore.grant(grant, to: account.id, context, on: connection)
                let bob = try #require(try AccountStore.find(account.id, on: connection))
                let renamed = Person(id: bob.person.id, name: "Bob\tthe\\Builder\n", email: "bob@example.org")
                try AccountStore.update(renamed, of: bob, context, on: connection)
                return try AuditStore.records(within: world.community.id, limit: 9, on: connection) {
                    $0.origin == "192.0.2.7"
                }
            }
            #expect(records.map(\.entry.act) == [.changed, .created])
            #expect(records.allSatisfy { $0.author.name == "Ada" && $0.origin == "192.0.2.7" })
            #expect(
                records.first?.entry.changes == [
                    .init("name", "Bob", "Bob\tthe\\Builder\n"), .init("email", nil, "bob@example.org"),
                ]
            )
            #expect(records.last?.entry.subject.unit == world.north.id)
        }
    }
}
