import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct StoryTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    private static func story(
        _ world: World,
        _ kind: Story.Kind = .story,
        _ visibility: Visibility = .community,
        seed: UInt64 = 80
    ) async throws -> Story {
        let context = Samples.context(seed, at: start)
        let story = Story(
            id: context.makeID(),
            unit: world.north.id,
            kind: kind,
            visibility: visibility,
            title: "She walks to the shop",
            day: context.now.day,
            changed: "She was helped at home",
            matters: "It is what she missed",
            author: context.author,
            instant: context.now
        )
        try await world.database.write { try StoryStore.insert(story, context, on: $0) }
        return story
    }

    private static func found(_ story: Story, _ world: World) async throws -> Story? {
        try await world.database.read { try StoryStore.find(story.id, on: $0) }
    }

    private static func consent(
        _ story: Story,
        _ who: String,
        _ audience: Visibility,
        _ world: World,
        seed: UInt64
    ) async throws {
        let context = Samples.context(seed, at: start + Int64(seed))
        let consent = Consent(
            id: context.makeID(),
            who: who,
            audience: audience,
            day: context.now.day,
            author: context.author,
            instant: context.now
        )
        let now = try #require(try await found(story, world))
        try await world.database.write { try StoryStore.record(consent, to: now, context, on: $0) }
    }

    private static func withdraw(_ story: Story, _ who: String, _ world: World, seed: UInt64) async throws {
        let context = Samples.context(seed, at: start + Int64(seed))
        let now = try #require(try await found(story, world))
        let consent = try #require(now.consents.current.first { $0.who == who })
        try await world.database.write {
            try StoryStore.withdraw(consent.id, of: now, reason: "Second thoughts", context, on: $0)
        }
    }

    // MARK: Who sees it

    @Test(arguments: TestEngine.available)
    func `a story reaches as far as the fewest that those it tells of agreed to`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let story = try await Self.story(world)
            func reach() async throws -> Visibility? {
                try #require(try await Self.found(story, world)).reach
            }
            #expect(try await reach() == nil)
            try await Self.consent(story, "Mrs H", .community, world, seed: 81)
            #expect(try await reach() == .community)
            try await Self.consent(story, "Her daughter", .place, world, seed: 82)
            #expect(try await reach() == .place)
            // One of them is enough to take it out of sight, and the same person can agree anew.
            try await Self.withdraw(story, "Mrs H", world, seed: 83)
            #expect(try await reach() == nil)
            try await Self.consent(story, "mrs h", .unit, world, seed: 84)
            #expect(try await reach() == .unit)
            try await Self.consent(story, "Mrs H", .community, world, seed: 85)
            #expect(try await reach() == .place)
        }
    }

    @Test func `its unit may show less than was agreed, and a learning note needs nobody's consent`() {
        let context = Samples.context(86)
        var story = Story(
            id: context.makeID(),
            unit: context.makeID(),
            kind: .note,
            visibility: .unit,
            title: "",
            day: context.now.day,
            changed: "",
            matters: "",
            author: context.author,
            instant: context.now
        )
        #expect(story.reach == .unit)
        story.kind = .story
        #expect(story.reach == nil)
        story.consents = [
            Consent(
                id: context.makeID(),
                who: "Mrs H",
                audience: .community,
                day: context.now.day,
                author: context.author,
                instant: context.now
            )
        ]
        #expect(story.reach == .unit)
    }

    @Test func `without consent only who records things for its own unit sees a story`() {
        let context = Samples.context(87)
        let units = [Unit.Kind.community, .place, .organisation, .team].enumerated().reduce(into: [Unit]()) {
            units,
            item in
            units.append(
                Unit(
                    id: context.makeID(),
                    parent: units.last?.id,
                    kind: item.element,
                    name: "Unit \(item.offset)"
                )
            )
        }
        let other = Unit(id: context.makeID(), parent: units[1].id, kind: .organisation, name: "Other")
        let tree = UnitTree(units + [other])
        var story = Story(
            id: context.makeID(),
            unit: units[2].id,
            kind: .story,
            visibility: .community,
            title: "",
            day: context.now.day,
            changed: "",
            matters: "",
            author: context.author,
            instant: context.now
        )
        func readers() -> Set<String> { Self.readers(of: story, among: units + [other], in: tree) }
        let own: Set = ["contributor of Unit 2", "editor of Unit 2", "administrator of Unit 2"]
        #expect(readers() == own)
        let consent = Consent(
            id: context.makeID(),
            who: "Mrs H",
            audience: .place,
            day: context.now.day,
            author: context.author,
            instant: context.now
        )
        story.consents = [consent]
        let reading = ["viewer", "contributor", "editor", "evaluator", "administrator"]
        let place = reading.flatMap { role in
            ["Unit 1", "Unit 2", "Unit 3", "Other"].map { "\(role) of \($0)" }
        }
        #expect(readers() == Set(place), "the community lies above what was agreed to")
        let withdrawal = Consent.Withdrawal(name: "Ada", instant: context.now, reason: "")
        story.consents[0].withdrawal = withdrawal
        #expect(readers() == own)
    }

    /// The roles on units that let someone read a story: "editor of Unit 2".
    private static func readers(of story: Story, among units: [Unit], in tree: UnitTree) -> Set<String> {
        let context = Samples.context(86)
        var found: Set<String> = []
        for unit in units {
            for role in Role.allCases {
                let account = Account(
                    id: context.makeID(),
                    person: Person(id: context.makeID(), name: "Robin"),
                    roles: [RoleGrant(role: role, unit: unit.id)],
                    isActive: true
                )
                guard Access.decide(account, .read, on: story, in: tree).isAllowed else { continue }
                found.insert("\(role.rawValue) of \(unit.name)")
            }
        }
        return found
    }

    // MARK: The record

    @Test(arguments: TestEngine.available)
    func `the audit trail says what was done, and not a word of what a story tells`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            var story = try await Self.story(world)
            try await Self.consent(story, "Mrs H", .place, world, seed: 88)
            try await Self.withdraw(story, "Mrs H", world, seed: 89)
            story.changed = "She was helped in her own kitchen"
            let (changed, context) = (story, Samples.context(90, at: Self.start + 100))
            let records = try await world.database.write { connection in
                try StoryStore.update(changed, context, on: connection)
                let id = changed.id
                let reason = "She asked for it"
                let item = try BinStore.delete(id, reason: reason, context, on: connection)
                try BinStore.purge(item, context, on: connection)
                return try AuditStore.records(within: world.north.id, limit: 50, on: connection) { _ in true }
            }
            let told = records.filter { $0.entry.subject.kind == .story }
            #expect(told.map(\.entry.act) == [.purged, .deleted, .changed, .changed, .changed, .created])
            let words = told.map { "\($0.entry)" }.joined()
            for secret in ["shop", "helped", "kitchen", "missed", "Mrs H", "Second thoughts", "asked"] {
                #expect(!words.contains(secret), "\(secret)")
            }
            #expect(words.contains("1 given, 0 taken back: place"))
            #expect(words.contains("0 given, 1 taken back: nobody else"))
        }
    }

    @Test(arguments: TestEngine.available)
    func `a story comes out of the bin with its consents and its history, until it is gone for good`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            var story = try await Self.story(world)
            try await Self.consent(story, "Mrs H", .place, world, seed: 91)
            story.title = "She walks again"
            let (changed, context) = (story, Samples.context(92, at: Self.start + 100))
            let before = try await world.database.write { connection in
                try StoryStore.update(changed, context, on: connection)
                return try StoryStore.find(changed.id, on: connection)
            }
            let item = try await world.database.write {
                try BinStore.delete(changed.id, reason: "", context, on: $0)
            }
            #expect(try await Self.found(story, world) == nil)
            let reader = try await world.database.read { try World.reader(on: $0) }
            let seen = try await world.database.read {
                try StoryStore.all(within: world.community.id, for: reader, on: $0)
            }
            #expect(seen.stories.isEmpty && seen.kept == 0)
            try await world.database.write { try BinStore.restore(item, context, on: $0) }
            #expect(try await Self.found(story, world) == before)
            let revisions = try await world.database.read {
                try RevisionStore.all(.story, changed.id, on: $0)
            }
            #expect(
                revisions.map { $0.fields["story-title"] } == ["She walks again", "She walks to the shop"]
            )
            let late = Samples.context(93, at: Self.start + 31 * Self.day)
            let left = try await world.database.write { connection in
                try BinStore.delete(changed.id, reason: "", context, on: connection)
                #expect(try BinStore.purgeExpired(late, on: connection) == 1)
                return try ["story", "story_consent", "bin"].map { table in
                    try connection.one("SELECT COUNT(*) FROM \(table)", []) { try $0.integer(0) }
                } + [Int64(try RevisionStore.all(.story, changed.id, on: connection).count)]
            }
            #expect(left == [0, 0, 0, 0])
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is missing or can't be is said by field`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let known = try await Self.story(world, .note)
            let context = Samples.context(94, at: Self.start)
            var empty = known
            empty.title = ""
            empty.matters = ""
            empty.chosenBy = "The ward"
            empty.day = try #require(context.now.day.advanced(by: 1))
            let wrong = empty
            let problems = [
                StoryProblem("story-title", .missing), StoryProblem("matters", .missing),
                StoryProblem("chosen-because", .missing), StoryProblem("told-on", .inFuture),
            ]
            await #expect(throws: StoryProblems(problems)) {
                try await world.database.write { try StoryStore.update(wrong, context, on: $0) }
            }
            let consent = Consent(
                id: context.makeID(),
                who: "",
                audience: .unit,
                day: context.now.day,
                author: context.author,
                instant: context.now
            )
            let refused = [
                StoryProblem("consent-who", .needsNoConsent), StoryProblem("consent-who", .missing),
            ]
            await #expect(throws: StoryProblems(refused)) {
                try await world.database.write {
                    try StoryStore.record(consent, to: known, context, on: $0)
                }
            }
        }
    }
}
