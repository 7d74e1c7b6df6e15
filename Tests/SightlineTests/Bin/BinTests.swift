import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// Deleting, taking out of the bin, and deleting for good.
struct BinTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    /// A world with a series of falls in the north, with a phase and a note.
    private static func fill(_ world: World) async throws -> (series: Series, phase: Phase, note: Annotation)
    {
        try await world.record(Samples.months(Samples.stable(16)), seed: 50)
        let series = try #require(try await world.series())
        let context = Samples.context(51, at: start)
        return try await world.database.write { connection in
            let days = try SeriesStore.observations(of: series.id, on: connection).days
            let phase = try PhaseStore.start(days[12], of: series.id, reason: "New", context, on: connection)
            let note = try AnnotationStore.add(
                "Ice",
                .event,
                on: days[3],
                to: series.id,
                context,
                on: connection
            )
            return (series, phase, note)
        }
    }

    /// What anyone could see of the world: the rows of the table, the home, what an export reads.
    private static func seen(_ world: World) async throws -> [String] {
        try await world.database.read { connection in
            let reader = try World.reader(on: connection)
            let top = world.community.id
            let query = MeasureTableQuery(unit: top)
            let rows = try MeasureTable.rows(query, for: reader, on: connection)
            let today = try #require(Day(year: 2030, month: 1, day: 1))
            let home = try UnitHome(of: top, today: today, for: reader, on: connection)
            var seen = rows.map { "\($0.measure.title) in \($0.unit.name): \($0.status.sentence)" }
            seen += ["home \(home.cards.map(\.total)) \(home.dueCount)"]
            seen += try MeasureStore.all(on: connection).map(\.title)
            seen += reader.tree.units.map(\.name)
            for measure in reader.measures.measures {
                for series in try SeriesStore.all(of: measure.id, on: connection) {
                    let phases = try PhaseStore.all(of: series.id, on: connection).count
                    let notes = try AnnotationStore.all(of: series.id, on: connection).count
                    seen.append("\(measure.title) \(series.id) \(phases) \(notes)")
                }
            }
            seen += try RecordingStore.newest(9, within: top, for: reader, on: connection).map(\.reason)
            return seen
        }
    }

    enum Thing: CaseIterable, Sendable {
        case measure, series, phase, annotation, unit
    }

    private static func delete(
        _ thing: Thing,
        _ world: World,
        at seconds: Int64 = start
    ) async throws -> BinItem {
        let found = try #require(try await world.series())
        let context = Samples.context(52, at: seconds)
        return try await world.database.write { connection in
            switch thing {
            case .measure:
                return try BinStore.delete(
                    world.falls.id,
                    from: world.north.id,
                    reason: "Twice",
                    context,
                    on: connection
                )
            case .series: return try BinStore.delete(found.id, reason: "Wrong", context, on: connection)
            case .phase:
                let phase = try #require(try PhaseStore.all(of: found.id, on: connection).first)
                return try BinStore.delete(phase.id, context, on: connection)
            case .annotation:
                let note = try #require(try AnnotationStore.all(of: found.id, on: connection).first)
                return try BinStore.delete(note.id, of: found.id, context, on: connection)
            case .unit: return try BinStore.delete(world.south.id, reason: "", context, on: connection)
            }
        }
    }

    @Test(arguments: TestEngine.available, Thing.allCases)
    func `what is in the bin shows nowhere, and comes back as it was`(
        engine: TestEngine,
        thing: Thing
    ) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.fill(world)
            let before = try await Self.seen(world)
            let item = try await Self.delete(thing, world)
            let without = try await Self.seen(world)
            #expect(without != before)
            let wanted: [String] =
                switch thing {
                case .measure, .series: ["Falls in North", "Monthly return"]
                case .unit: ["South"]
                case .phase, .annotation: []
                }
            for text in wanted { #expect(!without.contains { $0.contains(text) }, "\(text)") }
            let items = try await world.database.read {
                try BinStore.items(within: world.community.id, on: $0)
            }
            #expect(items == [item])
            // The editions are untouched, and what is derived stays right.
            #expect(try await world.database.read { try EditionAudit.damaged(on: $0) } == [])
            let context = Samples.context(53, at: Self.start + 100)
            let report = try await world.database.write { try Watch.rebuild(context, on: $0) }
            #expect(report.statusRows == 0 && report.signals == 0)
            try await world.database.write { try BinStore.restore(item, context, on: $0) }
            #expect(try await Self.seen(world) == before)
            #expect(
                try await world.database.read { try BinStore.items(within: world.community.id, on: $0) } == []
            )
        }
    }

    @Test(arguments: TestEngine.available, Thing.allCases)
    func `after 30 days, and not before, it is gone for good`(engine: TestEngine, thing: Thing) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.fill(world)
            let item = try await Self.delete(thing, world)
            let early = Samples.context(54, at: Self.start + 30 * Self.day - 1)
            #expect(try await world.database.write { try BinStore.purgeExpired(early, on: $0) } == 0)
            let late = Samples.context(55, at: Self.start + 30 * Self.day)
            #expect(try await world.database.write { try BinStore.purgeExpired(late, on: $0) } == 1)
            #expect(try await world.database.write { try BinStore.purgeExpired(late, on: $0) } == 0)
            try await world.database.read { connection in
                #expect(try BinStore.find(item.id, on: connection) == nil)
                let table = thing == .unit || thing == .measure ? nil : "\(item.kind.rawValue)"
                if let table {
                    let left = try connection.one("SELECT COUNT(*) FROM \(table)") { try $0.integer(0) }
                    #expect(left == 0)
                }
                guard thing == .measure || thing == .series else { return }
                for table in ["edition", "recording", "phase", "annotation", "status", "signal"] {
                    let left = try connection.one("SELECT COUNT(*) FROM \(table)") { try $0.integer(0) }
                    #expect(left == 0, "\(table)")
                }
            }
            guard case .sound = try await world.database.read({ try AuditStore.verify(on: $0) }) else {
                Issue.record("the trail is broken")
                return
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a series in the bin takes no data and isn't made a second time`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.fill(world)
            let item = try await Self.delete(.series, world)
            await #expect(throws: RecordError.inBin(proposal: 0)) {
                try await world.record(Samples.months([1]), seed: 56)
            }
            let context = Samples.context(57, at: Self.start + 60)
            try await world.database.write { try BinStore.purge(item, context, on: $0) }
            let again = try await world.record(Samples.months([1]), seed: 58)
            #expect(again.newSeries == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what stands on something in the bin comes out after it`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.fill(world)
            let note = try await Self.delete(.annotation, world)
            let series = try await Self.delete(.series, world, at: Self.start + 1)
            let context = Samples.context(59, at: Self.start + 60)
            await #expect(throws: BinError.underBinned(.series)) {
                try await world.database.write { try BinStore.restore(note, context, on: $0) }
            }
            try await world.database.write { connection in
                try BinStore.restore(series, context, on: connection)
                try BinStore.restore(note, context, on: connection)
            }
            #expect(
                try await world.database.read { try BinStore.items(within: world.north.id, on: $0) } == []
            )
        }
    }

    @Test(arguments: TestEngine.available)
    func `a unit with something in it isn't deleted, nor is the top`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.fill(world)
            let context = Samples.context(60)
            await #expect(throws: BinError.unitNotEmpty) {
                try await world.database.write {
                    try BinStore.delete(world.north.id, reason: "", context, on: $0)
                }
            }
            await #expect(throws: BinError.unitAtTop) {
                try await world.database.write {
                    try BinStore.delete(world.community.id, reason: "", context, on: $0)
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a measure in the bin keeps its key and its unit's code stays taken`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            _ = try await Self.fill(world)
            _ = try await Self.delete(.measure, world)
            let twin = Samples.measure(world.falls.key, seed: 61)
            await #expect(throws: MeasureProblems.self) {
                try await world.database.write { try MeasureStore.insert(twin, Samples.context(62), on: $0) }
            }
        }
    }
}
