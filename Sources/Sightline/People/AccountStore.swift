package import Storage

/// People and their accounts in the database.
package enum AccountStore {
    package static func find(_ id: Account.ID, on connection: any SQLConnection) throws -> Account? {
        try accounts("WHERE a.id = ?", [.id(id)], on: connection).first
    }

    /// Every account, by name.
    package static func all(on connection: any SQLConnection) throws -> [Account] {
        try accounts("", [], on: connection)
    }

    /// The active accounts that are administrators of a unit in particular, by name.
    package static func administrators(
        of unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [Account] {
        try accounts(
            """
            WHERE a.is_active = 1 AND a.id IN (
                SELECT g.account_id FROM role_grant g WHERE g.unit_id = ? AND g.role = ?
            )
            """,
            [.id(unit), .word(Role.administrator)],
            on: connection
        )
    }

    private static func accounts(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Account] {
        var roles: [Account.ID: [RoleGrant]] = [:]
        try connection.each(
            """
            SELECT g.account_id, g.role, g.unit_id FROM role_grant g
            WHERE g.account_id IN (
                SELECT a.id FROM account a JOIN person p ON p.id = a.person_id \(condition)
            ) AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = g.unit_id AND u.bin_id IS NOT NULL)
            ORDER BY g.unit_id, g.role
            """,
            arguments
        ) { row in
            let grant = RoleGrant(role: try row.word(1), unit: try row.identifier(2))
            roles[try row.identifier(0), default: []].append(grant)
        }
        return try connection.all(
            """
            SELECT a.id, p.id, p.name, p.email, a.is_active
            FROM account a JOIN person p ON p.id = a.person_id \(condition) ORDER BY p.name, a.id
            """,
            arguments
        ) { row in
            let id: Account.ID = try row.identifier(0)
            return Account(
                id: id,
                person: Person(
                    id: try row.identifier(1),
                    name: try row.text(2),
                    email: try row.optionalText(3)
                ),
                roles: roles[id] ?? [],
                isActive: try row.bool(4)
            )
        }
    }

    /// The active account that has been administrator of a unit for longest: the first administrator.
    package static func administrator(
        of unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> Account.ID? {
        try connection.one(
            """
            SELECT a.id FROM account a JOIN role_grant g ON g.account_id = a.id
            WHERE g.unit_id = ? AND g.role = ? AND a.is_active = 1 ORDER BY g.instant, a.id LIMIT 1
            """,
            [.id(unit), .word(Role.administrator)]
        ) { try $0.identifier(0) }
    }

    /// The account whose person has an e-mail address, whatever its case.
    package static func find(email: String, on connection: any SQLConnection) throws -> Account? {
        try accounts("WHERE p.folded_email = ?", [.text(fold(email))], on: connection).first
    }

    /// The account of a person.
    package static func find(
        of person: Person.ID,
        on connection: any SQLConnection
    ) throws -> Account? {
        try accounts("WHERE p.id = ?", [.id(person)], on: connection).first
    }

    /// The accounts with a role on a unit or on one below it, by name.
    package static func all(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [Account] {
        let below = try connection.all(
            "\(Subtree.sql) SELECT DISTINCT g.account_id FROM below JOIN role_grant g ON g.unit_id = below.id",
            [.id(unit)]
        ) { try $0.identifier(0, of: Account.self) }
        var found: [Account] = []
        for id in below { found += try accounts("WHERE a.id = ?", [.id(id)], on: connection) }
        return found.sorted { ($0.person.name, $0.id) < ($1.person.name, $1.id) }
    }

    // MARK: Writing

    /// Makes a person with an account.
    ///
    /// - Throws: `AccountError.emailTaken`.
    package static func insert(
        name: String,
        email: String? = nil,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Account {
        if let email, let owner = try find(email: email, on: connection) {
            throw AccountError.emailTaken(by: owner.id)
        }
        let person = Person(id: context.makeID(), name: name, email: email)
        let account = Account(id: context.makeID(), person: person, roles: [], isActive: true)
        try connection.execute(
            "INSERT INTO person (id, name, email, folded_email) VALUES (?, ?, ?, ?)",
            [.id(person.id), .text(name), .text(email), .text(email.map(fold))]
        )
        try connection.execute(
            "INSERT INTO account (id, person_id, is_active, created) VALUES (?, ?, 1, ?)",
            [.id(account.id), .id(person.id), .instant(context.now)]
        )
        try RevisionStore.note(.person, person.id, from: nil, to: person.fields, context, on: connection)
        let change = AuditEntry.Change("email", nil, email)
        try AuditStore.append(.account(.created, account, [change]), context, on: connection)
        return account
    }

    /// Changes what a person is called and where letters reach them.
    ///
    /// - Throws: `AccountError.emailTaken`.
    package static func update(
        _ person: Person,
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        if let email = person.email, let owner = try find(email: email, on: connection),
            owner.id != account.id
        {
            throw AccountError.emailTaken(by: owner.id)
        }
        try connection.execute(
            "UPDATE person SET name = ?, email = ?, folded_email = ? WHERE id = ?",
            [.text(person.name), .text(person.email), .text(person.email.map(fold)), .id(person.id)]
        )
        let (old, new) = (account.person.fields, person.fields)
        try RevisionStore.note(.person, person.id, from: old, to: new, context, on: connection)
        let changes = new.changes(from: old)
        try AuditStore.append(.account(.changed, account, changes), context, on: connection)
    }

    /// Lets an account in, or keeps it out and ends its sessions.
    package static func setActive(
        _ isActive: Bool,
        _ account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE account SET is_active = ? WHERE id = ?",
            [.bool(isActive), .id(account.id)]
        )
        if !isActive { try SignInStore.endSessions(of: account.id, at: context.now, on: connection) }
        let change = AuditEntry.Change("active", account.isActive ? "yes" : "no", isActive ? "yes" : "no")
        try AuditStore.append(.account(.changed, account, [change]), context, on: connection)
    }

    /// Gives a role; one that is there already stays as it is.
    package static func grant(
        _ grant: RoleGrant,
        to account: Account.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let count = try connection.execute(
            """
            INSERT INTO role_grant (account_id, unit_id, role, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, unit_id, role) DO NOTHING
            """,
            [
                .id(account), .id(grant.unit), .word(grant.role), .text(context.author.name),
                .id(context.author.person), .instant(context.now),
            ]
        )
        guard count > 0, let account = try find(account, on: connection) else { return }
        try AuditStore.append(.role(.created, grant, of: account), context, on: connection)
    }

    /// Takes a role away.
    ///
    /// - Throws: `AccountError.lastAdministrator` where nobody would be left to look after the unit's people.
    package static func revoke(
        _ grant: RoleGrant,
        from account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        if grant.role == .administrator {
            let others = try administrators(of: grant.unit, on: connection).filter { $0.id != account.id }
            let unit = try UnitStore.find(grant.unit, on: connection)
            // Another unit falls back to the administrators above it.
            if others.isEmpty, unit?.parent == nil || unit?.isSelfGoverning == true {
                throw AccountError.lastAdministrator
            }
        }
        try delete(grant, of: account, context, on: connection)
    }

    static func delete(
        _ grant: RoleGrant,
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "DELETE FROM role_grant WHERE account_id = ? AND unit_id = ? AND role = ?",
            [.id(account.id), .id(grant.unit), .word(grant.role)]
        )
        try AuditStore.append(.role(.ended, grant, of: account), context, on: connection)
    }

    /// Addresses are compared without regard to case.
    static func fold(_ email: String) -> String { email.lowercased() }
}
