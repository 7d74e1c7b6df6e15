package import Storage

/// The identities that accounts can be entered with.
package enum LinkedIdentityStore {
    /// The account of an identity, active or not.
    package static func account(
        issuer: String,
        subject: String,
        on connection: any SQLConnection
    ) throws -> Account? {
        let id = try connection.one(
            "SELECT account_id FROM linked_identity WHERE issuer = ? AND subject = ?",
            [.text(issuer), .text(subject)]
        ) { try $0.identifier(0, of: Account.self) }
        return try id.flatMap { try AccountStore.find($0, on: connection) }
    }

    /// Those of an account, the oldest first.
    package static func all(
        of account: Account.ID,
        on connection: any SQLConnection
    ) throws -> [LinkedIdentity] {
        try connection.all(
            """
            SELECT issuer, subject, created FROM linked_identity
            WHERE account_id = ? ORDER BY created, issuer, subject
            """,
            [.id(account)]
        ) { row in
            LinkedIdentity(issuer: try row.text(0), subject: try row.text(1), created: try row.instant(2))
        }
    }

    /// Lets an identity into an account.
    ///
    /// - Returns: false where it leads into an account already.
    @discardableResult
    package static func link(
        _ identity: LinkedIdentity,
        to account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Bool {
        let count = try connection.execute(
            """
            INSERT INTO linked_identity (issuer, subject, account_id, created)
            VALUES (?, ?, ?, ?) ON CONFLICT (issuer, subject) DO NOTHING
            """,
            [
                .text(identity.issuer), .text(identity.subject), .id(account.id), .instant(identity.created),
            ]
        )
        guard count > 0 else { return false }
        let change = AuditEntry.Change("sign-in by", nil, identity.issuer)
        try AuditStore.append(.account(.changed, account, [change]), context, on: connection)
        return true
    }

    /// Shuts an identity out of an account.
    ///
    /// - Returns: the identity; nil where the account has none of that handle.
    @discardableResult
    package static func unlink(
        handle: String,
        from account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> LinkedIdentity? {
        guard let found = try all(of: account.id, on: connection).first(where: { $0.handle == handle }) else {
            return nil
        }
        try connection.execute(
            "DELETE FROM linked_identity WHERE issuer = ? AND subject = ? AND account_id = ?",
            [.text(found.issuer), .text(found.subject), .id(account.id)]
        )
        let change = AuditEntry.Change("sign-in by", found.issuer, nil)
        try AuditStore.append(.account(.changed, account, [change]), context, on: connection)
        return found
    }
}
