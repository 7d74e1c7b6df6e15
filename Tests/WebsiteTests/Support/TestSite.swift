import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Logging
import OpenID
import ProviderTestSupport
import Sightline
import Storage
import StorageSQLite
import Testing
import Website

/// A site on a database of its own, with a community and its administrator.
struct TestSite: Sendable {
    let database: any SQLDatabase
    let clock = TestClock()
    let routes: [Routes.Registered]
    let community: Unit.ID
    /// The identity provider that people may sign in through.
    let provider = TestProvider()
    let site: Site
    let application: Application<RouterResponder<SightlineContext>>

    /// Runs `body` on a fresh site, and removes it afterwards.
    static func run(
        isBehindHTTPS: Bool = false,
        pictureProgram: String = "rsvg-convert",
        // As cheap as can be: a test is no burglar.
        passwordCost: PasswordHash.Cost = PasswordHash.Cost(log2Rounds: 4),
        logger: Logger? = nil,
        mail: MailDelivery? = nil,
        change: (inout SiteConfiguration) -> Void = { _ in },
        _ body: @Sendable (TestSite, Browser) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sightline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SQLiteDatabase(path: folder.appending(path: "test.sqlite").path)
        var configuration = SiteConfiguration(
            isBehindHTTPS: isBehindHTTPS,
            passwordCost: passwordCost,
            mail: mail,
            pictureProgram: pictureProgram
        )
        change(&configuration)
        let site = try await TestSite(database: database, configuration, logger)
        try await site.application.test(.router) { try await body(site, Browser($0)) }
        try? await database.close()
    }

    private init(
        database: any SQLDatabase,
        _ configuration: SiteConfiguration,
        _ logger: Logger?
    ) async throws {
        let database = AuditedDatabase(database)
        self.database = database
        let clock = clock
        try await Migrator(Schema.migrations).migrate(database, instant: clock.now.microseconds)
        community = try await database.write { connection in
            _ = try Administrator.link(now: clock.now, on: connection)
            return try #require(try UnitStore.tree(on: connection).roots.first).id
        }
        var quiet = Logger(label: "test")
        quiet.logLevel = .critical
        let logger = logger ?? quiet
        var configuration = configuration
        configuration.providerTransport = provider
        if configuration.providers.isEmpty { configuration.providers = [Self.example(provider.provider)] }
        site = Site(
            database: database,
            configuration: configuration,
            logger: logger,
            clock: { clock.now }
        )
        let built = Server.buildRouter(site: site)
        routes = built.routes.registered
        application = Application(router: built.router, logger: logger)
    }

    /// A provider that vouches for the people of example.org.
    static func example(_ provider: Provider) -> IdentityProvider {
        IdentityProvider(key: .example, name: "Riverside", provider: provider, domains: ["example.org"])
    }

    /// The path of a fresh one-time link of the administrator.
    func link() async throws -> String {
        let now = clock.now
        return Address.signInLink(try await database.write { try Administrator.link(now: now, on: $0) }).path
    }

    /// Signs a browser in as the administrator.
    func signIn(_ browser: inout Browser) async throws {
        let link = try await link()
        try await browser.get(link)
        try await browser.post(link)
        #expect(browser.status == .seeOther)
    }

    /// Signs a browser in as someone with one role.
    func signIn(_ browser: inout Browser, as role: Role, on unit: Unit.ID) async throws {
        browser.cookie = "sightline-session=\(try await session(of: role, on: unit).secret.text)"
    }

    /// A session of someone new with one role.
    func session(of role: Role, on unit: Unit.ID) async throws -> (secret: Secret, person: Person.ID) {
        let context = Context(author: Author(name: "Test"), now: clock.now)
        return try await database.write { connection in
            let account = try AccountStore.insert(name: "Robin", context, on: connection)
            try AccountStore.grant(RoleGrant(role: role, unit: unit), to: account.id, context, on: connection)
            return (try SignInStore.startSession(of: account.id, context, on: connection), account.person.id)
        }
    }

    /// Adds a unit inside another one.
    func add(_ name: String, _ kind: Unit.Kind, inside parent: Unit.ID) async throws -> Unit.ID {
        let context = Context(author: Author(name: "Test"), now: clock.now)
        let unit = Unit(id: context.makeID(), parent: parent, kind: kind, name: name)
        try await database.write { try UnitStore.insert(unit, context, on: $0) }
        return unit.id
    }
}
