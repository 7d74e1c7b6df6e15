import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// That nothing can be changed without an entry in the trail.
struct AuditCoverageTests {
    @Test(arguments: TestEngine.available)
    func `of every table it is said whether its changes are told`(engine: TestEngine) async throws {
        try await engine.withDatabase(Schema.migrations) { database in
            let tables = try await database.read { connection in
                switch connection.dialect {
                case .sqlite:
                    try connection.all(
                        """
                        SELECT name FROM pragma_table_list
                        WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'
                        """
                    ) { try $0.text(0) }
                case .postgres:
                    try connection.all(
                        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()"
                    ) { try $0.text(0) }
                }
            }
            let said = Set(AuditCoverage.told.keys).union(AuditCoverage.untold.keys)
            #expect(Set(tables).subtracting(said).sorted() == [], "told, or untold with a reason")
            #expect(said.subtracting(tables).sorted() == [])
            #expect(Set(AuditCoverage.told.keys).isDisjoint(with: AuditCoverage.untold.keys))
        }
    }

    /// Each changes a row of a table that must be told of.
    private static let untold = [
        "UPDATE unit SET name = 'X' WHERE code = 'RN1'",
        "INSERT INTO unit_event VALUES ('u', 1, 'left', 1, 'r', 'a', NULL, 1)",
        "UPDATE measure SET title = 'X'",
        "update measure_version set reason = 'X'",
        "DELETE FROM measure_target",
        "UPDATE edition SET sha256 = 'X'",
        "  INSERT INTO pending_import(id, unit_id) SELECT id, id FROM unit",
    ]

    @Test(arguments: TestEngine.available)
    func `a change that no entry tells of is taken back`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1, 2, 3]), seed: 40)
            for sql in Self.untold.filter({ $0.contains("UPDATE") || $0.contains("update") }) {
                await #expect(throws: UntoldChange.self, "\(sql)") {
                    try await world.database.write { try $0.execute(sql) }
                }
            }
            let name = try await world.database.read { try UnitStore.find(world.north.id, on: $0)?.name }
            #expect(name == "North")
        }
    }

    @Test(arguments: TestEngine.available)
    func `an entry about something else doesn't do`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let other = AuditEntry(.changed, .init(.measure, id: "m", name: "M", unit: world.north.id))
            await #expect(throws: UntoldChange.self) {
                try await world.database.write { connection in
                    try connection.execute("UPDATE unit SET name = 'X' WHERE code = 'RN1'")
                    try AuditStore.append(other, Samples.context(41), on: connection)
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what a savepoint takes back needs no entry, and its entries tell of nothing`(
        engine: TestEngine
    ) async throws {
        struct Stop: Error {}
        try await World.run(on: engine) { world in
            try await world.database.write { connection in
                try? connection.savepoint {
                    try connection.execute("UPDATE unit SET name = 'X' WHERE code = 'RN1'")
                    throw Stop()
                }
            }
            let entry = AuditEntry(.changed, .init(.unit, id: "u", name: "U", unit: world.north.id))
            await #expect(throws: UntoldChange.self) {
                try await world.database.write { connection in
                    try? connection.savepoint {
                        try AuditStore.append(entry, Samples.context(42), on: connection)
                        throw Stop()
                    }
                    try connection.execute("UPDATE unit SET name = 'X' WHERE code = 'RN1'")
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `every change of a unit, a phase, a note and a recording says what was and what is`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1, 2, 3, 4, 5]), seed: 43)
            let series = try #require(try await world.series())
            let recording = try #require(
                try await world.database.read { try RecordingStore.newest(1, on: $0) }.first
            )
            let context = Samples.context(44, at: 1_700_000_100)
            let place = Unit(id: context.makeID(), parent: world.community.id, kind: .place, name: "Place")
            let lines = try await world.database.write { connection -> [String] in
                try UnitStore.insert(place, context, on: connection)
                try UnitStore.rename(world.north.id, to: "Far North", code: "RN1", context, on: connection)
                try UnitStore.move(world.north.id, to: place.id, context, on: connection)
                let days = try SeriesStore.observations(of: series.id, on: connection).days
                let phase = try PhaseStore.start(
                    days[2],
                    of: series.id,
                    reason: "Why",
                    context,
                    on: connection
                )
                try PhaseStore.change(phase.id, start: days[2], reason: "Better", context, on: connection)
                try PhaseStore.withdraw(phase.id, context, on: connection)
                let note = try AnnotationStore.add(
                    "Ice",
                    .event,
                    on: days[1],
                    to: series.id,
                    context,
                    on: connection
                )
                var changed = note
                changed.text = "Black ice"
                try AnnotationStore.change(changed, context, on: connection)
                try SeriesStore.undo(recording.id, reason: "Wrong file", context, on: connection)
                let top = world.community.id
                return try AuditStore.records(within: top, limit: 99, on: connection) {
                    $0.instant == context.now
                }
                .reversed().map { record in
                    let changes = record.entry.changes.map { "\($0.field) \($0.before)>\($0.after)" }
                    let kind = record.entry.subject.kind.rawValue
                    return "\(record.entry.act.rawValue) \(kind) \(changes.joined(separator: ", "))"
                }
            }
            #expect(lines.count == 10)
            #expect(lines[0].hasPrefix("created unit kind >place, name >Place"))
            #expect(lines[1] == "changed unit name North>Far North")
            #expect(lines[2] == "changed unit parent Valley>Place")
            #expect(lines[3].hasPrefix("created phase phase-start >"))
            #expect(lines[4] == "changed phase phase-reason Why>Better")
            #expect(lines[5] == "ended phase in-force yes>no")
            #expect(lines[6].contains("note-text >Ice"))
            #expect(lines[7] == "changed annotation note-text Ice>Black ice")
            #expect(lines[8].hasPrefix("created recording series >1, reason >Wrong file"))
            #expect(lines[9].hasPrefix("ended recording"))
        }
    }

    @Test(arguments: TestEngine.available)
    func `a recording of many tells each unit of its own, and of what is kept apart`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let context = Samples.context(45, at: 1_700_000_200)
            var kept = Samples.measure("kept", seed: 46)
            kept.unit = world.north.id
            let measure = kept
            let records = try await world.database.write { connection -> [AuditRecord] in
                try MeasureStore.insert(measure, Samples.context(47), on: connection)
                let proposals = [
                    Proposal(
                        measure: world.falls.id,
                        unit: world.north.id,
                        observations: Samples.months([1])
                    ),
                    Proposal(
                        measure: world.falls.id,
                        unit: world.south.id,
                        observations: Samples.months([2])
                    ),
                    Proposal(measure: measure.id, unit: world.north.id, observations: Samples.months([3])),
                ]
                _ = try SeriesStore.record(proposals, reason: "Monthly", context, on: connection)
                return try AuditStore.records(within: world.community.id, limit: 99, on: connection) {
                    $0.entry.subject.kind == .recording
                }
            }
            #expect(records.count == 3)
            #expect(records.count { $0.entry.subject.unit == world.south.id } == 1)
            #expect(records.count { $0.entry.subject.measure == measure.id } == 1)
            #expect(
                records.allSatisfy { record in !record.entry.changes.contains { $0.field == "appended" } }
            )
        }
    }
}
