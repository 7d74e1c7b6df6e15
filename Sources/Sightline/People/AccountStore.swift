package import Storage

/// People and their accounts in the database.
package enum AccountStore {
    package static func find(_ id: Account.ID, on connection: any SQLConnection) throws -> Account? {
        let roles = try connection.all(
            "SELECT role, unit_id FROM role_grant WHERE account_id = ? ORDER BY unit_id, role",
            [.id(id)]
        ) { RoleGrant(role: try $0.word(0), unit: try $0.identifier(1)) }
        return try connection.one(
            """
            SELECT p.id, p.name, p.email, a.is_active
            FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = ?
            """,
            [.id(id)]
        ) { row in
            Account(
                id: id,
                person: Person(
                    id: try row.identifier(0),
                    name: try row.text(1),
                    email: try row.optionalText(2)
                ),
                roles: roles,
                isActive: try row.bool(3)
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

    /// Makes a person with an account.
    package static func insert(
        name: String,
        email: String? = nil,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Account {
        let person = Person(id: context.makeID(), name: name, email: email)
        let account = Account(id: context.makeID(), person: person, roles: [], isActive: true)
        try connection.execute(
            "INSERT INTO person (id, name, email) VALUES (?, ?, ?)",
            [.id(person.id), .text(name), .text(email)]
        )
        try connection.execute(
            "INSERT INTO account (id, person_id, is_active, created) VALUES (?, ?, 1, ?)",
            [.id(account.id), .id(person.id), .instant(context.now)]
        )
        return account
    }

    /// Gives a role; one that is there already stays as it is.
    package static func grant(
        _ grant: RoleGrant,
        to account: Account.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO role_grant (account_id, unit_id, role, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, unit_id, role) DO NOTHING
            """,
            [
                .id(account), .id(grant.unit), .word(grant.role), .text(context.author.name),
                .id(context.author.person), .instant(context.now),
            ]
        )
    }
}
