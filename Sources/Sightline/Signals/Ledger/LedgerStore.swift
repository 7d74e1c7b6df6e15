import Statistics
package import Storage

/// The ledger in the database: signals with what people made of them.
package enum LedgerStore {
    /// All signals of a unit and of those below it that the reader may see.
    package static func reading(
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> LedgerReading {
        let entries =
            try found("", [], of: unit, for: reader, on: connection)
            + raised("", [], of: unit, for: reader, on: connection)
        return LedgerReading(
            try linked(entries, on: connection),
            checked: try checked(within: unit, for: reader, on: connection)
        )
    }

    /// Those of rules that the newest point of a series belongs to, judged among themselves.
    static func current(
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> LedgerReading {
        let isCurrent = "AND g.is_withdrawn = 0 AND g.last_day >= t.latest_day"
        let entries = try found(isCurrent, [], of: unit, for: reader, on: connection)
        return LedgerReading(entries, checked: try checked(within: unit, for: reader, on: connection))
    }

    /// One signal of a unit; nil where there is none that the reader may see.
    package static func find(
        _ id: Signal.ID,
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> LedgerEntry? {
        let ofUnit = "AND s.unit_id = ? AND g.id = ?"
        if let entry = try found(ofUnit, [.id(unit), .id(id)], of: unit, for: reader, on: connection).first {
            return try linked([entry], on: connection).first
        }
        let raisedHere = "AND g.unit_id = ? AND g.id = ?"
        let entries = try raised(raisedHere, [.id(unit), .id(id)], of: unit, for: reader, on: connection)
        return try linked(entries, on: connection).first
    }

    /// Signals by their ids, of a unit and of those below it, as far as the reader may see them.
    package static func all(
        _ ids: [Signal.ID],
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [LedgerEntry] {
        try both("g.id", in: ids.map { .id($0) }, of: unit, for: reader, on: connection)
    }

    /// Signals in series of some measures, and those that people raised without one, of a unit and of those below it,
    /// as far as the reader may see them.
    package static func all(
        about measures: [Measure.ID],
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [LedgerEntry] {
        try both("s.measure_id", in: measures.map { .id($0) }, of: unit, for: reader, on: connection)
            + raised("AND g.series_id IS NULL", [], of: unit, for: reader, on: connection)
    }

    private static func both(
        _ column: String,
        in values: [SQLValue],
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [LedgerEntry] {
        guard !values.isEmpty else { return [] }
        let list = Array(repeating: "?", count: values.count).joined(separator: ", ")
        let condition = "AND \(column) IN (\(list))"
        return try found(condition, values, of: unit, for: reader, on: connection)
            + raised(condition, values, of: unit, for: reader, on: connection)
    }

    /// The unit of a signal, and its series where it has one; what the decision about who may see it needs.
    package static func place(
        of id: Signal.ID,
        on connection: any SQLConnection
    ) throws -> (unit: Unit.ID, series: Series.ID?)? {
        try connection.one(
            """
            SELECT s.unit_id, s.id FROM signal g JOIN series s ON s.id = g.series_id WHERE g.id = ?
            UNION ALL
            SELECT r.unit_id, r.series_id FROM raised_signal r WHERE r.id = ?
            """,
            [.id(id), .id(id)]
        ) { (try $0.identifier(0), try $0.optionalIdentifier(1)) }
    }

    /// What was done with a signal, the oldest first.
    package static func events(
        of id: Signal.ID,
        on connection: any SQLConnection
    ) throws -> [SignalEvent] {
        try connection.all(
            """
            SELECT state, why, author, person_id, instant FROM signal_step
            WHERE signal_id = ? ORDER BY sequence
            """,
            [.id(id)]
        ) { row in
            SignalEvent(
                state: try row.word(0),
                why: try row.text(1),
                author: try row.author(2),
                instant: try row.instant(4)
            )
        }
    }

    /// When signals of the ledger were first acted on, settled or dismissed.
    package static func decisions(
        about entries: [LedgerEntry],
        on connection: any SQLConnection
    ) throws -> [Signal.ID: Timestamp] {
        var decided: [Signal.ID: Timestamp] = [:]
        try connection.each(in: entries.map { .id($0.id) }) { list in
            """
            SELECT signal_id, MIN(instant) FROM signal_step
            WHERE state IN ('acting', 'settled', 'dismissed') AND signal_id IN \(list) GROUP BY signal_id
            """
        } _: { row in
            decided[try row.identifier(0)] = try row.instant(1)
        }
        return decided
    }

    // MARK: Rows

    private static let handling = "h.certainty, h.cause, h.response, h.owner, h.owner_id, h.check_day"

    private static func found(
        _ condition: String,
        _ arguments: [SQLValue],
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [LedgerEntry] {
        let readable = whole(within: unit, for: reader)
        let sql = """
            \(Subtree.sql)
            SELECT \(SignalStore.columns), s.measure_id, s.version, s.unit_id, s.group_name, s.edition,
                t.latest_day, t.points, t.chance_of_any, \(handling)
            FROM below JOIN series s ON s.unit_id = below.id JOIN signal g ON g.series_id = s.id
            JOIN measure m ON m.id = s.measure_id AND m.bin_id IS NULL
            JOIN status t ON t.series_id = s.id LEFT JOIN signal_handling h ON h.signal_id = g.id
            WHERE s.bin_id IS NULL\(readable.sql) \(condition)
            """
        var entries: [LedgerEntry] = []
        try connection.each(sql, [.id(unit)] + readable.arguments + arguments) { row in
            let signal = try SignalStore.signal(from: row)
            guard let unit = reader.tree[try row.identifier(19)],
                let place = try Self.place(from: row, at: 17, id: signal.series, in: reader)
            else { return }
            let chance = Rarity.anywhere(
                signal.rarity,
                judgedBy: signal.rules,
                points: place.points,
                any: try row.optionalReal(24) ?? signal.chance
            )
            entries.append(
                LedgerEntry(
                    origin: .rule(signal),
                    unit: unit,
                    place: place,
                    state: signal.state,
                    handling: try Self.handling(from: row, at: 25),
                    chance: chance
                )
            )
        }
        reader.log?.note(entries.compactMap(\.place?.measure))
        return entries
    }

    private static func raised(
        _ condition: String,
        _ arguments: [SQLValue],
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [LedgerEntry] {
        let readable = reader.condition(within: unit)
        let seen = readable.sql.isEmpty ? "" : " AND (g.series_id IS NULL OR (1 = 1\(readable.sql)))"
        let sql = """
            \(Subtree.sql)
            SELECT g.id, g.unit_id, g.series_id, g.strand, g.meaning, g.day, g.words, g.author, g.person_id,
                g.instant, g.state, s.measure_id, s.version, s.unit_id, s.group_name, s.edition,
                t.latest_day, t.points, \(handling)
            FROM below JOIN raised_signal g ON g.unit_id = below.id LEFT JOIN series s ON s.id = g.series_id
            LEFT JOIN status t ON t.series_id = s.id LEFT JOIN signal_handling h ON h.signal_id = g.id
            WHERE s.bin_id IS NULL\(seen) \(condition)
            """
        var entries: [LedgerEntry] = []
        try connection.each(sql, [.id(unit)] + readable.arguments + arguments) { row in
            let raised = RaisedSignal(
                id: try row.identifier(0),
                unit: try row.identifier(1),
                series: try row.optionalIdentifier(2),
                strand: try row.word(3),
                meaning: try row.word(4),
                day: try row.day(5),
                words: try row.text(6),
                author: try row.author(7),
                instant: try row.instant(9)
            )
            guard let unit = reader.tree[raised.unit] else { return }
            let place = try raised.series.flatMap { try Self.place(from: row, at: 11, id: $0, in: reader) }
            entries.append(
                LedgerEntry(
                    origin: .person(raised),
                    unit: unit,
                    place: place,
                    state: try row.word(10),
                    handling: try Self.handling(from: row, at: 18)
                )
            )
        }
        reader.log?.note(entries.compactMap(\.place?.measure))
        return entries
    }

    /// Measure, version, unit, group, edition, newest day and points, in this order.
    private static func place(
        from row: any SQLRow,
        at first: Int,
        id: Series.ID,
        in reader: Readership
    ) throws -> LedgerEntry.Place? {
        guard let measure = reader.measures[try row.identifier(first)] else { return nil }
        let key = Series.Key(
            measure: measure.id,
            version: try row.int(first + 1),
            unit: try row.identifier(first + 2),
            group: try row.text(first + 3)
        )
        return LedgerEntry.Place(
            series: Series(id: id, key: key, edition: try row.int(first + 4)),
            measure: measure,
            latestDay: try row.optionalDay(first + 5),
            points: try row.optionalInt(first + 6) ?? 0
        )
    }

    private static func handling(from row: any SQLRow, at first: Int) throws -> SignalHandling {
        var handling = SignalHandling()
        if let certainty: SignalHandling.Certainty = try row.optionalWord(first) {
            handling.cause = SignalHandling.Cause(certainty, try row.text(first + 1))
        }
        handling.response = try row.optionalText(first + 2) ?? ""
        if let owner = try row.optionalText(first + 3) {
            handling.owner = Author(name: owner, person: try row.optionalIdentifier(first + 4))
        }
        handling.checkBack = try row.optionalDay(first + 5)
        return handling
    }

    /// A condition on `series s` and its `measure m`: those whose every number the reader may see.
    ///
    /// What rules find in all numbers could tell of small ones that are withheld.
    private static func whole(
        within unit: Unit.ID,
        for reader: Readership
    ) -> (sql: String, arguments: [SQLValue]) {
        let readable = reader.condition(within: unit)
        let inside = reader.audiences(within: unit).first { $0.audience == .inside }
        return (readable.sql + (inside?.sql ?? ""), readable.arguments + (inside?.arguments ?? []))
    }

    /// How many series have enough points to be judged, by rule set.
    private static func checked(
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [RuleSet.Name: Int] {
        let readable = whole(within: unit, for: reader)
        let sql = """
            \(Subtree.sql)
            SELECT v.rules, COUNT(*)
            FROM below JOIN series s ON s.unit_id = below.id JOIN status t ON t.series_id = s.id
            JOIN measure m ON m.id = s.measure_id AND m.bin_id IS NULL
            JOIN measure_version v ON v.measure_id = s.measure_id AND v.version = s.version
            WHERE s.bin_id IS NULL AND t.points >= v.minimum_points\(readable.sql) GROUP BY v.rules
            """
        var counts: [RuleSet.Name: Int] = [:]
        try connection.each(sql, [.id(unit)] + readable.arguments) { row in
            counts[try row.word(0)] = try row.int(1)
        }
        return counts
    }
}
