import DatabaseTestSupport
import Sightline
import Statistics
import Storage

/// A database with one community, two organisations and two measures.
struct World: Sendable {
    let database: any SQLDatabase
    /// The same without a watch on what is changed: for tests that damage something.
    let unwatched: any SQLDatabase
    let community: Unit
    let north: Unit
    let south: Unit
    /// Plain monthly counts; fewer are better.
    let falls: Measure
    /// A proportion in per cent; more is better, with a target of 95.
    let seen: Measure

    static func run(
        on engine: TestEngine,
        _ body: (World) async throws -> Void
    ) async throws {
        try await engine.withDatabase(Schema.migrations) { database in
            // What a test changes is on the audit trail, or isn't changed.
            try await body(try await World(database))
        }
    }

    private init(_ unwatched: any SQLDatabase) async throws {
        self.unwatched = unwatched
        let database = AuditedDatabase(unwatched)
        let context = Samples.context(99)
        let community = Unit(id: context.makeID(), parent: nil, kind: .community, name: "Valley")
        let north = Unit(
            id: context.makeID(),
            parent: community.id,
            kind: .organisation,
            name: "North",
            code: "RN1"
        )
        let south = Unit(
            id: context.makeID(),
            parent: community.id,
            kind: .organisation,
            name: "South",
            code: "RS1"
        )
        let falls = Samples.measure(seed: 3)
        var seen = Samples.measure(
            "seen-in-time",
            better: .up,
            kind: .pPrime,
            denominator: "Everyone",
            multiplier: 100,
            seed: 4
        )
        seen.title = "Seen in time"
        seen.stakeholder = .staff
        seen.domain = "Urgent care"
        seen.format = ValueFormat(unit: "%", decimals: 1)
        seen.targets = [TargetStep(start: .first, value: 95)]
        let stored = seen
        try await database.write { connection in
            for unit in [community, north, south] { try UnitStore.insert(unit, context, on: connection) }
            for measure in [falls, stored] { try MeasureStore.insert(measure, context, on: connection) }
        }
        self.database = database
        self.community = community
        self.north = north
        self.south = south
        self.falls = falls
        self.seen = stored
    }

    /// Someone who may read everything.
    static func reader(on connection: any SQLConnection) throws -> Readership {
        try Readership.ofOperator(on: connection)
    }

    /// Records one series; the seed keeps ids apart.
    @discardableResult
    func record(
        _ observations: Observations,
        of measure: Measure? = nil,
        in unit: Unit? = nil,
        mode: Proposal.Mode = .merge,
        seed: UInt64,
        at seconds: Int64 = 1_700_000_000
    ) async throws -> RecordOutcome {
        let proposal = Proposal(
            measure: (measure ?? falls).id,
            unit: (unit ?? north).id,
            observations: observations
        )
        let context = Samples.context(seed, at: seconds)
        return try await database.write { connection in
            try SeriesStore.record(
                [proposal],
                mode: mode,
                reason: "Monthly return",
                context,
                on: connection
            )
        }
    }

    /// The series of a measure in a unit, in the newest version.
    func series(of measure: Measure? = nil, in unit: Unit? = nil, version: Int = 1) async throws -> Series? {
        let key = Series.Key(
            measure: (measure ?? falls).id,
            version: version,
            unit: (unit ?? north).id
        )
        return try await database.read { try SeriesStore.find(key, on: $0) }
    }
}
