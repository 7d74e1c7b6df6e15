package import Storage

/// Who chose whom as a coach, in the database.
///
/// Its audit records belong to no unit and carry the id of the choice alone, so that no organisation's trail tells who
/// has a coach.
package enum CoachStore {
    package static func find(_ id: CoachChoice.ID, on connection: any SQLConnection) throws -> CoachChoice? {
        try connection.one("\(selection) WHERE id = ?", [.id(id)], choice(from:))
    }

    /// The coaches whom a person has now, the newest first.
    package static func choices(
        by person: Person.ID,
        on connection: any SQLConnection
    ) throws -> [CoachChoice] {
        try connection.all(
            "\(selection) WHERE person_id = ? AND ended IS NULL ORDER BY started DESC, id",
            [.id(person)],
            choice(from:)
        )
    }

    /// The people who have an account as their coach now.
    package static func choices(
        of coach: Account.ID,
        on connection: any SQLConnection
    ) throws -> [CoachChoice] {
        try connection.all(
            "\(selection) WHERE coach_id = ? AND ended IS NULL ORDER BY started DESC, id",
            [.id(coach)],
            choice(from:)
        )
    }

    // MARK: Writing

    /// Makes someone's coach of an account, or changes what that coach may see.
    @discardableResult
    package static func choose(
        _ coach: Account.ID,
        by person: Person.ID,
        views: Set<CoachView>,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> CoachChoice.ID {
        let words = CoachView.allCases.filter(views.contains).map(\.rawValue).joined(separator: ",")
        let present = try choices(by: person, on: connection).first { $0.coach == coach }
        let id = present?.id ?? context.makeID()
        if present == nil {
            try connection.execute(
                "INSERT INTO coach_choice (id, person_id, coach_id, views, started) VALUES (?, ?, ?, ?, ?)",
                [.id(id), .id(person), .id(coach), .text(words), .instant(context.now)]
            )
        } else {
            try connection.execute(
                "UPDATE coach_choice SET views = ? WHERE id = ?",
                [.text(words), .id(id)]
            )
        }
        try note(present == nil ? .created : .changed, id, context, on: connection)
        return id
    }

    /// Ends a choice; false where the person has none of that id.
    package static func end(
        _ id: CoachChoice.ID,
        by person: Person.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Bool {
        let count = try connection.execute(
            "UPDATE coach_choice SET ended = ? WHERE id = ? AND person_id = ? AND ended IS NULL",
            [.instant(context.now), .id(id), .id(person)]
        )
        guard count > 0 else { return false }
        try note(.ended, id, context, on: connection)
        return true
    }

    /// Ends every choice that someone made or that others made of them.
    static func endAll(
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let own = try choices(by: account.person.id, on: connection)
        for choice in try own + choices(of: account.id, on: connection) {
            _ = try end(choice.id, by: choice.person, context, on: connection)
        }
    }

    /// Notes that the coach looks, for the person to see.
    package static func see(
        _ id: CoachChoice.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE coach_choice SET seen = ? WHERE id = ?",
            [.instant(context.now), .id(id)]
        )
        try note(.read, id, context, on: connection)
    }

    private static func note(
        _ act: AuditEntry.Act,
        _ id: CoachChoice.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let subject = AuditEntry.Subject(.coaching, id: id.description, name: "", unit: nil)
        try AuditStore.append(AuditEntry(act, subject), context, on: connection)
    }

    // MARK: Rows

    private static let selection = """
        SELECT id, person_id, coach_id, views, started, ended, seen FROM coach_choice
        """

    private static func choice(from row: any SQLRow) throws -> CoachChoice {
        CoachChoice(
            id: try row.identifier(0),
            person: try row.identifier(1),
            coach: try row.identifier(2),
            views: Set(try row.text(3).split(separator: ",").compactMap { CoachView(rawValue: String($0)) }),
            started: try row.instant(4),
            ended: try row.optionalInstant(5),
            seen: try row.optionalInstant(6)
        )
    }
}
