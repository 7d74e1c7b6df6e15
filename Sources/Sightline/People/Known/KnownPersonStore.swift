package import Storage

/// People without accounts in the database.
package enum KnownPersonStore {
    /// Nil for someone with an account, and for one who turned out to be someone else.
    package static func find(_ id: Person.ID, on connection: any SQLConnection) throws -> KnownPerson? {
        try connection.one("\(selection) AND k.person_id = ?", [.id(id)], person(from:))
    }

    /// The one of a unit, active and alone, who has an e-mail address, whatever its case.
    package static func find(
        email: String,
        in unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> KnownPerson? {
        let found = try connection.all(
            "\(selection) AND k.unit_id = ? AND k.is_active = 1 AND p.folded_email = ?",
            [.id(unit), .text(AccountStore.fold(email))],
            person(from:)
        )
        return found.count == 1 ? found.first : nil
    }

    /// Those of a unit and of the units below it, by name.
    package static func all(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [KnownPerson] {
        try connection.all(
            "\(Subtree.sql) \(selection) AND k.unit_id IN (SELECT id FROM below) ORDER BY p.name, p.id",
            [.id(unit)],
            person(from:)
        )
    }

    // MARK: Writing

    package static func insert(
        name: String,
        email: String?,
        in unit: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> KnownPerson {
        let known = KnownPerson(
            person: Person(id: context.makeID(), name: name, email: email),
            unit: unit,
            isActive: true
        )
        try connection.execute(
            "INSERT INTO person (id, name, email, folded_email) VALUES (?, ?, ?, ?)",
            [.id(known.id), .text(name), .text(email), .text(email.map(AccountStore.fold))]
        )
        try connection.execute(
            """
            INSERT INTO known_person (person_id, unit_id, is_active, author, author_id, instant)
            VALUES (?, ?, 1, ?, ?, ?)
            """,
            [
                .id(known.id), .id(unit), .text(context.author.name), .id(context.author.person),
                .instant(context.now),
            ]
        )
        try AuditStore.append(.person(.created, known, []), context, on: connection)
        return known
    }

    /// Changes what someone is called and where letters reach them.
    package static func update(
        _ person: Person,
        of known: KnownPerson,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE person SET name = ?, email = ?, folded_email = ? WHERE id = ?",
            [
                .text(person.name), .text(person.email), .text(person.email.map(AccountStore.fold)),
                .id(known.id),
            ]
        )
        let changes = [
            AuditEntry.Change("name", known.person.name, person.name),
            AuditEntry.Change("email", known.person.email, person.email),
        ]
        try AuditStore.append(.person(.changed, known, changes), context, on: connection)
    }

    /// Says whether someone still belongs; who doesn't can't be invited, and invitations that wait are taken back.
    package static func setActive(
        _ isActive: Bool,
        _ known: KnownPerson,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE known_person SET is_active = ? WHERE person_id = ?",
            [.bool(isActive), .id(known.id)]
        )
        if !isActive { try withdrawInvitations(of: known, context, on: connection) }
        let change = AuditEntry.Change("active", known.isActive ? "yes" : "no", isActive ? "yes" : "no")
        try AuditStore.append(.person(.changed, known, [change]), context, on: connection)
    }

    /// Says that someone is the same as another person, who stays, and answers for what this one did.
    package static func merge(
        _ known: KnownPerson,
        into person: Person,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE known_person SET is_active = 0, merged_into = ? WHERE person_id = ?",
            [.id(person.id), .id(known.id)]
        )
        try AccountStore.handOver(from: known.person, to: person, context, on: connection)
        try withdrawInvitations(of: known, context, on: connection)
        let change = AuditEntry.Change("same person as", nil, person.name)
        try AuditStore.append(.person(.ended, known, [change]), context, on: connection)
    }

    private static func withdrawInvitations(
        of known: KnownPerson,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        for invitation in try InvitationStore.all(of: known.unit, on: connection)
        where invitation.invitee == known.id {
            try InvitationStore.withdraw(invitation.id, of: known.unit, context, on: connection)
        }
    }

    // MARK: Rows

    private static let selection = """
        SELECT p.id, p.name, p.email, k.unit_id, k.is_active
        FROM known_person k JOIN person p ON p.id = k.person_id
        WHERE k.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = k.person_id)
        """

    private static func person(from row: any SQLRow) throws -> KnownPerson {
        KnownPerson(
            person: Person(
                id: try row.identifier(0),
                name: try row.text(1),
                email: try row.optionalText(2)
            ),
            unit: try row.identifier(3),
            isActive: try row.bool(4)
        )
    }
}
