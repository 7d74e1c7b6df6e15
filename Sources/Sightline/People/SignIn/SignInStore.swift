package import Storage

/// One-time links and sessions in the database.
package enum SignInStore {
    /// What a one-time link is for.
    package enum LinkPurpose: String, Sendable {
        case signIn = "sign-in"
        /// Choosing a new password.
        case reset
    }

    /// Makes a link that an account can use once.
    package static func makeLink(
        for account: Account.ID,
        _ purpose: LinkPurpose,
        validSeconds: Int64 = 24 * 3_600,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        try connection.execute(
            """
            INSERT INTO sign_in_link (secret_hash, purpose, account_id, created, expires)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                .text(secret.hash), .word(purpose), .id(account), .instant(context.now),
                .instant(context.now.advanced(bySeconds: validSeconds)),
            ]
        )
        return secret
    }

    /// Uses a link up and starts a session; nil where it is unknown, used, expired or its account inactive.
    package static func useLink(
        _ link: Secret,
        device: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret? {
        try useLink(link, .signIn, at: context.now, on: connection)
            .map { try startSession(of: $0, device: device, context, on: connection) }
    }

    /// Uses a link up; the account that it was for, or nil where it is unknown, used, expired or its account
    /// inactive.
    package static func useLink(
        _ link: Secret,
        _ purpose: LinkPurpose,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Account.ID? {
        try connection.one(
            """
            UPDATE sign_in_link SET used = ?
            WHERE secret_hash = ? AND purpose = ? AND used IS NULL AND expires > ?
                AND EXISTS (SELECT 1 FROM account a WHERE a.id = sign_in_link.account_id AND a.is_active = 1)
            RETURNING account_id
            """,
            [.instant(now), .text(link.hash), .word(purpose), .instant(now)]
        ) { try $0.identifier(0, of: Account.self) }
    }

    /// Takes back the links of an account for one purpose that wait.
    package static func endLinks(
        of account: Account.ID,
        _ purpose: LinkPurpose,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE sign_in_link SET used = ? WHERE account_id = ? AND purpose = ? AND used IS NULL",
            [.instant(now), .id(account), .word(purpose)]
        )
    }

    /// Starts a session.
    ///
    /// - Parameter device: what the person's list of sessions calls the browser.
    package static func startSession(
        of account: Account.ID,
        device: String = "",
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        try connection.execute(
            "INSERT INTO session (secret_hash, account_id, created, seen, device) VALUES (?, ?, ?, ?, ?)",
            [
                .text(secret.hash), .id(account), .instant(context.now), .instant(context.now), .text(device),
            ]
        )
        if let account = try AccountStore.find(account, on: connection) {
            let author = Author(name: account.person.name, person: account.person.id)
            let own = Context(author: author, now: context.now, origin: context.origin)
            let change = AuditEntry.Change("device", nil, device)
            try AuditStore.append(.account(.signedIn, account, [change]), own, on: connection)
        }
        return secret
    }

    /// The sessions of an account that can still be used, the newest first.
    package static func sessions(
        of account: Account.ID,
        at now: Timestamp,
        limits: Session.Limits = Session.Limits(),
        on connection: any SQLConnection
    ) throws -> [Session] {
        try connection.all(
            "\(selection) WHERE account_id = ? AND ended IS NULL ORDER BY created DESC, secret_hash",
            [.id(account)],
            session(from:)
        ).filter { $0.isValid(at: now, limits) }
    }

    /// Ends the sessions of an account: one by its handle, or all but one.
    package static func endSessions(
        of account: Account.ID,
        handle: String? = nil,
        except kept: Secret? = nil,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE session SET ended = ?
            WHERE account_id = ? AND ended IS NULL AND secret_hash <> ? AND secret_hash LIKE ?
            """,
            [.instant(now), .id(account), .text(kept?.hash ?? ""), .text("\(handle ?? "")%")]
        )
    }

    /// The session of a secret; nil where it is unknown, ended or past its limits.
    package static func session(
        _ secret: Secret,
        at now: Timestamp,
        limits: Session.Limits = Session.Limits(),
        on connection: any SQLConnection
    ) throws -> Session? {
        let session = try connection.one(
            "\(selection) WHERE secret_hash = ? AND ended IS NULL",
            [.text(secret.hash)],
            session(from:)
        )
        return session.flatMap { $0.isValid(at: now, limits) ? $0 : nil }
    }

    /// The account of a session, whether or not it has ended.
    package static func holder(of secret: Secret, on connection: any SQLConnection) throws -> Account.ID? {
        try connection.one("SELECT account_id FROM session WHERE secret_hash = ?", [.text(secret.hash)]) {
            try $0.identifier(0)
        }
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

    private static let selection = "SELECT account_id, created, seen, device, secret_hash FROM session"

    private static func session(from row: any SQLRow) throws -> Session {
        Session(
            account: try row.identifier(0),
            created: try row.instant(1),
            seen: try row.instant(2),
            device: try row.text(3),
            handle: String(try row.text(4).prefix(Session.handleLength))
        )
    }
}
