import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct ReportTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    static func report(_ unit: Unit.ID, _ visibility: Visibility = .unit, seed: UInt64 = 60) -> Report {
        let context = Samples.context(seed, at: start)
        var report = Report(
            id: context.makeID(),
            unit: unit,
            visibility: visibility,
            title: "How it goes",
            summary: "Better than last year",
            author: context.author,
            instant: context.now
        )
        report.add(.heading, "Falls")
        report.add(.words, "Fewer\tpeople fall.\n- at night\n- by day")
        return report
    }

    private static func insert(_ report: Report, _ world: World, seed: UInt64 = 61) async throws {
        let context = Samples.context(seed, at: start)
        try await world.database.write { try ReportStore.insert(report, context, on: $0) }
    }

    private static func found(_ report: Report, _ world: World) async throws -> Report? {
        try await world.database.read { try ReportStore.find(report.id, on: $0) }
    }

    // MARK: Blocks

    @Test func `blocks keep their numbers, whatever is moved, removed and added`() {
        let context = Samples.context(60)
        var report = Self.report(context.makeID())
        let third = report.add(.chart, "x")
        #expect(third == 3)
        report.move(3, by: -2)
        #expect(report.blocks.map(\.number) == [3, 1, 2])
        report.move(3, by: -1)
        report.move(2, by: 1)
        #expect(report.blocks.map(\.number) == [3, 1, 2])
        report.remove(3)
        #expect(report.add(.words, "More") == 4)
        report.change(2, to: "Other words")
        #expect(report.fields.map(\.name).suffix(4) == ["heading-1", "words-2", "chart-3", "words-4"])
        #expect(report.fields["order"] == "1 2 4")
        #expect(report.fields["chart-3"] == "" && report.fields["words-2"] == "Other words")
    }

    @Test func `a page says again what it said, and blocks that came later are gone`() {
        let context = Samples.context(60)
        var report = Self.report(context.makeID())
        let before = report.fields
        report.title = "Other"
        report.add(.words, "Later")
        report.move(1, by: 1)
        report.remove(2)
        let after = report.fields
        let back = report.saying(before)
        #expect(back.title == "How it goes")
        #expect(back.blocks.map(\.field) == ["heading-1", "words-2"])
        #expect(back.blocks.map(\.value) == ["Falls", "Fewer\tpeople fall.\n- at night\n- by day"])
        #expect(back.saying(after).fields == after)
        // A number that was given once isn't given again.
        var more = back
        #expect(more.add(.words, "New") == 4)
    }

    // MARK: The database

    @Test(arguments: TestEngine.available)
    func `a page is kept with its blocks, and each change is a revision and on the trail, without its words`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            var report = Self.report(world.north.id, .place)
            try await Self.insert(report, world)
            #expect(try await Self.found(report, world) == report)
            report.add(.words, "He cannot walk")
            report.remove(1)
            report.visibility = .community
            let (changed, context) = (report, Samples.context(62, at: Self.start + 60))
            try await world.database.write { try ReportStore.update(changed, context, on: $0) }
            #expect(try await Self.found(report, world) == report)
            let (revisions, records) = try await world.database.read { connection in
                (
                    try RevisionStore.all(.report, changed.id, on: connection),
                    try AuditStore.records(within: world.north.id, limit: 20, on: connection) {
                        $0.entry.subject.kind == .report
                    }
                )
            }
            #expect(revisions.map(\.number) == [1, 0])
            #expect(revisions.first?.fields == report.fields)
            #expect(records.map(\.entry.act) == [.changed, .created])
            let told = records.flatMap(\.entry.changes).map { "\($0.field): \($0.before) > \($0.after)" }
            #expect(told.contains("visibility: place > community"))
            #expect(told.contains("words-3:  > changed") && told.contains("heading-1:  > changed"))
            for word in ["walk", "Fewer", "Better"] {
                #expect(!told.contains { $0.contains(word) }, "the trail forgets nothing")
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is missing or too long is said by field`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            var report = Self.report(world.north.id)
            report.title = ""
            report.add(.heading, String(repeating: "x", count: 201))
            report.add(.chart, "nothing")
            report.add(.drawing, "")
            let wrong = report
            let problems = [
                ReportProblem("title", .missing), ReportProblem("heading-3", .tooLong(most: 200)),
                ReportProblem("chart-4", .missing), ReportProblem("drawing-5", .missing),
            ]
            await #expect(throws: ReportProblems(problems)) { try await Self.insert(wrong, world) }
            var long = Self.report(world.north.id)
            for _ in 0..<Report.mostBlocks { long.add(.words, "More") }
            let tooLong = long
            await #expect(throws: ReportProblems([ReportProblem("order", .tooMany(most: 60))])) {
                try await Self.insert(tooLong, world)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a page lies in the bin for 30 days, and then only who may read its trail is left`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let report = Self.report(world.north.id)
            try await Self.insert(report, world)
            let context = Samples.context(63, at: Self.start + 60)
            let item = try await world.database.write { connection in
                _ = try PublicLinkStore.make(to: report, expires: nil, context, on: connection)
                return try BinStore.delete(report.id, reason: "Written twice", context, on: connection)
            }
            #expect(try await Self.found(report, world) == nil)
            try await world.database.write { try BinStore.restore(item, context, on: $0) }
            #expect(try await Self.found(report, world) == report)
            let late = Samples.context(64, at: Self.start + 32 * Self.day)
            let left = try await world.database.write { connection in
                #expect(try !BinStore.isEmpty(world.north.id, on: connection))
                try BinStore.delete(report.id, reason: "", context, on: connection)
                #expect(try BinStore.purgeExpired(late, on: connection) == 1)
                #expect(try BinStore.isEmpty(world.north.id, on: connection))
                let tables = ["report_link", "report_link_opening"]
                return try tables.map { table in
                    try connection.one("SELECT COUNT(*) FROM \(table)", []) { try $0.integer(0) }
                } + [Int64(try RevisionStore.all(.report, report.id, on: connection).count)]
            }
            #expect(left == [0, 0, 0])
            let shell = try await world.database.read {
                try ReportStore.find(report.id, withBinned: true, on: $0)
            }
            #expect(shell?.unit == report.unit && shell?.summary == "" && shell?.blocks == [])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a page is listed for who may read it, and shared as far as its unit says`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await Self.insert(Self.report(world.north.id, .unit, seed: 65), world, seed: 66)
            let open = Self.report(world.north.id, .community, seed: 67)
            try await Self.insert(open, world, seed: 68)
            try await world.database.read { connection in
                let measures = MeasureDirectory(try MeasureStore.all(on: connection))
                let tree = try UnitStore.tree(on: connection)
                let south = Readership(viewersOf: [world.south.id], measures, tree)
                let above = Readership(viewersOf: [world.community.id], measures, tree)
                let seen = try ReportStore.all(within: world.community.id, for: above, on: connection)
                #expect(seen.reports.map(\.id) == [open.id] && seen.kept == 1)
                let shared = try ReportStore.shared(with: world.south.id, for: south, on: connection)
                #expect(shared.map(\.id) == [open.id])
                #expect(try ReportStore.shared(with: world.north.id, for: above, on: connection).isEmpty)
            }
        }
    }

    @Test func `a page that its unit keeps is for roles inside it, and evaluators and editors write pages`() {
        let context = Samples.context(69)
        let top = Unit(id: context.makeID(), parent: nil, kind: .community, name: "Top")
        let own = Unit(id: context.makeID(), parent: top.id, kind: .organisation, name: "Own")
        let other = Unit(id: context.makeID(), parent: top.id, kind: .organisation, name: "Other")
        let tree = UnitTree([top, own, other])
        func may(_ role: Role, on unit: Unit, _ action: Action, _ visibility: Visibility) -> Bool {
            let account = Account(
                id: context.makeID(),
                person: Person(id: context.makeID(), name: "Kim"),
                roles: [RoleGrant(role: role, unit: unit.id)],
                isActive: true
            )
            return Access.decide(account, action, on: Self.report(own.id, visibility), in: tree).isAllowed
        }
        #expect(may(.viewer, on: own, .read, .unit) && !may(.administrator, on: top, .read, .unit))
        #expect(may(.viewer, on: other, .read, .community) && !may(.viewer, on: other, .read, .unit))
        #expect(!may(.editor, on: other, .writeReports, .community))
        for role in [Role.editor, .evaluator, .administrator] {
            #expect(may(role, on: own, .writeReports, .unit))
            #expect(may(role, on: top, .writeReports, .community))
        }
        #expect(!may(.contributor, on: own, .writeReports, .unit))
        #expect(!may(.evaluator, on: own, .share, .unit))
    }
}
