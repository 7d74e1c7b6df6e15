package import Storage

/// One-time codes and recovery codes of accounts, in the database.
package enum CodeStore {
    /// How long a secret waits for its first code.
    package static let enrolmentSeconds: Int64 = 3_600

    /// What a code was that someone gave.
    package enum Source: String, Sendable {
        case device, recovery
    }

    /// Since when an account signs in with codes, and how many recovery codes are left.
    package struct State: Equatable, Sendable {
        package var since: Timestamp
        package var recoveryCodesLeft: Int
    }

    /// Nil where an account signs in without codes.
    package static func state(of account: Account.ID, on connection: any SQLConnection) throws -> State? {
        try connection.one(
            """
            SELECT c.confirmed, (
                SELECT COUNT(*) FROM recovery_code r WHERE r.account_id = c.account_id AND r.used IS NULL
            ) FROM one_time_code c WHERE c.account_id = ? AND c.confirmed IS NOT NULL
            """,
            [.id(account)]
        ) { State(since: try $0.instant(0), recoveryCodesLeft: try $0.int(1)) }
    }

    /// The accounts with a role in a unit or below it that sign in with codes.
    package static func accounts(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> Set<Account.ID> {
        Set(
            try connection.all(
                """
                \(Subtree.sql) SELECT DISTINCT c.account_id FROM below JOIN role_grant g ON g.unit_id = below.id
                JOIN one_time_code c ON c.account_id = g.account_id AND c.confirmed IS NOT NULL
                """,
                [.id(unit)]
            ) { try $0.identifier(0, of: Account.self) }
        )
    }

    // MARK: Turning them on

    /// Makes a secret that waits for its first code, in place of one that waited before.
    ///
    /// - Returns: nil where the account signs in with codes already.
    @discardableResult
    package static func begin(
        _ account: Account.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> CodeSecret? {
        let secret = CodeSecret(context)
        let count = try connection.execute(
            """
            INSERT INTO one_time_code (account_id, secret, created, last_step) VALUES (?, ?, ?, -1)
            ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created = excluded.created
            WHERE one_time_code.confirmed IS NULL
            """,
            [.id(account), .blob(secret.bytes), .instant(context.now)]
        )
        return count > 0 ? secret : nil
    }

    /// The secret that waits for its first code.
    package static func waiting(
        of account: Account.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> CodeSecret? {
        try connection.one(
            "SELECT secret FROM one_time_code WHERE account_id = ? AND confirmed IS NULL AND created > ?",
            [.id(account), .instant(now.advanced(bySeconds: -enrolmentSeconds))]
        ) { CodeSecret(bytes: try $0.blob(0)) }
    }

    /// Turns codes on, if a text is the code of the secret that waits.
    ///
    /// - Returns: the recovery codes, which are kept nowhere; nil for any other text.
    package static func confirm(
        _ text: String,
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> [RecoveryCode]? {
        guard
            let secret = try waiting(of: account.id, at: context.now, on: connection),
            let step = secret.step(of: plain(text), at: context.now, after: -1)
        else { return nil }
        try connection.execute(
            "UPDATE one_time_code SET confirmed = ?, last_step = ? WHERE account_id = ?",
            [.instant(context.now), .integer(step), .id(account.id)]
        )
        try note(AuditEntry.Change("one-time codes", "off", "on"), of: account, context, on: connection)
        return try fill(account.id, context, on: connection)
    }

    /// Makes recovery codes anew; those before are worth nothing from now on.
    package static func renewRecoveryCodes(
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> [RecoveryCode] {
        try note(AuditEntry.Change("recovery codes", "old", "new"), of: account, context, on: connection)
        return try fill(account.id, context, on: connection)
    }

    /// Turns codes off.
    package static func end(
        _ account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute("DELETE FROM recovery_code WHERE account_id = ?", [.id(account.id)])
        let count = try connection.execute(
            "DELETE FROM one_time_code WHERE account_id = ? AND confirmed IS NOT NULL",
            [.id(account.id)]
        )
        guard count > 0 else { return }
        try note(AuditEntry.Change("one-time codes", "on", "off"), of: account, context, on: connection)
    }

    // MARK: Using them

    /// Uses up a code of an account; nil for what is none, or was used before.
    ///
    /// - Parameter takesDevice: whether a code of the device is looked at: not when too many were wrong lately.
    package static func accept(
        _ text: String,
        of account: Account,
        takesDevice: Bool = true,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Source? {
        // Whoever comes at the same moment waits here, and then finds the code used.
        try connection.execute(
            "UPDATE one_time_code SET last_step = last_step WHERE account_id = ?",
            [.id(account.id)]
        )
        if let code = RecoveryCode(text) {
            let count = try connection.execute(
                """
                UPDATE recovery_code SET used = ? WHERE code_hash = ? AND account_id = ? AND used IS NULL
                """,
                [.instant(context.now), .text(code.hash(of: account.id)), .id(account.id)]
            )
            guard count > 0 else { return nil }
            try note(
                AuditEntry.Change("recovery code", "unused", "used"),
                of: account,
                context,
                on: connection
            )
            return .recovery
        }
        let stored = try connection.one(
            "SELECT secret, last_step FROM one_time_code WHERE account_id = ? AND confirmed IS NOT NULL",
            [.id(account.id)]
        ) { (secret: CodeSecret(bytes: try $0.blob(0)), last: try $0.integer(1)) }
        guard takesDevice, let stored,
            let step = stored.secret.step(of: plain(text), at: context.now, after: stored.last)
        else { return nil }
        try connection.execute(
            "UPDATE one_time_code SET last_step = ? WHERE account_id = ?",
            [.integer(step), .id(account.id)]
        )
        return .device
    }

    // MARK: Pieces

    /// Without the space that apps show in the middle.
    private static func plain(_ text: String) -> String { text.filter { $0 != " " } }

    private static func fill(
        _ account: Account.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> [RecoveryCode] {
        try connection.execute("DELETE FROM recovery_code WHERE account_id = ?", [.id(account)])
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode(context) }
        for code in codes {
            try connection.execute(
                "INSERT INTO recovery_code (code_hash, account_id, created) VALUES (?, ?, ?)",
                [.text(code.hash(of: account)), .id(account), .instant(context.now)]
            )
        }
        return codes
    }

    private static func note(
        _ change: AuditEntry.Change,
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try AuditStore.append(.account(.changed, account, [change]), context, on: connection)
    }
}
