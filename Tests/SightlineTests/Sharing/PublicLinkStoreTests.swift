import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// Public links to things of each kind, all of which are there at once.
struct PublicLinkStoreTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    /// One thing of each kind, in North.
    private struct Things {
        let series: Series
        let programme: Programme
        let pack: Pack
        let report: Report

        init(_ world: World) async throws {
            try await world.record(Samples.months(Samples.stable(16)), seed: 50)
            series = try #require(try await world.series())
            programme = try await world.theorise().programme
            let report = ReportTests.report(world.north.id)
            self.report = report
            let context = Samples.context(70)
            pack = try await world.database.write { connection in
                try ReportStore.insert(report, context, on: connection)
                return try PackStore.keep(
                    PackStoreTests.content(),
                    text: "one",
                    in: world.north.id,
                    seen: 0,
                    reason: "As agreed",
                    context,
                    on: connection
                )
            }
        }
    }

    /// The secrets of three links: one that holds, one that runs out, and one that was taken back.
    private struct Secrets {
        let holding: Secret
        let expiring: Secret
        let revoked: Secret
        /// When the second has run out.
        let later = Timestamp(microseconds: (PublicLinkStoreTests.start + 1_000) * 1_000_000)

        init<Thing: LinkedThing>(to thing: Thing, _ context: Context, on connection: any SQLConnection) throws
        {
            let make = { try PublicLinkStore.make(to: thing, expires: $0, context, on: connection) }
            revoked = try make(nil)
            let link = try #require(
                try PublicLinkStore.open(to: thing.id, at: context.now, on: connection).first
            )
            // What is taken back twice is taken back once.
            for _ in 0..<2 { try PublicLinkStore.revoke(link, context, on: connection) }
            holding = try make(nil)
            expiring = try make(later)
        }
    }

    private static func secrets<Thing: LinkedThing>(
        to thing: Thing,
        _ world: World,
        seed: UInt64
    ) async throws -> Secrets {
        let context = Samples.context(seed, at: start)
        return try await world.database.write { try Secrets(to: thing, context, on: $0) }
    }

    /// Those of the series, the programme, the pack and the page.
    private static func secrets(of things: Things, _ world: World) async throws -> [Secrets] {
        [
            try await secrets(to: things.series, world, seed: 71),
            try await secrets(to: things.programme, world, seed: 72),
            try await secrets(to: things.pack, world, seed: 73),
            try await secrets(to: things.report, world, seed: 74),
        ]
    }

    // MARK: Opening

    @Test(arguments: TestEngine.available)
    func `a secret opens the one thing that its link shows, until that is revoked or runs out`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let things = try await Things(world)
            let all = try await Self.secrets(of: things, world)
            try await Self.expect(all[0], open: things.series, world, OpenLink.series)
            try await Self.expect(all[1], open: things.programme, world, OpenLink.programme)
            try await Self.expect(all[2], open: things.pack, world, OpenLink.pack)
            try await Self.expect(all[3], open: things.report, world, OpenLink.report)
        }
    }

    private static func expect<Thing: LinkedThing>(
        _ secrets: Secrets,
        open thing: Thing,
        _ world: World,
        _ kind: (PublicLink<Thing>) -> OpenLink
    ) async throws {
        let (now, later) = (Samples.context().now, secrets.later)
        func opened(_ secret: Secret, at now: Timestamp) async throws -> OpenLink? {
            try await world.database.read { try PublicLinkStore.open(secret, at: now, on: $0) }
        }
        let open = try await world.database.read {
            try PublicLinkStore.open(to: thing.id, at: now, on: $0)
        }
        let holding = try #require(open.first { $0.expires == nil })
        let expiring = try #require(open.first { $0.expires == later })
        #expect(open.count == 2 && holding.thing == thing.id && holding.unit == world.north.id)
        #expect(try await opened(secrets.holding, at: later) == kind(holding))
        #expect(try await opened(secrets.expiring, at: now) == kind(expiring))
        #expect(try await opened(secrets.expiring, at: later) == nil)
        #expect(try await opened(secrets.revoked, at: now) == nil)
        // Openings are counted, and links listed with them: of units from the top down to its own, of no other.
        let link = kind(holding)
        for _ in 0..<3 { try await world.database.write { try PublicLinkStore.count(link, on: $0) } }
        let (north, top) = try await world.database.read { connection in
            try (
                PublicLinkStore.all(to: Thing.self, within: world.north.id, on: connection),
                PublicLinkStore.all(to: Thing.self, within: world.community.id, on: connection)
            )
        }
        #expect(north == top && north.map { $0.state(at: later) }.count { $0 == .open } == 1)
        #expect(north.filter { $0.id == holding.id }.map(\.opened) == [3])
        #expect(north.count { $0.opened == 0 } == 2 && north.count { $0.revoked == now } == 1)
        let south = try await world.database.read {
            try PublicLinkStore.all(to: Thing.self, within: world.south.id, on: $0)
        }
        #expect(south.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `one look finds what a secret opens, and no more are needed for one that opens nothing`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let things = try await Things(world)
            let all = try await Self.secrets(of: things, world)
            let unknown = try #require(Secret(String(repeating: "a", count: 43)))
            try await world.database.read { connection in
                for secrets in all {
                    for secret in [secrets.holding, secrets.expiring, secrets.revoked, unknown] {
                        let counting = CountingConnection(connection)
                        let link = try PublicLinkStore.open(secret, at: secrets.later, on: counting)
                        #expect(counting.queries == 1)
                        #expect((link != nil) == (secret == secrets.holding))
                    }
                }
            }
        }
    }

    // MARK: The trail

    @Test(arguments: TestEngine.available)
    func `making and revoking is told: of a series as a link's, of other things as their own`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let things = try await Things(world)
            _ = try await Self.secrets(of: things, world)
            let made = try await Self.told(world, .publicLink)
            #expect(made.map(\.act) == [.created, .created, .ended, .created])
            #expect(made.allSatisfy { $0.subject.name == "Falls" && $0.subject.measure == world.falls.id })
            #expect(Set(made.map(\.subject.id)).count == 3)
            let subjects = [
                AuditEntry.subject(things.programme), AuditEntry.subject(things.pack),
                AuditEntry.subject(things.report),
            ]
            for subject in subjects {
                let changed = try await Self.told(world, subject.kind).filter { record in
                    record.changes.contains { $0.field == "public link" }
                }
                #expect(changed.map(\.act) == [.changed, .changed, .changed, .changed])
                #expect(changed.allSatisfy { $0.subject == subject })
                #expect(
                    changed.flatMap(\.changes) == [
                        .init("public link", nil, "until 2023-11-14"),
                        .init("public link", nil, "until it is revoked"),
                        .init("public link", "until it is revoked", nil),
                        .init("public link", nil, "until it is revoked"),
                    ]
                )
            }
        }
    }

    /// What the trail tells of things of a kind, the newest first.
    private static func told(_ world: World, _ kind: AuditEntry.Kind) async throws -> [AuditEntry] {
        try await world.database.read { connection in
            try AuditStore.records(within: world.community.id, limit: 100, on: connection) {
                $0.entry.subject.kind == kind
            }.map(\.entry)
        }
    }

    // MARK: Gone for good

    @Test(arguments: TestEngine.available)
    func `the links to a thing go when it is deleted for good, and those to others stay`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let things = try await Things(world)
            let all = try await Self.secrets(of: things, world)
            let context = Samples.context(75, at: Self.start)
            let deletions: [@Sendable (any SQLConnection) throws -> BinItem] = [
                { try BinStore.delete(things.series.id, reason: "", context, on: $0) },
                { try BinStore.delete(things.programme.id, reason: "", context, on: $0) },
                { try BinStore.delete(things.pack.id, reason: "", context, on: $0) },
                { try BinStore.delete(things.report.id, reason: "", context, on: $0) },
            ]
            for (index, delete) in deletions.enumerated() {
                let (before, after) = try await world.database.write { connection in
                    for secrets in all[index...] {
                        let link = try #require(
                            try PublicLinkStore.open(secrets.holding, at: context.now, on: connection)
                        )
                        try PublicLinkStore.count(link, on: connection)
                    }
                    let before = try Self.kept(on: connection)
                    try BinStore.purge(try delete(connection), context, on: connection)
                    return (before, try Self.kept(on: connection))
                }
                #expect(before - after == 4, "three links, and the openings of one")
                for (other, secrets) in all.enumerated() {
                    let link = try await world.database.read {
                        try PublicLinkStore.open(secrets.holding, at: context.now, on: $0)
                    }
                    #expect((link != nil) == (other > index))
                }
            }
        }
    }

    /// How many rows the tables of links and of their openings have.
    private static func kept(on connection: any SQLConnection) throws -> Int64 {
        try ["public_link", "programme_link", "pack_link", "report_link"].reduce(0) { sum, table in
            try sum + rows(table, on: connection) + rows("\(table)_opening", on: connection)
        }
    }

    private static func rows(_ table: String, on connection: any SQLConnection) throws -> Int64 {
        try connection.one("SELECT COUNT(*) FROM \(table)") { try $0.integer(0) } ?? 0
    }

    @Test(arguments: TestEngine.available)
    func `a series goes for good with what was decided of its small numbers`(engine: TestEngine) async throws
    {
        try await World.run(on: engine) { world in
            var measure = Samples.measure("losses", kind: .c, seed: 8)
            measure.disclosure = DisclosureRule(threshold: 8)
            let made = measure
            let context = Samples.context(76, at: Self.start)
            try await world.database.write { try MeasureStore.insert(made, context, on: $0) }
            try await world.record(Samples.months([90, 7, 91, 92]), of: made, seed: 77)
            let series = try #require(try await world.series(of: made))
            let left = try await world.database.write { connection in
                let item = try BinStore.delete(series.id, reason: "", context, on: connection)
                try BinStore.purge(item, context, on: connection)
                return try Self.rows("outside_record", on: connection)
                    + Self.rows("outside_status", on: connection)
            }
            #expect(left == 0)
        }
    }
}
