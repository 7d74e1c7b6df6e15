import Statistics
package import Storage

/// Decisions of reviews, as they are read.
package enum DecisionStore {
    /// A decision of a unit; nil where there is none that the reader may see.
    package static func find(
        _ id: Decision.ID,
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> Decision? {
        try decisions("d.id = ? AND d.unit_id = ?", [.id(id), .id(unit)], for: reader, on: connection).first
    }

    package static func find(_ id: Decision.ID, on connection: any SQLConnection) throws -> Decision? {
        try decisions("d.id = ?", [.id(id)], on: connection).first
    }

    /// Those of a review that the reader may see, the oldest first.
    package static func all(
        of review: Review.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Decision] {
        try decisions(
            "d.review_id = ? ORDER BY d.instant, d.id",
            [.id(review)],
            for: reader,
            on: connection
        )
    }

    /// Those that answer a signal, the oldest first.
    package static func all(
        about signal: Signal.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Decision] {
        try decisions(
            "d.signal_id = ? ORDER BY d.instant, d.id",
            [.id(signal)],
            for: reader,
            on: connection
        ).filter { reader.may(.read, on: $0.unit) }
    }

    /// Those that answer a cycle, the oldest first.
    package static func all(
        about cycle: Cycle.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Decision] {
        try decisions("d.cycle_id = ? ORDER BY d.instant, d.id", [.id(cycle)], for: reader, on: connection)
            .filter { reader.may(.read, on: $0.unit) }
    }

    /// Those of a unit itself that the reader may see: the overdue ones first, then by the day that was set.
    package static func all(
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Decision] {
        try decisions(
            "d.unit_id = ? ORDER BY CASE WHEN d.followed IS NULL THEN 0 ELSE 1 END, d.due_day, d.id",
            [.id(unit)],
            for: reader,
            on: connection
        )
    }

    /// Those of a unit and of those below it that the reader may see, the oldest first.
    static func all(
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Decision] {
        let units = Set(reader.tree.subtree(of: unit).map(\.id))
        // Units first: looking at what they keep is told to them.
        return try decisions("1 = 1 ORDER BY d.instant, d.id", [], on: connection).filter {
            try units.contains($0.unit) && reader.may(.read, on: $0.unit)
                && reader.sees($0.about, on: connection)
        }
    }

    /// Those that a person answers for and that the reader may see, in whatever unit.
    static func all(
        ownedBy person: Person.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Decision] {
        try all(waitingFor: person, on: connection).filter {
            try reader.may(.read, on: $0.unit) && reader.sees($0.about, on: connection)
        }
    }

    /// Those that wait for a person to follow them up, whoever may see them.
    static func all(waitingFor person: Person.ID, on connection: any SQLConnection) throws -> [Decision] {
        try decisions(
            "d.followed IS NULL AND d.owner_id = ? ORDER BY d.due_day, d.id",
            [.id(person)],
            on: connection
        )
    }

    /// All that nobody has followed up and that are due by a day, whoever may see them: for reminders.
    static func open(dueBy day: Day, on connection: any SQLConnection) throws -> [Decision] {
        try decisions(
            "d.followed IS NULL AND d.due_day <= ? ORDER BY d.due_day, d.id",
            [.day(day)],
            on: connection
        )
    }

    private static func decisions(
        _ condition: String,
        _ arguments: [SQLValue],
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Decision] {
        try decisions(condition, arguments, on: connection).filter {
            try reader.sees($0.about, on: connection)
        }
    }

    private static func decisions(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Decision] {
        try connection.all(
            """
            SELECT d.id, d.review_id, d.unit_id, d.kind, d.text, d.expected, d.owner, d.owner_id, d.due_day,
                d.signal_id, d.series_id, d.measure_id, d.place_id, d.programme_id, d.cycle_id, d.name, d.outcome,
                d.happened, d.minutes, d.followed, d.follower, d.follower_id, d.author, d.person_id, d.instant
            FROM decision d JOIN review r ON r.id = d.review_id AND r.bin_id IS NULL
            JOIN unit u ON u.id = d.unit_id AND u.bin_id IS NULL
            WHERE d.bin_id IS NULL AND \(condition)
            """,
            arguments,
            decision(from:)
        )
    }

    private static func decision(from row: any SQLRow) throws -> Decision {
        var decision = Decision(
            id: try row.identifier(0),
            review: try row.identifier(1),
            unit: try row.identifier(2),
            kind: try row.word(3),
            text: try row.text(4),
            expected: try row.text(5),
            owner: try row.author(6),
            due: try row.day(8),
            about: try row.about(9),
            name: try row.text(15),
            author: try row.author(22),
            instant: try row.instant(24)
        )
        if let outcome: FollowUp.Outcome = try row.optionalWord(16), let instant = try row.optionalInstant(19)
        {
            decision.followUp = FollowUp(
                outcome,
                happened: try row.text(17),
                minutes: try row.optionalInt(18),
                author: try row.author(20),
                instant: instant
            )
        }
        return decision
    }
}
