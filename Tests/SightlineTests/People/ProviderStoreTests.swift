import DatabaseTestSupport
import Sightline
import Storage
import Testing

/// Identities and attempts to sign in through providers, in the database.
struct ProviderStoreTests {
    private static let issuer = "https://login.example.org"

    private static func account(_ email: String, seed: UInt64, in world: World) async throws -> Account {
        try await world.database.write {
            try AccountStore.insert(name: email, email: email, Samples.context(seed), on: $0)
        }
    }

    private static func time(_ seconds: Int64) -> Timestamp {
        Timestamp(microseconds: seconds * 1_000_000)
    }

    private static func identity(_ subject: String, _ issuer: String = issuer) -> LinkedIdentity {
        LinkedIdentity(issuer: issuer, subject: subject, created: Timestamp(microseconds: 0))
    }

    @Test(arguments: TestEngine.available)
    func `an identity is the issuer and its subject together, and leads into one account`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let ada = try await Self.account("ada@example.org", seed: 40, in: world)
            let eve = try await Self.account("eve@example.org", seed: 41, in: world)
            let results = try await world.database.write { connection in
                let context = Samples.context(42)
                return [
                    try LinkedIdentityStore.link(Self.identity("1"), to: ada, context, on: connection),
                    try LinkedIdentityStore.link(Self.identity("1"), to: eve, context, on: connection),
                    try LinkedIdentityStore.link(
                        Self.identity("1", "https://other.example"),
                        to: eve,
                        context,
                        on: connection
                    ),
                ]
            }
            #expect(results == [true, false, true])
            let found = try await world.database.read { connection in
                [
                    try LinkedIdentityStore.account(issuer: Self.issuer, subject: "1", on: connection)?.id,
                    try LinkedIdentityStore.account(issuer: Self.issuer, subject: "2", on: connection)?.id,
                    try LinkedIdentityStore.account(
                        issuer: "https://other.example",
                        subject: "1",
                        on: connection
                    )?.id,
                ]
            }
            #expect(found == [ada.id, nil, eve.id])
        }
    }

    @Test(arguments: TestEngine.available)
    func `only its own account unlinks an identity, and a merged account has none`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let ada = try await Self.account("ada@example.org", seed: 40, in: world)
            let eve = try await Self.account("eve@example.org", seed: 41, in: world)
            let (one, two) = (Self.identity("1"), Self.identity("2"))
            try await world.database.write { connection in
                let context = Samples.context(42)
                try LinkedIdentityStore.link(one, to: ada, context, on: connection)
                try LinkedIdentityStore.link(two, to: eve, context, on: connection)
                let foreign = try LinkedIdentityStore.unlink(
                    handle: two.handle,
                    from: ada,
                    context,
                    on: connection
                )
                #expect(foreign == nil)
                let own = try LinkedIdentityStore.unlink(
                    handle: one.handle,
                    from: ada,
                    context,
                    on: connection
                )
                #expect(own == one)
                try AccountStore.merge(eve, into: ada, context, on: connection)
                #expect(try LinkedIdentityStore.all(of: ada.id, on: connection).isEmpty)
                #expect(try LinkedIdentityStore.all(of: eve.id, on: connection).isEmpty)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an attempt is used once, by its own browser, for its own issuer, within ten minutes`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let attempts = (0..<2).map {
                ProviderAttempt(issuer: Self.issuer, account: nil, Samples.context(50 + UInt64($0)))
            }
            let (mine, other) = (attempts[0], attempts[1])
            func use(_ browser: Secret, _ issuer: String, at seconds: Int64) async throws -> Bool {
                try await world.database.write { connection in
                    try ProviderAttemptStore.use(
                        state: mine.state,
                        browser: browser,
                        issuer: issuer,
                        at: Self.time(seconds),
                        on: connection
                    ) != nil
                }
            }
            func insert() async throws {
                try await world.database.write {
                    try ProviderAttemptStore.insert(mine, at: Self.time(0), on: $0)
                }
            }
            try await insert()
            #expect(try await !use(other.browser, Self.issuer, at: 1))
            #expect(try await !use(mine.browser, "https://other.example", at: 1))
            #expect(try await !use(mine.browser, Self.issuer, at: 600))
            #expect(try await use(mine.browser, Self.issuer, at: 599))
            #expect(try await !use(mine.browser, Self.issuer, at: 599))
            #expect(mine.nonce != mine.verifier)
            #expect(mine.verifier.utf8.count == 64)
        }
    }

    @Test(arguments: TestEngine.available)
    func `invitations to an address are used up whatever its case, and no others`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let emails = ["Ada@Example.org", "ada@example.org", "ada@example.com"]
            let used = try await world.database.write { connection in
                for (index, email) in emails.enumerated() {
                    _ = try InvitationStore.insert(
                        email: email,
                        name: "A",
                        role: .viewer,
                        on: world.north.id,
                        Samples.context(60 + UInt64(index)),
                        on: connection
                    )
                }
                return try InvitationStore.useAll(
                    to: "ADA@example.org",
                    at: Timestamp(microseconds: 1),
                    on: connection
                ).map(\.email).sorted()
            }
            #expect(used == ["Ada@Example.org", "ada@example.org"])
        }
    }
}
