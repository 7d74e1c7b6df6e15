import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// What was frozen says the same for ever, and no more than its reader may know now.
struct SnapshotTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    private static func context(_ days: Int64) -> Context {
        Samples.context(600 + UInt64(days), at: start + days * day)
    }

    /// A page of North about things that there are.
    private static func page(_ blocks: [(Report.Block.Kind, String)], _ world: World) async throws -> Report {
        var report = ReportTests.report(world.north.id, seed: 600)
        for (kind, value) in blocks { report.add(kind, value) }
        let (made, context) = (report, context(1))
        try await world.database.write { try ReportStore.insert(made, context, on: $0) }
        return made
    }

    private static func freeze(_ report: Report, _ world: World, days: Int64 = 2) async throws -> Snapshot {
        let context = context(days)
        return try await world.database.write {
            try SnapshotStore.freeze(report, note: "For the board", context, on: $0)
        }
    }

    private static func found(_ snapshot: Snapshot, _ world: World) async throws -> Snapshot? {
        try await world.database.read { try SnapshotStore.find(snapshot.id, on: $0) }
    }

    /// Every number that a chart draws, and what it says.
    private static func figures(_ picture: SeriesPicture) -> [String] {
        let analysis = picture.analysis
        let limits = analysis.phases.map { phase in
            let lines = [phase.centreLine, phase.limits?.lower, phase.limits?.upper].map { line in
                phase.range.indices.map { line?[$0 - phase.range.lowerBound] }
            }
            return "\(phase.range) \(lines)"
        }
        let target = AnalysisBuilder.options(
            of: picture.measure,
            picture.observations,
            phases: picture.phases
        ).target
        return limits
            + [
                "\(picture.observations.days)", "\(analysis.values)", "\(analysis.findings)",
                "\(target as Any)",
                Sentences.statement(of: picture).text, picture.measure.title,
                picture.measure.format.text(12.34),
            ]
    }

    private static func chart(_ snapshot: Snapshot) throws -> FrozenChart {
        try #require(snapshot.parts.compactMap(\.chart).first)
    }

    private static func figures(
        _ chart: FrozenChart,
        isOutside: Bool = false,
        _ world: World
    ) async throws -> [String] {
        try await world.database.read { connection in
            figures(try #require(try chart.picture(isOutside: isOutside, on: connection)).picture)
        }
    }

    // MARK: Figures

    @Test(arguments: TestEngine.available)
    func `a chart is the same after new data, corrections, a new phase, another target and another rule`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let ratios = Samples.stable(30).enumerated().map { ($0.element, $0.offset < 20 ? 110.0 : 120) }
            _ = try await world.record(Samples.months(ratios), of: world.seen, seed: 601, at: Self.start)
            let series = try #require(try await world.series(of: world.seen))
            let days = try await world.database.read {
                try SeriesStore.observations(of: series.id, on: $0).days
            }
            let first = Self.context(0)
            try await world.database.write {
                _ = try PhaseStore.start(days[14], of: series.id, reason: "Ward\tmoved", first, on: $0)
            }
            let report = try await Self.page([(.chart, series.id.description)], world)
            let before = try await world.database.read { connection in
                Self.figures(
                    try #require(try SeriesPictureStore.picture(of: series.id, on: connection)).picture
                )
            }
            let snapshot = try await Self.freeze(report, world)
            let drawn = try await Self.figures(Self.chart(snapshot), world)
            #expect(drawn == before)
            // Everything that a chart is made of changes.
            let more = ratios.map { ($0.0 == 97 ? 50 : $0.0, $0.1) } + [(60.0, 130.0), (61, 130), (62, 130)]
            _ = try await world.record(
                Samples.months(more),
                of: world.seen,
                seed: 603,
                at: Self.start + 3 * Self.day
            )
            var seen = world.seen
            seen.title = "Seen at once"
            seen.targets = [TargetStep(start: .first, value: 50), TargetStep(start: days[10], value: 70)]
            seen.chart.rules = .nelson
            seen.chart.baseline = 12
            seen.better = .down
            seen.format = ValueFormat(unit: "people", decimals: 0)
            let (changed, later) = (seen, Self.context(4))
            try await world.database.write { connection in
                try MeasureStore.update(changed, reason: "", later, on: connection)
                let phase = try #require(try PhaseStore.all(of: series.id, on: connection).first)
                try PhaseStore.withdraw(phase.id, later, on: connection)
                _ = try PhaseStore.start(days[20], of: series.id, reason: "New team", later, on: connection)
            }
            let now = try await world.database.read { connection in
                Self.figures(
                    try #require(try SeriesPictureStore.picture(of: series.id, on: connection)).picture
                )
            }
            #expect(zip(now, before).allSatisfy { $0 != $1 })
            let kept = try #require(try await Self.found(snapshot, world))
            #expect(kept == snapshot && kept.isSound)
            let again = try await Self.figures(Self.chart(kept), world)
            #expect(again == before)
            let said = try Self.chart(kept).statement.text
            #expect(before.contains(said))
        }
    }

    private static func note(of world: World) -> Story {
        let context = context(0)
        return Story(
            id: context.makeID(),
            unit: world.north.id,
            kind: .note,
            visibility: .community,
            title: "She walks",
            day: context.now.day,
            changed: "Helped at home",
            matters: "It is what she missed",
            author: context.author,
            instant: context.now
        )
    }

    @Test(arguments: TestEngine.available)
    func `a drawing and a story are as they stood, and a story only as long as it is there`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let theory = try await world.theorise()
            let (first, story) = (Self.context(0), Self.note(of: world))
            try await world.database.write { try StoryStore.insert(story, first, on: $0) }
            let drawing = Report.Block.value(of: theory.programme.id, .logicModel)
            let report = try await Self.page(
                [(.drawing, drawing), (.story, story.id.description)],
                world
            )
            let snapshot = try await Self.freeze(report, world)
            let (frozen, told) = (
                try #require(snapshot.parts.compactMap(\.drawing).first),
                try #require(snapshot.parts.compactMap(\.story).first)
            )
            let before = try #require(try await world.database.read { try frozen.theory(on: $0) })
            #expect(before.nodes.map(\.title).contains("Half as many falls"))
            #expect(
                frozen.drawing == .logicModel && frozen.title == "Fewer falls" && frozen.states.count == 2
            )
            let later = Self.context(3)
            try await world.database.write { connection in
                var aim = theory.aim
                aim.title = "No falls at all"
                try TheoryStore.update(aim, of: theory.programme, later, on: connection)
                try TheoryStore.remove(
                    theory.driver,
                    of: theory.programme,
                    reason: "No",
                    later,
                    on: connection
                )
                var other = story
                other.title = "She runs"
                try StoryStore.update(other, later, on: connection)
            }
            let kept = try #require(try await Self.found(snapshot, world))
            #expect(kept.parts.compactMap(\.drawing).first == frozen)
            let (theoryNow, storyNow) = try await world.database.read { connection in
                (try frozen.theory(on: connection), try told.story(on: connection))
            }
            #expect(theoryNow == before && storyNow?.title == "She walks")
            // Deleted for good, nothing of it is left, and the rest stays what it was.
            try await world.database.write { connection in
                try BinStore.delete(story.id, reason: "", later, on: connection)
                #expect(try told.story(on: connection) == nil)
                let late = Self.context(40)
                try BinStore.purgeExpired(late, on: connection)
            }
            let left = try #require(try await Self.found(snapshot, world))
            #expect(left.parts.compactMap(\.story).isEmpty && left.isSound && left.sha256 == snapshot.sha256)
        }
    }

    // MARK: Trust

    @Test(arguments: TestEngine.available)
    func `whoever changes a snapshot in the database is found out`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            _ = try await world.record(Samples.months(Samples.stable(20)), seed: 601, at: Self.start)
            let series = try #require(try await world.series())
            let report = try await Self.page([(.chart, series.id.description)], world)
            let changes = [
                "UPDATE snapshot SET title = 'Better'", "UPDATE snapshot SET summary = 'Better'",
                "UPDATE snapshot SET author = 'Kim'", "UPDATE snapshot SET instant = instant + 1",
                "UPDATE snapshot_part SET content = 'Other words' WHERE kind = 'words'",
                "UPDATE snapshot_part SET content = content || 'x' WHERE kind = 'chart'",
                "DELETE FROM snapshot_part WHERE kind = 'words'",
                "UPDATE snapshot_part SET position = 9 WHERE kind = 'heading'",
            ]
            for (index, change) in changes.enumerated() {
                let snapshot = try await Self.freeze(report, world, days: Int64(index) + 2)
                #expect(try await Self.found(snapshot, world)?.isSound == true)
                try await world.unwatched.write { try $0.execute(change, []) }
                #expect(try await Self.found(snapshot, world)?.isSound == false, "\(change)")
                try await world.unwatched.write { connection in
                    try connection.execute("DELETE FROM snapshot_part", [])
                    try connection.execute("DELETE FROM snapshot", [])
                }
            }
            // An edition that isn't what it was isn't drawn as if it were.
            let snapshot = try await Self.freeze(report, world, days: 20)
            let other = ObservationCodec.encode(Samples.months([1, 2, 3]))
            try await world.unwatched.write {
                try $0.execute("UPDATE edition SET content = ?", [.blob(other)])
            }
            let chart = try Self.chart(snapshot)
            let isDrawn = try await world.database.read { connection in
                try chart.picture(isOutside: false, on: connection) != nil
            }
            #expect(!isDrawn)
        }
    }

    @Test(arguments: TestEngine.available)
    func `the digest of a snapshot is on the trail, and none of its words`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let report = try await Self.page([], world)
            let snapshot = try await Self.freeze(report, world)
            let same = try await Self.freeze(report, world, days: 3)
            #expect(snapshot.sha256 != same.sha256 && snapshot.sha256.count == 64)
            let told = try await world.database.read { connection in
                try AuditStore.records(within: world.north.id, limit: 20, on: connection) { record in
                    record.entry.changes.contains { $0.field == "snapshot" }
                }
            }.flatMap(\.entry.changes)
            #expect(told.map(\.after) == [same.sha256, snapshot.sha256])
        }
    }

    // MARK: Small numbers

    @Test(arguments: TestEngine.available)
    func `from those outside it withholds what is withheld now, and numbers that were never shown to them`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            // Two small numbers while there is no rule; one of them is corrected before there is one.
            let values: [Double?] = Samples.stable(20) + [2, 3]
            _ = try await world.record(Samples.months(values), seed: 601, at: Self.start)
            let series = try #require(try await world.series())
            let report = try await Self.page([(.chart, series.id.description)], world)
            let snapshot = try await Self.freeze(report, world)
            let chart = try Self.chart(snapshot)
            func seen(isOutside: Bool) async throws -> [Double?] {
                let picture = try await world.database.read { connection in
                    try #require(try chart.picture(isOutside: isOutside, on: connection)).picture
                }
                return picture.observations.indices.map { picture.observations[$0].numerator }
            }
            #expect(try await seen(isOutside: true) == values)
            _ = try await world.record(
                Samples.months(Samples.stable(20) + [90, 3]),
                seed: 603,
                at: Self.start + 3 * Self.day
            )
            var falls = world.falls
            falls.disclosure = DisclosureRule(threshold: 5)
            let (ruled, later) = (falls, Self.context(4))
            try await world.database.write { try MeasureStore.update(ruled, reason: "", later, on: $0) }
            #expect(try await seen(isOutside: false) == values)
            let outside = try await seen(isOutside: true)
            #expect(outside.prefix(20) == values.prefix(20))
            #expect(
                outside.suffix(2) == [nil, nil],
                "the 2 was never shown to anyone outside under the rule"
            )
        }
    }

    // MARK: The bin

    @Test(arguments: TestEngine.available)
    func `a snapshot goes into the bin by itself or with its page, and out only while there is a page`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let report = try await Self.page([], world)
            let one = try await Self.freeze(report, world)
            let two = try await Self.freeze(report, world, days: 3)
            let context = Self.context(4)
            func listed() async throws -> [Snapshot.ID] {
                try await world.database.read { try SnapshotStore.all(of: report.id, on: $0) }.map(\.id)
            }
            #expect(try await listed() == [two.id, one.id])
            let (item, page) = try await world.database.write { connection in
                let item = try BinStore.delete(one.id, of: report, reason: "", context, on: connection)
                return (item, try BinStore.delete(report.id, reason: "", context, on: connection))
            }
            #expect(try await listed().isEmpty)
            await #expect(throws: BinError.underBinned(.report)) {
                try await world.database.write { try BinStore.restore(item, context, on: $0) }
            }
            try await world.database.write { try BinStore.restore(page, context, on: $0) }
            #expect(try await listed() == [two.id])
            try await world.database.write { try BinStore.restore(item, context, on: $0) }
            #expect(try await listed() == [two.id, one.id])
            #expect(try await Self.found(one, world) == one)
            let late = Self.context(60)
            let left = try await world.database.write { connection in
                try BinStore.delete(one.id, of: report, reason: "", context, on: connection)
                try BinStore.delete(report.id, reason: "", context, on: connection)
                try BinStore.purgeExpired(late, on: connection)
                return try ["snapshot", "snapshot_part"].map { table in
                    try connection.one("SELECT COUNT(*) FROM \(table)", []) { try $0.integer(0) }
                } + [Int64(try BinStore.items(within: world.north.id, on: connection).count)]
            }
            #expect(left == [0, 0, 0])
        }
    }
}
