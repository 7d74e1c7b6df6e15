package import Storage

/// Invitations in the database.
package enum InvitationStore {
    /// Makes an invitation and gives back the secret of its link, which is kept nowhere.
    package static func insert(
        email: String,
        name: String,
        role: Role,
        for invitee: Person.ID? = nil,
        on unit: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        try connection.execute(
            """
            INSERT INTO invitation
                (id, secret_hash, unit_id, role, name, email, author, person_id, created, expires, invitee_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(context.makeID(of: Invitation.self)), .text(secret.hash), .id(unit), .word(role),
                .text(name),
                .text(email), .text(context.author.name), .id(context.author.person), .instant(context.now),
                .instant(context.now.advanced(bySeconds: Invitation.validSeconds)), .id(invitee),
            ]
        )
        if let invitation = try find(secret, on: connection) {
            try AuditStore.append(.invitation(.created, invitation), context, on: connection)
        }
        return secret
    }

    /// The invitation of a link, whatever has become of it.
    package static func find(
        _ secret: Secret,
        on connection: any SQLConnection
    ) throws -> Invitation? {
        try connection.one("\(selection) WHERE secret_hash = ?", [.text(secret.hash)], invitation(from:))
    }

    /// Uses up every invitation of an e-mail address that can be used, for someone who has shown that it is theirs.
    package static func useAll(
        to email: String,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [Invitation] {
        let open = try connection.all(
            """
            \(selection)
            WHERE LOWER(email) = ? AND used IS NULL AND withdrawn IS NULL AND expires > ? ORDER BY id
            """,
            [.text(email.lowercased()), .instant(now)],
            invitation(from:)
        ).filter { try isStillMeant($0, on: connection) }
        for invitation in open {
            try connection.execute(
                "UPDATE invitation SET used = ? WHERE id = ?",
                [.instant(now), .id(invitation.id)]
            )
        }
        return open
    }

    /// Whether the one who sent it might send it today: nobody gives what was taken from them meanwhile.
    private static func isStillMeant(
        _ invitation: Invitation,
        on connection: any SQLConnection
    ) throws -> Bool {
        // The product itself invites the first administrator.
        guard let person = invitation.author.person else { return true }
        let grant = RoleGrant(role: invitation.role, unit: invitation.unit)
        let author = try AccountStore.find(of: person, on: connection)
        return Access.mayGive(author, grant, to: nil, in: try UnitStore.tree(on: connection))
    }

    /// The invitations to a unit, the newest first.
    package static func all(
        of unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [Invitation] {
        try connection.all(
            "\(selection) WHERE unit_id = ? ORDER BY created DESC, id",
            [.id(unit)],
            invitation(from:)
        )
    }

    /// Takes an invitation back; false where it was used, withdrawn or isn't of the unit.
    @discardableResult
    package static func withdraw(
        _ id: Invitation.ID,
        of unit: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Bool {
        let withdrawn = try connection.one(
            """
            UPDATE invitation SET withdrawn = ?
            WHERE id = ? AND unit_id = ? AND used IS NULL AND withdrawn IS NULL
            RETURNING \(columns)
            """,
            [.instant(context.now), .id(id), .id(unit)],
            invitation(from:)
        )
        guard let withdrawn else { return false }
        try AuditStore.append(.invitation(.ended, withdrawn), context, on: connection)
        return true
    }

    /// Uses a link up; nil where it is unknown, used, withdrawn, expired, or no longer its sender's to send.
    package static func use(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Invitation? {
        guard let found = try find(secret, on: connection), try isStillMeant(found, on: connection) else {
            return nil
        }
        return try connection.one(
            """
            UPDATE invitation SET used = ?
            WHERE secret_hash = ? AND used IS NULL AND withdrawn IS NULL AND expires > ?
            RETURNING \(columns)
            """,
            [.instant(now), .text(secret.hash), .instant(now)],
            invitation(from:)
        )
    }

    private static let columns = """
        id, unit_id, role, name, email, author, person_id, created, expires, used, withdrawn, invitee_id
        """
    private static let selection = "SELECT \(columns) FROM invitation"

    private static func invitation(from row: any SQLRow) throws -> Invitation {
        Invitation(
            id: try row.identifier(0),
            unit: try row.identifier(1),
            role: try row.word(2),
            name: try row.text(3),
            email: try row.text(4),
            author: try row.author(5),
            created: try row.instant(7),
            expires: try row.instant(8),
            used: try row.optionalInstant(9),
            withdrawn: try row.optionalInstant(10),
            invitee: try row.optionalIdentifier(11)
        )
    }
}
