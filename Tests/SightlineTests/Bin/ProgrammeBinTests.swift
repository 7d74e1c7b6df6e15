import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// Programmes and cycles in the bin, out of it, and gone for good.
struct ProgrammeBinTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    /// A programme with a ramp of three cycles, flags on a chart, a measure on its idea and a public link.
    private struct Filled {
        let made: Theorised
        let cycles: [Cycle]
        let secret: Secret
    }

    private static func fill(_ world: World) async throws -> Filled {
        try await world.record(Samples.months(Samples.stable(16)), seed: 50)
        let made = try await world.theorise()
        var cycles: [Cycle] = []
        for index in 0..<3 {
            let seconds = start + Int64(index) * 60
            let question = "Does huddle \(index) help?"
            let cycle = try await world.plan(
                question,
                of: made,
                after: cycles.last,
                seed: 51 + UInt64(index),
                at: seconds
            ) { $0.measure = world.falls.id }
            try await world.finish(cycle, of: made, seed: 60 + UInt64(index), at: seconds)
            cycles.append(cycle)
        }
        let context = Samples.context(70, at: start)
        let secret = try await world.database.write { connection in
            try TheoryStore.hang(
                world.falls,
                on: made.idea,
                as: .outcome,
                of: made.programme,
                context,
                on: connection
            )
            return try PublicLinkStore.make(to: made.programme, expires: nil, context, on: connection)
        }
        return Filled(made: made, cycles: cycles, secret: secret)
    }

    /// What anyone could see of the programme.
    private static func seen(_ world: World, _ filled: Filled) async throws -> [String] {
        try await world.database.read { connection in
            let reader = try World.reader(on: connection)
            var seen: [String] = []
            for programme in try ProgrammeStore.all(for: reader, on: connection) {
                seen.append("programme \(programme.title) \(programme.purpose)")
                for reading in try CycleReading.all(of: programme, on: connection) {
                    let (cycle, ramp) = (reading.cycle, reading.ramp)
                    let previous = cycle.previous.map { "\($0)" } ?? ""
                    seen.append("cycle \(cycle.question) \(cycle.number) \(ramp) \(previous)")
                    seen.append("fidelity \(reading.fidelity.met.count) \(reading.predictions.map(\.text))")
                }
                let theory = try TheoryStore.theory(of: programme.id, on: connection)
                seen.append("theory \(theory)")
            }
            let library = try CycleLibrary(LibrarySearch(typed: "huddle"), for: reader, on: connection)
            seen += library.items.map { "library \($0.cycle?.question ?? $0.idea.title)" }
            let today = Samples.context(1, at: start).now.day
            let strip = try Strip(of: world.community.id, today: today, for: reader, on: connection)
            seen.append("strip \(strip.cycles)")
            for series in try SeriesStore.all(of: world.falls.id, on: connection) {
                let notes = try AnnotationStore.all(of: series.id, on: connection)
                seen += notes.map { "flag \($0.text) \($0.day) \($0.cycle.map { "\($0)" } ?? "")" }
            }
            return seen
        }
    }

    private static func count(_ table: String, _ world: World) async throws -> Int64? {
        try await world.database.read { connection in
            try connection.one("SELECT COUNT(*) FROM \(table)") { try $0.integer(0) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a programme in the bin shows nowhere, and comes back as it was`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let filled = try await Self.fill(world)
            let programme = filled.made.programme
            let before = try await Self.seen(world, filled)
            let context = Samples.context(71, at: Self.start + 60)
            let item = try await world.database.write {
                try BinStore.delete(programme.id, reason: "Twice", context, on: $0)
            }
            let without = try await Self.seen(world, filled)
            for word in ["programme", "cycle ", "library", "flag"] {
                #expect(!without.contains { $0.hasPrefix(word) }, "\(word)")
            }
            // Its unit is not empty, and can't be deleted for good from under it.
            #expect(try await world.database.read { try !BinStore.isEmpty(programme.unit, on: $0) })
            let found = try await world.database.read {
                try BinStore.items(within: world.community.id, on: $0)
            }
            #expect(found == [item] && item.programme == programme.id)
            try await world.database.write { try BinStore.restore(item, context, on: $0) }
            #expect(try await Self.seen(world, filled) == before)
        }
    }

    @Test(arguments: TestEngine.available)
    func `of a programme that is gone for good only a shell for its trail is left`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let filled = try await Self.fill(world)
            let programme = filled.made.programme
            let (first, second) = (
                Samples.context(72, at: Self.start), Samples.context(73, at: Self.start + 1)
            )
            try await world.database.write { connection in
                // One of its cycles was thrown away before it.
                try BinStore.delete(filled.cycles[1].id, reason: "", first, on: connection)
                try BinStore.delete(programme.id, reason: "", second, on: connection)
            }
            let late = Samples.context(74, at: Self.start + 31 * Self.day)
            _ = try await world.database.write { try BinStore.purgeExpired(late, on: $0) }
            let tables = [
                "cycle", "prediction", "theory_node", "theory_link", "theory_measure", "programme_link",
                "annotation",
            ]
            for table in tables { #expect(try await Self.count(table, world) == 0, "\(table)") }
            let left = try await world.database.read { connection in
                #expect(try BinStore.items(within: world.community.id, on: connection) == [])
                let said = """
                    SELECT COUNT(*) FROM revision
                    WHERE kind IN ('programme', 'theory-node', 'theory-link', 'cycle', 'annotation')
                    """
                #expect(try connection.one(said) { try $0.integer(0) } == 0, "nothing that it said is left")
                #expect(try ProgrammeStore.find(programme.id, on: connection) == nil)
                return try ProgrammeStore.find(programme.id, withBinned: true, on: connection)
            }
            #expect(left?.visibility == programme.visibility && left?.purpose == "")
            guard case .sound = try await world.database.read({ try AuditStore.verify(on: $0) }) else {
                Issue.record("the trail is broken")
                return
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a cycle in the bin leaves its ramp joined, and comes back into it`(engine: TestEngine) async throws
    {
        try await World.run(on: engine) { world in
            let filled = try await Self.fill(world)
            let before = try await Self.seen(world, filled)
            let context = Samples.context(75, at: Self.start + 60)
            let item = try await world.database.write {
                try BinStore.delete(filled.cycles[1].id, reason: "", context, on: $0)
            }
            let last = try #require(try await world.reading(of: filled.cycles[2], in: filled.made))
            #expect(last.cycle.previous == filled.cycles[0].id && last.ramp == filled.cycles[0].id)
            let without = try await Self.seen(world, filled)
            #expect(!without.contains { $0.contains("huddle 1") })
            #expect(without.count { $0.hasPrefix("flag") } == 2)
            try await world.database.write { try BinStore.restore(item, context, on: $0) }
            #expect(try await Self.seen(world, filled) == before)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a cycle that is gone for good leaves its ramp joined, and nothing else`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let filled = try await Self.fill(world)
            let context = Samples.context(76, at: Self.start)
            let late = Samples.context(77, at: Self.start + 31 * Self.day)
            try await world.database.write { connection in
                try BinStore.delete(filled.cycles[1].id, reason: "", context, on: connection)
                #expect(try BinStore.purgeExpired(late, on: connection) == 1)
                let left = try CycleStore.all(of: filled.made.programme.id, on: connection)
                #expect(left.map(\.id) == [filled.cycles[0].id, filled.cycles[2].id])
                #expect(left.last?.previous == filled.cycles[0].id)
                #expect(try connection.one("SELECT COUNT(*) FROM bin") { try $0.integer(0) } == 0)
                let flags = "SELECT COUNT(*) FROM annotation"
                #expect(try connection.one(flags) { try $0.integer(0) } == 2)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a cycle comes out after its programme, and a deleted series takes no cycle with it`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let filled = try await Self.fill(world)
            let (first, second) = (
                Samples.context(78, at: Self.start), Samples.context(79, at: Self.start + 1)
            )
            let items = try await world.database.write { connection in
                let cycle = try BinStore.delete(filled.cycles[2].id, reason: "", first, on: connection)
                let id = filled.made.programme.id
                return [cycle, try BinStore.delete(id, reason: "", second, on: connection)]
            }
            await #expect(throws: BinError.underBinned(.programme)) {
                try await world.database.write { try BinStore.restore(items[0], second, on: $0) }
            }
            let series = try #require(try await world.series())
            try await world.database.write { connection in
                let gone = try BinStore.delete(series.id, reason: "", second, on: connection)
                try BinStore.purge(gone, second, on: connection)
                try BinStore.restore(items[1], second, on: connection)
                try BinStore.restore(items[0], second, on: connection)
                let all = try CycleStore.all(of: filled.made.programme.id, on: connection)
                #expect(all.count == 3)
            }
        }
    }
}
