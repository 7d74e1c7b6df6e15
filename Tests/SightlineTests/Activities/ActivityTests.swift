import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct ActivityTests {
    /// An exchange of two days in the north, unless a test changes it.
    private static func activity(
        in unit: Unit,
        seed: UInt64,
        _ change: (inout Activity) -> Void = { _ in }
    ) -> Activity {
        var activity = Activity(
            id: Samples.context(seed).makeID(),
            unit: unit.id,
            kind: .exchange,
            title: "A week in each other’s work",
            level: .micro,
            firstDay: Samples.day("2021-11-15"),
            lastDay: Samples.day("2021-11-16"),
            purpose: "See the other side",
            participants: 8
        )
        change(&activity)
        return activity
    }

    @Test(arguments: TestEngine.available)
    func `an activity is kept, changed with its history told, and can be put into the bin and taken out`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let activity = Self.activity(in: world.north, seed: 70)
            try await world.database.write { connection in
                let context = Samples.context(71)
                try ActivityStore.insert(activity, context, on: connection)
                #expect(try ActivityStore.find(activity.id, on: connection) == activity)
                var changed = activity
                changed.title = "Two weeks in each other’s work"
                changed.participants = nil
                try ActivityStore.update(changed, Samples.context(72), on: connection)
                #expect(try ActivityStore.find(activity.id, on: connection) == changed)
                let revisions = try RevisionStore.all(.activity, activity.id, limit: 10, on: connection)
                #expect(revisions.map { $0.fields["participants"] } == ["", "8"])
                let item = try BinStore.delete(activity.id, reason: "", Samples.context(73), on: connection)
                #expect(try ActivityStore.find(activity.id, on: connection) == nil)
                try BinStore.restore(item, Samples.context(74), on: connection)
                #expect(try ActivityStore.find(activity.id, on: connection) == changed)
                let again = try BinStore.delete(activity.id, reason: "", Samples.context(75), on: connection)
                try BinStore.purge(again, Samples.context(76), on: connection)
                #expect(try RevisionStore.all(.activity, activity.id, limit: 10, on: connection).isEmpty)
                let rows = try connection.one("SELECT COUNT(*) FROM activity") { try $0.integer(0) }
                #expect(rows == 0)
            }
        }
    }

    @Test func `what can't be is said, field by field`() throws {
        let unit = Unit(id: Samples.context(1).makeID(), parent: nil, kind: .community, name: "All")
        func problems(_ change: (inout Activity) -> Void) -> [ActivityProblem] {
            do {
                try ActivityStore.check(Self.activity(in: unit, seed: 2, change))
                return []
            } catch let error as ActivityProblems { return error.problems } catch { return [] }
        }
        #expect(problems { _ in }.isEmpty)
        #expect(problems { $0.title = "" } == [.init("activity-title", .missing)])
        #expect(
            problems { $0.lastDay = Samples.day("2021-11-14") } == [.init("last-day", .endsBeforeItBegins)]
        )
        #expect(problems { $0.participants = 0 } == [.init("participants", .noCount)])
        #expect(
            problems { $0.purpose = String(repeating: "a", count: 4_001) }
                == [.init("activity-purpose", .tooLong(most: 4_000))]
        )
    }

    @Test(arguments: TestEngine.available)
    func `what went on just before a signal is a prompt, here and beside, for whoever may read the unit`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            // Two stable years from January 2020, then eight months far above, from January 2022.
            let shifted = Samples.stable(24) + Samples.stable(8).map { $0 + 12 }
            try await world.record(Samples.months(shifted), seed: 1)
            try await world.database.write { connection in
                let spans: [(Unit, String, String, String)] = [
                    (world.north, "Over before", "2021-06-01", "2021-09-30"),
                    (world.north, "Reaches into it", "2021-06-01", "2021-10-01"),
                    (world.south, "Beside", "2021-12-01", "2021-12-01"),
                    (world.north, "After it", "2022-02-01", "2022-02-01"),
                ]
                for (index, (unit, title, first, last)) in spans.enumerated() {
                    let activity = Self.activity(in: unit, seed: UInt64(80 + index)) {
                        $0.title = title
                        $0.firstDay = Samples.day(first)
                        $0.lastDay = Samples.day(last)
                    }
                    try ActivityStore.insert(activity, Samples.context(90), on: connection)
                }
            }
            let told = try await world.database.read { connection in
                let all = try World.reader(on: connection)
                let reading = try LedgerStore.reading(of: world.north.id, for: all, on: connection)
                let shift = try #require(reading.entries.first { $0.firstDay == Samples.day("2022-01-01") })
                let account = Account(
                    id: Samples.context(95).makeID(),
                    person: Person(id: Samples.context(96).makeID(), name: "Sam"),
                    roles: [RoleGrant(role: .viewer, unit: world.north.id)],
                    isActive: true
                )
                return try [all, Readership(account, all.measures, all.tree)].map { reader in
                    try Prompts(before: shift, for: reader, on: connection).prompts.filter { prompt in
                        if case .activity = prompt.kind { true } else { false }
                    }.map(\.text)
                }
            }
            #expect(told == [["Reaches into it", "Beside"], ["Reaches into it"]])
        }
    }

    @Test func `a list of them says what is under way, to come and over`() {
        let unit = Unit(id: Samples.context(1).makeID(), parent: nil, kind: .community, name: "All")
        let activity = Self.activity(in: unit, seed: 3)
        func told(_ day: String) -> String { ListSentences.activities([activity], on: Samples.day(day)) }
        #expect(told("2021-11-14") == "1 activity: 1 to come.")
        #expect(told("2021-11-16") == "1 activity: 1 under way.")
        #expect(told("2021-11-17") == "1 activity: 1 over.")
        #expect(ListSentences.activities([], on: Samples.day("2021-11-17")) == "None is on record here.")
    }
}
