package import Statistics
package import Storage

/// Cycles and their predictions, as they are read.
package enum CycleStore {
    package static func find(
        _ id: Cycle.ID,
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> Cycle? {
        try connection.one(
            "\(select) WHERE c.programme_id = ? AND c.id = ? AND c.bin_id IS NULL",
            [.id(programme), .id(id)],
            cycle(from:)
        )
    }

    package static func find(_ id: Cycle.ID, on connection: any SQLConnection) throws -> Cycle? {
        try connection.one("\(select) WHERE c.id = ? AND c.bin_id IS NULL", [.id(id)], cycle(from:))
    }

    /// The oldest first.
    ///
    /// One that went on from a cycle in the bin goes on from the one before that.
    package static func all(
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [Cycle] {
        var binned: [Cycle.ID: Cycle.ID?] = [:]
        try connection.each(
            "SELECT id, previous_id FROM cycle WHERE programme_id = ? AND bin_id IS NOT NULL",
            [.id(programme)]
        ) { binned[try $0.identifier(0)] = .some(try $0.optionalIdentifier(1)) }
        let cycles = try connection.all(
            "\(select) WHERE c.programme_id = ? AND c.bin_id IS NULL ORDER BY c.id",
            [.id(programme)],
            cycle(from:)
        )
        return cycles.map { cycle in
            var cycle = cycle
            while let previous = cycle.previous, let before = binned[previous] { cycle.previous = before }
            return cycle
        }
    }

    /// By cycle, the first version first.
    static func predictions(
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [Cycle.ID: [Prediction]] {
        var predictions: [Cycle.ID: [Prediction]] = [:]
        try connection.each(
            """
            SELECT p.cycle_id, p.version, p.text, p.direction, p.size, p.by_day, p.reason, p.author, p.person_id,
                p.instant
            FROM prediction p JOIN cycle c ON c.id = p.cycle_id
            WHERE c.programme_id = ? ORDER BY p.cycle_id, p.version
            """,
            [.id(programme)]
        ) { row in
            let prediction = Prediction(
                version: try row.int(1),
                text: try row.text(2),
                direction: try row.optionalWord(3),
                size: try row.optionalReal(4),
                by: try row.optionalDay(5),
                reason: try row.text(6),
                author: try row.author(7),
                instant: try row.instant(9)
            )
            predictions[try row.identifier(0), default: []].append(prediction)
        }
        return predictions
    }

    /// The day of the newest point that each measure of a programme's cycles has in its unit.
    package static func newestPoints(
        in programme: Programme,
        on connection: any SQLConnection
    ) throws -> [Measure.ID: Day] {
        try points(in: programme, on: connection).compactMapValues(\.latest)
    }

    /// How many points the measures of a programme's cycles have in its unit, and the day of the newest.
    static func points(
        in programme: Programme,
        on connection: any SQLConnection
    ) throws -> [Measure.ID: (count: Int, latest: Day?)] {
        var points: [Measure.ID: (count: Int, latest: Day?)] = [:]
        try connection.each(
            """
            SELECT s.measure_id, MAX(t.points), MAX(t.latest_day) FROM status t JOIN series s ON s.id = t.series_id
            WHERE s.unit_id = ? AND s.measure_id IN
                (SELECT measure_id FROM cycle WHERE programme_id = ? AND bin_id IS NULL)
            GROUP BY s.measure_id
            """,
            [.id(programme.unit), .id(programme.id)]
        ) { points[try $0.identifier(0)] = (try $0.int(1), try $0.optionalDay(2)) }
        return points
    }

    static let columns = """
        c.id, c.programme_id, c.idea_id, c.previous_id, c.number, c.phase, c.question, c.measure_id, c.people, \
        c.days, c.places, c.plan_what, c.plan_who, c.plan_when, c.plan_where, c.level, c.population, c.needed, \
        c.began_day, c.locked, c.happened, c.outcome, c.learned, c.decision, c.decision_reason, c.closed, \
        c.author, c.person_id, c.instant
        """
    private static let select = "SELECT \(columns) FROM cycle c"

    private static func cycle(from row: any SQLRow) throws -> Cycle {
        var cycle = Cycle(
            id: try row.identifier(0),
            programme: try row.identifier(1),
            idea: try row.identifier(2),
            previous: try row.optionalIdentifier(3),
            number: try row.int(4),
            question: try row.text(6),
            author: try row.author(26),
            instant: try row.instant(28)
        )
        cycle.phase = try row.word(5)
        cycle.measure = try row.optionalIdentifier(7)
        cycle.scale = Cycle.Scale(
            people: try row.optionalInt(8),
            days: try row.optionalInt(9),
            places: try row.optionalInt(10)
        )
        cycle.plan = Cycle.Plan(
            what: try row.text(11),
            who: try row.text(12),
            when: try row.text(13),
            place: try row.text(14)
        )
        cycle.context = Cycle.Setting(
            level: try row.optionalWord(15),
            population: try row.text(16),
            needed: try row.text(17)
        )
        cycle.began = try row.optionalDay(18)
        cycle.locked = try row.optionalInstant(19)
        cycle.happened = try row.text(20)
        cycle.outcome = try row.optionalWord(21)
        cycle.learned = try row.text(22)
        cycle.decision = try row.optionalWord(23)
        cycle.decisionReason = try row.text(24)
        cycle.closed = try row.optionalInstant(25)
        return cycle
    }
}
