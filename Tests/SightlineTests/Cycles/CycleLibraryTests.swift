import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct CycleLibraryTests {
    private static func found(
        _ search: LibrarySearch,
        _ filter: LibraryFilter = LibraryFilter(),
        in world: World
    ) async throws -> CycleLibrary {
        try await world.database.read { connection in
            try CycleLibrary(search, filter, for: try World.reader(on: connection), on: connection)
        }
    }

    @Test(arguments: TestEngine.available)
    func `all words of a search must be there, whatever their endings and case`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise("Huddle at the board every morning")
            let huddle = try await world.plan("Does a HUDDLE help?", of: made, seed: 100)
            try await world.finish(
                huddle,
                of: made,
                .otherwise,
                .abandon,
                learned: "Nobody came",
                seed: 101
            )
            let socks = try await world.theorise("Red socks, 100% of the time", in: world.south, seed: 102)
            let library = try await Self.found(LibrarySearch(typed: "Morning huddles"), in: world)
            #expect(library.items.map(\.cycle?.id) == [huddle.id])
            #expect(library.items.first?.count == 2)
            #expect(library.triedIn == [world.north.id])
            for search in ["sock", "SOCKS", "100%", "time red", "soc"] {
                let found = try await Self.found(LibrarySearch(typed: search), in: world)
                #expect(found.items.map(\.idea.id) == [socks.idea.id], "\(search)")
                #expect(found.items.first?.cycle == nil)
            }
            #expect(try await Self.found(LibrarySearch(typed: "huddle socks"), in: world).items.isEmpty)
            #expect(try await Self.found(LibrarySearch(typed: "% _"), in: world).items.count == 2)
            #expect(try await Self.found(LibrarySearch(typed: "' OR * \" NEAR("), in: world).items.isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a phrase, the beginning of the last word, and words without their accents are found`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise("Café visits for people who come home")
            let first = try await world.plan("Does a call home help Zoë’s ward?", of: made, seed: 100)
            let second = try await world.plan("Home visits: who makes the call?", of: made, seed: 101)
            func found(_ text: String) async throws -> Set<Cycle.ID> {
                let library = try await Self.found(LibrarySearch(typed: text), in: world)
                return Set(library.items.compactMap(\.cycle?.id))
            }
            #expect(try await found("call home") == [first.id, second.id])
            #expect(try await found("\"call home\"") == [first.id])
            #expect(try await found("“CALL home” wa") == [first.id])
            #expect(try await found("“home call”").isEmpty)
            #expect(try await found("zoes wa") == [first.id])
            #expect(try await found("wa zoe").isEmpty, "only the last word may be begun")
            #expect(try await found("cafe") == [first.id, second.id])
            #expect(try await found("CAFÉ vis") == [first.id, second.id])
        }
    }

    @Test(arguments: TestEngine.available)
    func `what holds a word in its question comes before what holds it elsewhere, and every engine agrees`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise("Something else")
            let often = try await world.plan("Do calls help?", of: made, seed: 100) {
                $0.plan.what = "Text, text, text and text"
            }
            let asked = try await world.plan("Does a text help?", of: made, seed: 101)
            let once = try await world.plan("Does this help?", of: made, seed: 102) {
                $0.context.needed = "Text"
            }
            let library = try await Self.found(LibrarySearch(typed: "text"), in: world)
            #expect(library.items.map(\.cycle?.id) == [asked.id, often.id, once.id])
        }
    }

    @Test(arguments: TestEngine.available)
    func `what a cycle says later, and a new name of its idea, are found; what was taken out is not`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise("Huddle")
            let cycle = try await world.plan(of: made, seed: 100)
            func finds(_ text: String) async throws -> Int {
                try await Self.found(LibrarySearch(typed: text), in: world).items.count
            }
            #expect(try await finds("fewer") == 1, "its prediction")
            #expect(try await finds("pharmacist") == 0)
            try await world.finish(cycle, of: made, learned: "The pharmacist must be there", seed: 101)
            #expect(try await finds("pharmacist") == 1)
            let context = Samples.context(102)
            let other = TheoryNode(
                id: context.makeID(),
                programme: made.programme.id,
                kind: .changeIdea,
                title: "Red socks"
            )
            var renamed = made.idea
            renamed.title = "Stand at the whiteboard"
            let idea = renamed
            try await world.database.write { connection in
                try TheoryStore.update(idea, of: made.programme, context, on: connection)
                try TheoryStore.add(other, to: made.programme, context, on: connection)
            }
            #expect(try await finds("whiteboard") == 1)
            #expect(try await finds("sock") == 1)
            try await world.database.write { connection in
                try TheoryStore.remove(other, of: made.programme, reason: "No", context, on: connection)
            }
            #expect(try await finds("sock") == 0)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is shown is narrowed to what was tried in like conditions`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let small = try await world.plan(of: made, seed: 100) {
                $0.context = Cycle.Setting(level: .micro, population: "People over 75", needed: "A porter")
            }
            try await world.finish(small, of: made, .otherwise, .abandon, seed: 101)
            let large = try await world.plan(of: made, seed: 102) {
                $0.context = Cycle.Setting(level: .macro, population: "Children", needed: "An agreement")
            }
            let elsewhere = try await world.theorise("Never tried", in: world.south, seed: 103)
            func found(_ change: (inout LibraryFilter) -> Void) async throws -> CycleLibrary {
                var filter = LibraryFilter()
                change(&filter)
                return try await Self.found(LibrarySearch(typed: ""), filter, in: world)
            }
            #expect(try await found { $0.level = .micro }.items.map(\.cycle?.id) == [small.id])
            #expect(try await found { $0.population = "over 7" }.items.map(\.cycle?.id) == [small.id])
            #expect(try await found { $0.needed = "AGREE" }.items.map(\.cycle?.id) == [large.id])
            #expect(try await found { $0.standing = .abandon }.items.map(\.cycle?.id) == [small.id])
            #expect(try await found { $0.standing = .open }.items.map(\.cycle?.id) == [large.id])
            // An idea whose cycles are left out has been tested all the same.
            #expect(try await found { $0.standing = .untested }.items.map(\.idea.id) == [elsewhere.idea.id])
            let south = world.south.id
            #expect(try await found { $0.within = south }.items.map(\.idea.id) == [elsewhere.idea.id])
        }
    }

    @Test(arguments: TestEngine.available)
    func `nobody finds or counts what a unit keeps from them, nor is what they find put in order by it`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let shared = try await world.theorise(seed: 110)
            let kept = try await world.theorise("Secret huddle", visibility: .unit, seed: 111)
            for (index, made) in [shared, kept].enumerated() {
                _ = try await world.plan(of: made, seed: UInt64(112 + index))
            }
            let account = Account(
                id: Samples.context(1).makeID(),
                person: Person(id: Samples.context(2).makeID(), name: "Sam"),
                roles: [RoleGrant(role: .viewer, unit: world.south.id)],
                isActive: true
            )
            func found(_ search: LibrarySearch) async throws -> CycleLibrary {
                try await world.database.read { connection in
                    let reader = Readership(
                        account,
                        MeasureDirectory(try MeasureStore.all(on: connection)),
                        try UnitStore.tree(on: connection)
                    )
                    return try CycleLibrary(search, for: reader, on: connection)
                }
            }
            for search in [
                LibrarySearch(typed: "huddle"), LibrarySearch(typed: ""), LibrarySearch(like: "A huddle"),
            ] {
                let library = try await found(search)
                #expect(Set(library.items.map(\.programme.id)) == [shared.programme.id])
                #expect(LibrarySentences.found(library, isSearch: true) == "1 cycle in 1 unit: 1 open.")
            }
            let secret = try await found(LibrarySearch(typed: "secret"))
            #expect(secret.items.isEmpty && secret.triedIn.isEmpty)
            #expect(LibrarySentences.found(secret, isSearch: true).hasPrefix("Nothing that you may read"))
        }
    }

    @Test(arguments: TestEngine.available)
    func `a rebuild finds nothing in an index that nobody touched, and mends one that is wrong`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise("Red socks")
            _ = try await world.plan(of: made, seed: 100)
            let clean = try await world.database.write { try LibraryIndex.rebuild(on: $0) }
            #expect(clean == (2, 0))
            try await world.database.write { connection in
                try connection.execute("UPDATE library_text SET body = 'wrong' WHERE kind = 'cycle'")
                try connection.execute("DELETE FROM library_text WHERE kind = 'idea'")
                try connection.execute("DELETE FROM library_index")
            }
            #expect(try await Self.found(LibrarySearch(typed: "socks"), in: world).items.isEmpty)
            let mended = try await world.database.write { try LibraryIndex.rebuild(on: $0) }
            #expect(mended == (2, 2))
            #expect(try await Self.found(LibrarySearch(typed: "socks"), in: world).items.count == 1)
            try await world.database.write { try LibraryIndex.forget(programme: made.programme.id, on: $0) }
            #expect(try await Self.found(LibrarySearch(typed: "socks"), in: world).items.isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what was written before there was an index is found after the step that makes it`(
        engine: TestEngine
    ) async throws {
        let before = Schema.migrations.filter { $0.number < 18 }
        let id = Samples.context(1).makeID(of: Unit.self)
        let cycle = Samples.context(2).makeID(of: Cycle.self)
        try await engine.withDatabase(before) { database in
            try await database.write { connection in
                try connection.run(
                    script: """
                        INSERT INTO unit (id, kind, name) VALUES ('\(id)', 'community', 'Valley');
                        INSERT INTO programme (id, unit_id, visibility, title, purpose, state, unbalanced, author,
                            instant)
                        VALUES ('\(id)', '\(id)', 'community', 'Falls', 'Fewer', 'draft', '', 'Ada', 1);
                        INSERT INTO theory_node (id, programme_id, kind, title, detail, position)
                        VALUES ('\(id)', '\(id)', 'change-idea', 'Red Socks', 'For all', 0);
                        INSERT INTO cycle (id, programme_id, idea_id, number, phase, question, plan_what, plan_who,
                            plan_when, plan_where, population, needed, happened, learned, decision_reason, author,
                            instant, words)
                        VALUES ('\(cycle)', '\(id)', '\(id)', 1, 'plan', 'Do Socks help', '', '', '', '', '', '', '',
                            '', '', 'Ada', 1, 'do socks help red socks');
                        """
                )
            }
            try await Migrator(Schema.migrations).migrate(database, instant: 0)
            for _ in 0..<2 {
                let library = try await database.read { connection in
                    try CycleLibrary(
                        LibrarySearch(typed: "sock"),
                        for: try World.reader(on: connection),
                        on: connection
                    )
                }
                #expect(library.items.map(\.cycle?.question) == ["Do Socks help"])
                _ = try await database.write { try LibraryIndex.rebuild(on: $0) }
            }
        }
    }
}
