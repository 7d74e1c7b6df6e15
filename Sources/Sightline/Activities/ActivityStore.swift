import Statistics
package import Storage

/// Activities in the database; what lies in the bin is left out.
package enum ActivityStore {
    package static func find(_ id: Activity.ID, on connection: any SQLConnection) throws -> Activity? {
        try activities("a.id = ?", [.id(id)], on: connection).first
    }

    /// Those of a unit and of those below it, as far as the reader may read the units; the newest first.
    package static func all(
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Activity] {
        try activities(
            "a.unit_id IN (SELECT id FROM below)",
            [.id(unit)],
            with: Subtree.sql,
            on: connection
        ).filter { reader.may(.read, on: $0.unit) }
    }

    /// Those of a unit itself that went on during some days.
    static func all(
        of unit: Unit.ID,
        during days: ClosedRange<Day>,
        on connection: any SQLConnection
    ) throws -> [Activity] {
        try activities(
            "a.unit_id = ? AND a.first_day <= ? AND a.last_day >= ?",
            [.id(unit), .day(days.upperBound), .day(days.lowerBound)],
            on: connection
        )
    }

    // MARK: Writing

    /// - Throws: ``ActivityProblems``.
    package static func insert(
        _ activity: Activity,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(activity)
        try connection.execute(
            """
            INSERT INTO activity (id, unit_id, kind, title, level, first_day, last_day, purpose, participants)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [.id(activity.id), .id(activity.unit)] + content(activity)
        )
        try note(activity, from: nil, .created, context, on: connection)
    }

    /// Changes everything but whose it is.
    ///
    /// - Throws: ``ActivityProblems``.
    package static func update(
        _ activity: Activity,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(activity)
        guard let old = try find(activity.id, on: connection), old != activity else { return }
        try connection.execute(
            """
            UPDATE activity SET kind = ?, title = ?, level = ?, first_day = ?, last_day = ?, purpose = ?,
                participants = ?
            WHERE id = ?
            """,
            content(activity) + [.id(activity.id)]
        )
        try note(activity, from: old, .changed, context, on: connection)
    }

    /// Checks what an activity says, without keeping it.
    ///
    /// - Throws: ``ActivityProblems``.
    package static func check(_ activity: Activity) throws {
        let isCount = activity.participants.map { (1...100_000).contains($0) } ?? true
        try ActivityProblems.check([
            .line(activity.title, "activity-title"),
            .text(activity.purpose, "activity-purpose", isRequired: false),
            activity.lastDay < activity.firstDay ? ActivityProblem("last-day", .endsBeforeItBegins) : nil,
            isCount ? nil : ActivityProblem("participants", .noCount),
        ])
    }

    private static func note(
        _ activity: Activity,
        from old: Activity?,
        _ act: AuditEntry.Act,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try RevisionStore.note(
            .activity,
            activity.id,
            from: old?.fields,
            to: activity.fields,
            context,
            on: connection
        )
        let changes = activity.fields.changes(from: old?.fields)
        let entry = AuditEntry(act, AuditEntry.subject(activity), changes: changes)
        try AuditStore.append(entry, context, on: connection)
    }

    private static func content(_ activity: Activity) -> [SQLValue] {
        [
            .word(activity.kind), .text(activity.title), .word(activity.level), .day(activity.firstDay),
            .day(activity.lastDay), .text(activity.purpose), .int(activity.participants),
        ]
    }

    private static func activities(
        _ condition: String,
        _ arguments: [SQLValue],
        with head: String = "",
        on connection: any SQLConnection
    ) throws -> [Activity] {
        try connection.all(
            """
            \(head)
            SELECT a.id, a.unit_id, a.kind, a.title, a.level, a.first_day, a.last_day, a.purpose, a.participants
            FROM activity a WHERE \(condition) AND a.bin_id IS NULL ORDER BY a.first_day DESC, a.id DESC
            """,
            arguments
        ) { row in
            Activity(
                id: try row.identifier(0),
                unit: try row.identifier(1),
                kind: try row.word(2),
                title: try row.text(3),
                level: try row.word(4),
                firstDay: try row.day(5),
                lastDay: try row.day(6),
                purpose: try row.text(7),
                participants: try row.optionalInt(8)
            )
        }
    }
}

extension AuditEntry {
    /// An activity as the trail names it.
    static func subject(_ activity: Activity) -> Subject {
        Subject(.activity, id: activity.id.description, name: activity.title, unit: activity.unit)
    }
}
