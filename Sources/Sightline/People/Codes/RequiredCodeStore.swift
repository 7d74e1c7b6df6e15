package import Storage

/// For which roles on which units a one-time code is needed at sign-in, in the database.
package enum RequiredCodeStore {
    /// The roles that a unit itself names, in the order of roles.
    package static func roles(of unit: Unit.ID, on connection: any SQLConnection) throws -> [Role] {
        let found = try connection.all(
            "SELECT role FROM required_code WHERE unit_id = ?",
            [.id(unit)]
        ) { try $0.word(0, of: Role.self) }
        return Role.allCases.filter(found.contains)
    }

    /// Says for which roles on a unit, and on those below it, a code is needed.
    package static func set(
        _ roles: [Role],
        of unit: Unit,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let before = try self.roles(of: unit.id, on: connection)
        guard before != roles else { return }
        try connection.execute("DELETE FROM required_code WHERE unit_id = ?", [.id(unit.id)])
        for role in roles {
            try connection.execute(
                """
                INSERT INTO required_code (unit_id, role, author, person_id, instant) VALUES (?, ?, ?, ?, ?)
                """,
                [
                    .id(unit.id), .word(role), .text(context.author.name), .id(context.author.person),
                    .instant(context.now),
                ]
            )
        }
        func words(_ roles: [Role]) -> String { roles.map(\.rawValue).joined(separator: ", ") }
        let change = AuditEntry.Change("roles that need a one-time code", words(before), words(roles))
        let subject = AuditEntry.Subject(.role, id: unit.id.description, name: unit.name, unit: unit.id)
        try AuditStore.append(AuditEntry(.changed, subject, changes: [change]), context, on: connection)
    }

    /// Whether a role of an account needs a code.
    package static func isNeeded(by account: Account, on connection: any SQLConnection) throws -> Bool {
        let required = try connection.all("SELECT role, unit_id FROM required_code") {
            RoleGrant(role: try $0.word(0), unit: try $0.identifier(1))
        }
        return try account.roles.contains { grant in
            guard required.contains(where: { $0.role == grant.role }) else { return false }
            let tree = UnitTree(try UnitStore.lineage(of: grant.unit, on: connection))
            return required.contains { Access.reaches($0, grant, in: tree) }
        }
    }

    /// Whether an account needs a code and has none yet.
    package static func isMissing(from account: Account, on connection: any SQLConnection) throws -> Bool {
        try isNeeded(by: account, on: connection)
            && CodeStore.state(of: account.id, on: connection) == nil
    }
}
