import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct ReminderTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    /// A decision of North that someone with an account owns, due in 30 days.
    private static func decide(
        in world: World,
        owner: Account,
        seed: UInt64,
        due days: Int = 30
    ) async throws -> Decision {
        let context = Samples.context(seed, at: start)
        let review = Review(
            id: context.makeID(),
            unit: world.north.id,
            kind: .monthly,
            day: context.now.day,
            author: context.author,
            instant: context.now
        )
        let decision = Decision(
            id: context.makeID(),
            review: review.id,
            unit: world.north.id,
            kind: .watch,
            text: "Watch the weekends",
            expected: "Four weekends of numbers",
            owner: Author(name: owner.person.name, person: owner.person.id),
            due: try #require(context.now.day.advanced(by: days)),
            author: context.author,
            instant: context.now
        )
        try await world.database.write { connection in
            try ReviewStore.open(review, context, on: connection)
            try DecisionStore.decide(decision, in: review, context, on: connection)
        }
        return decision
    }

    private static func account(_ role: Role, of world: World, seed: UInt64) async throws -> Account {
        let context = Samples.context(seed, at: start)
        let unit = world.north.id
        return try await world.database.write { connection in
            let made = try AccountStore.insert(
                name: "Ines",
                email: "ines@example.org",
                context,
                on: connection
            )
            try AccountStore.grant(RoleGrant(role: role, unit: unit), to: made.id, context, on: connection)
            return try #require(try AccountStore.find(made.id, on: connection))
        }
    }

    /// The bodies of the letters that a run on a later day writes.
    private static func letters(_ days: Int64, in world: World, seed: UInt64) async throws -> [String] {
        let context = Samples.context(seed, at: start + days * day)
        return try await world.database.write { connection in
            let before = try MailStore.count(on: connection)
            let count = try Reminders.post(
                context,
                address: { "https://example.org/\($0.id)" },
                on: connection
            )
            #expect(try MailStore.count(on: connection) == before + count)
            return try MailStore.due(at: context.now, on: connection).suffix(count).map(\.body)
        }
    }

    @Test(arguments: TestEngine.available)
    func `an owner is told a week before the day and on it, each once however often it is asked`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let owner = try await Self.account(.contributor, of: world, seed: 400)
            let decision = try await Self.decide(in: world, owner: owner, seed: 401)
            #expect(try await Self.letters(22, in: world, seed: 402).isEmpty)
            let first = try await Self.letters(23, in: world, seed: 403)
            #expect(first.count == 1)
            #expect(first.first?.contains("Watch the weekends.") == true)
            #expect(first.first?.contains("https://example.org/\(decision.id)") == true)
            #expect(try await Self.letters(23, in: world, seed: 404).isEmpty)
            #expect(try await Self.letters(29, in: world, seed: 405).isEmpty)
            #expect(try await Self.letters(30, in: world, seed: 406).count == 1)
            #expect(try await Self.letters(45, in: world, seed: 407).isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `nobody is told of what was followed up, or what they may not see any more`(
        engine: TestEngine
    )
        async throws
    {
        try await World.run(on: engine) { world in
            let owner = try await Self.account(.contributor, of: world, seed: 410)
            let decision = try await Self.decide(in: world, owner: owner, seed: 411)
            _ = try await Self.decide(in: world, owner: owner, seed: 412, due: 31)
            let context = Samples.context(413, at: Self.start + 10 * Self.day)
            let followUp = FollowUp(
                .cannotTell,
                happened: "Two weekends only",
                author: context.author,
                instant: context.now
            )
            try await world.database.write { connection in
                try DecisionStore.follow(up: decision, with: followUp, context, on: connection)
            }
            let grant = RoleGrant(role: .contributor, unit: world.north.id)
            try await world.database.write { connection in
                try AccountStore.revoke(grant, from: owner, context, on: connection)
            }
            #expect(try await Self.letters(40, in: world, seed: 414).isEmpty)
            try await world.database.write { connection in
                try AccountStore.grant(grant, to: owner.id, context, on: connection)
            }
            let letters = try await Self.letters(40, in: world, seed: 415)
            #expect(letters.count == 1)
            #expect(letters.first?.contains("\(decision.id)") == false)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a calendar opens by its newest secret only, and shows what its person may see`(
        engine: TestEngine
    )
        async throws
    {
        try await World.run(on: engine) { world in
            let owner = try await Self.account(.viewer, of: world, seed: 420)
            let decision = try await Self.decide(in: world, owner: owner, seed: 421)
            let context = Samples.context(422, at: Self.start)
            let (old, new) = try await world.database.write { connection in
                (
                    try CalendarFeedStore.make(for: owner, context, on: connection),
                    try CalendarFeedStore.make(for: owner, context, on: connection)
                )
            }
            let keys = try await world.database.read { connection -> [String] in
                #expect(try CalendarFeedStore.open(old, on: connection) == nil)
                let account = try #require(try CalendarFeedStore.open(new, on: connection))
                let reader = try Directory().readership(account, on: connection)
                let events = try CalendarEvent.all(
                    of: account,
                    for: reader,
                    today: context.now.day,
                    on: connection
                )
                #expect(events.contains { $0.subject == .review(world.north.id, decision.review) })
                return events.map(\.key)
            }
            #expect(keys.contains("decision-\(decision.id)"))
            // Twelve second Tuesdays lie ahead, and each has a key of its own.
            #expect(keys.count { $0.hasPrefix("\(world.north.id)-monthly") } >= 12)
            #expect(Set(keys).count == keys.count)
            try await world.database.write { connection in
                let grant = RoleGrant(role: .viewer, unit: world.north.id)
                try AccountStore.revoke(grant, from: owner, context, on: connection)
                let account = try #require(try CalendarFeedStore.open(new, on: connection))
                let reader = try Directory().readership(account, on: connection)
                let events = try CalendarEvent.all(
                    of: account,
                    for: reader,
                    today: context.now.day,
                    on: connection
                )
                #expect(events.isEmpty)
                try CalendarFeedStore.end(of: account, context, on: connection)
                #expect(try CalendarFeedStore.open(new, on: connection) == nil)
            }
        }
    }
}
