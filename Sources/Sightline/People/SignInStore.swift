package import Storage

/// One-time links and sessions in the database.
package enum SignInStore {
    /// Makes a link that signs an account in once.
    package static func makeLink(
        for account: Account.ID,
        validSeconds: Int64 = 24 * 3_600,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        try connection.execute(
            "INSERT INTO sign_in_link (secret_hash, account_id, created, expires) VALUES (?, ?, ?, ?)",
            [
                .text(secret.hash), .id(account), .instant(context.now),
                .instant(context.now.advanced(bySeconds: validSeconds)),
            ]
        )
        return secret
    }

    /// Uses a link up and starts a session; nil where it is unknown, used, expired or its account inactive.
    package static func useLink(
        _ link: Secret,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret? {
        let account = try connection.one(
            """
            UPDATE sign_in_link SET used = ? WHERE secret_hash = ? AND used IS NULL AND expires > ?
                AND EXISTS (SELECT 1 FROM account a WHERE a.id = sign_in_link.account_id AND a.is_active = 1)
            RETURNING account_id
            """,
            [.instant(context.now), .text(link.hash), .instant(context.now)]
        ) { try $0.identifier(0, of: Account.self) }
        return try account.map { try startSession(of: $0, context, on: connection) }
    }

    /// Starts a session.
    package static func startSession(
        of account: Account.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        try connection.execute(
            "INSERT INTO session (secret_hash, account_id, created, seen) VALUES (?, ?, ?, ?)",
            [.text(secret.hash), .id(account), .instant(context.now), .instant(context.now)]
        )
        return secret
    }

    /// The session of a secret; nil where it is unknown, ended or past its limits.
    package static func session(
        _ secret: Secret,
        at now: Timestamp,
        limits: Session.Limits = Session.Limits(),
        on connection: any SQLConnection
    ) throws -> Session? {
        let session = try connection.one(
            "SELECT account_id, created, seen FROM session WHERE secret_hash = ? AND ended IS NULL",
            [.text(secret.hash)]
        ) { row in
            Session(
                account: try row.identifier(0),
                created: try row.instant(1),
                seen: try row.instant(2)
            )
        }
        return session.flatMap { $0.isValid(at: now, limits) ? $0 : nil }
    }

    /// Notes that a session was used.
    package static func touch(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE session SET seen = ? WHERE secret_hash = ? AND ended IS NULL",
            [.instant(now), .text(secret.hash)]
        )
    }

    /// Ends a session: signing out.
    package static func endSession(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE session SET ended = ? WHERE secret_hash = ? AND ended IS NULL",
            [.instant(now), .text(secret.hash)]
        )
    }
}
