import DatabaseTestSupport
import Sightline
import Storage
import Testing

struct SignInTests {
    @Test(arguments: TestEngine.available)
    func `a link signs in once, until it expires`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let account = try await Self.administrator(of: world)
            let link = try await Self.makeLink(for: account, seed: 10, in: world)
            let session = try #require(try await Self.use(link, seed: 11, at: 100, in: world))
            let found = try await world.database.read {
                try SignInStore.session(session, at: Self.time(100), on: $0)
            }
            #expect(found?.account == account)
            let again = try await Self.use(link, seed: 12, at: 101, in: world)
            #expect(again == nil)
            let old = try await Self.makeLink(for: account, seed: 15, in: world)
            let tooLate = try await Self.use(old, seed: 16, at: 24 * 3_600, in: world)
            #expect(tooLate == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a session ends when idle, when old, or when signed out`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let account = try await Self.administrator(of: world)
            let session = try await world.database.write {
                try SignInStore.startSession(of: account, Samples.context(20, at: 0), on: $0)
            }
            func isSignedIn(at seconds: Int64) async throws -> Bool {
                try await world.database.read { connection in
                    let limits = Session.Limits(idle: 100, absolute: 150)
                    return try SignInStore.session(
                        session,
                        at: Self.time(seconds),
                        limits: limits,
                        on: connection
                    ) != nil
                }
            }
            let unused = [try await isSignedIn(at: 99), try await isSignedIn(at: 100)]
            #expect(unused == [true, false])
            try await world.database.write { try SignInStore.touch(session, at: Self.time(90), on: $0) }
            let used = [try await isSignedIn(at: 149), try await isSignedIn(at: 150)]
            #expect(used == [true, false])
            try await world.database.write { try SignInStore.endSession(session, at: Self.time(91), on: $0) }
            let ended = try await isSignedIn(at: 92)
            #expect(!ended)
        }
    }

    @Test(arguments: TestEngine.available)
    func `the database holds no secret`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let account = try await Self.administrator(of: world)
            let link = try await Self.makeLink(for: account, seed: 10, in: world)
            let stored = try await world.database.read { connection in
                try connection.all("SELECT secret_hash FROM sign_in_link", []) { try $0.text(0) }
            }
            #expect(stored == [link.hash])
            #expect(link.hash != link.text && !"\(link)".contains(link.text))
        }
    }

    @Test func `a secret reads back from its text, and nothing else does`() throws {
        let text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO_-"
        #expect(Secret(text)?.text == text)
        #expect(Secret(text + "a") == nil)
        #expect(Secret(String(text.dropLast()) + "!") == nil)
        #expect(Secret("") == nil)
    }

    private static func time(_ seconds: Int64) -> Timestamp { Timestamp(microseconds: seconds * 1_000_000) }

    private static func administrator(of world: World) async throws -> Account.ID {
        try await world.database.write { connection in
            let context = Samples.context(5, at: 0)
            let account = try AccountStore.insert(name: "Ada", context, on: connection)
            let grant = RoleGrant(role: .administrator, unit: world.community.id)
            try AccountStore.grant(grant, to: account.id, context, on: connection)
            try AccountStore.grant(grant, to: account.id, context, on: connection)
            let found = try AccountStore.find(account.id, on: connection)
            #expect(found?.roles == [grant])
            return try #require(try AccountStore.administrator(of: world.community.id, on: connection))
        }
    }

    private static func makeLink(
        for account: Account.ID,
        seed: UInt64,
        in world: World
    ) async throws -> Secret {
        try await world.database.write {
            try SignInStore.makeLink(for: account, .signIn, Samples.context(seed, at: 0), on: $0)
        }
    }

    private static func use(
        _ link: Secret,
        seed: UInt64,
        at seconds: Int64,
        in world: World
    ) async throws -> Secret? {
        try await world.database.write {
            try SignInStore.useLink(link, device: "Firefox", Samples.context(seed, at: seconds), on: $0)
        }
    }
}
