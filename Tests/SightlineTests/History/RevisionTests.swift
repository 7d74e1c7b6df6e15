import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// What things said after each of their changes.
struct RevisionTests {
    @Test(arguments: TestEngine.available)
    func `each change adds what the thing says then, and a change of nothing adds nothing`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let context = Samples.context(30)
            let revisions = try await world.database.write { connection -> [Revision] in
                let north = world.north.id
                try UnitStore.rename(north, to: "Far\tNorth\n", code: "RN1", context, on: connection)
                try UnitStore.rename(north, to: "Far\tNorth\n", code: "RN1", context, on: connection)
                return try RevisionStore.all(.unit, north, on: connection)
            }
            #expect(revisions.map(\.number) == [1, 0])
            #expect(revisions.map { $0.fields["name"] } == ["Far\tNorth\n", "North"])
            #expect(revisions.first?.author?.name == context.author.name)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what was there before revisions were kept has its first state kept at its first change`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.unwatched.write { try $0.run(script: "DELETE FROM revision") }
            let id = world.falls.id
            #expect(try await world.database.read { try RevisionStore.newest(.measure, id, on: $0) } == 0)
            var changed = world.falls
            changed.title = "Falls with harm"
            let measure = changed
            let revisions = try await world.database.write { connection -> [Revision] in
                try MeasureStore.update(measure, reason: "", Samples.context(31), on: connection)
                return try RevisionStore.all(.measure, id, on: connection)
            }
            #expect(revisions.map { $0.fields["title"] } == ["Falls with harm", world.falls.title])
            #expect(revisions.last?.author == nil && revisions.last?.instant == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a draft is for the person who typed it, for an hour`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let context = Samples.context(32)
            let later = context.now.advanced(bySeconds: Draft.keptSeconds)
            try await world.database.write { connection in
                let ada = try AccountStore.insert(name: "Ada", context, on: connection)
                let eve = try AccountStore.insert(name: "Eve", Samples.context(33), on: connection)
                let draft = Draft(
                    account: ada.id,
                    action: "/a",
                    page: "/p",
                    fields: [.init("why", "Line one\r\nline two\t"), .init("why", "again")],
                    hadFile: true
                )
                let secret = try DraftStore.insert(draft, context, on: connection)
                #expect(try DraftStore.find(secret, of: ada.id, at: context.now, on: connection) == draft)
                #expect(try DraftStore.find(secret, of: eve.id, at: context.now, on: connection) == nil)
                #expect(try DraftStore.find(secret, of: ada.id, at: later, on: connection) == nil)
                try DraftStore.delete(secret, action: "/b", on: connection)
                #expect(try DraftStore.find(secret, of: ada.id, at: context.now, on: connection) != nil)
                try DraftStore.delete(secret, action: "/a", on: connection)
                #expect(try DraftStore.find(secret, of: ada.id, at: context.now, on: connection) == nil)
            }
        }
    }
}
