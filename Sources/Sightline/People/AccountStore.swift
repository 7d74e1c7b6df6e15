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
            WHERE g.account_id IN (SELECT a.id FROM account a \(condition)) ORDER BY g.unit_id, g.role
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
