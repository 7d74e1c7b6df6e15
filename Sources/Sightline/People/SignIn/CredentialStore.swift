package import Storage

/// The passwords of accounts, as hashes, in the database.
package enum CredentialStore {
    package static func find(
        _ account: Account.ID,
        on connection: any SQLConnection
    ) throws -> PasswordHash? {
        try connection.one(
            """
            SELECT log2_rounds, block_size, parallelism, salt, derived_key FROM credential WHERE account_id = ?
            """,
            [.id(account)]
        ) { row in
            let cost = PasswordHash.Cost(
                log2Rounds: try row.int(0),
                blockSize: try row.int(1),
                parallelism: try row.int(2)
            )
            return PasswordHash(cost: cost, salt: try row.blob(3), key: try row.blob(4))
        }
    }

    /// Gives an account a new password.
    package static func change(
        _ hash: PasswordHash,
        of account: Account.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try set(hash, of: account, at: context.now, on: connection)
        guard let account = try AccountStore.find(account, on: connection) else { return }
        // That it changed, and never from what to what.
        let change = AuditEntry.Change("password", "old", "new")
        try AuditStore.append(.account(.changed, account, [change]), context, on: connection)
    }

    /// Keeps another hash of the password that an account has: one that costs more to guess by.
    package static func renew(
        _ hash: PasswordHash,
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try set(hash, of: account.id, at: context.now, on: connection)
        let change = AuditEntry.Change("password’s hash", "old", "new")
        try AuditStore.append(.account(.changed, account, [change]), context, on: connection)
    }

    private static func set(
        _ hash: PasswordHash,
        of account: Account.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO credential
                (account_id, log2_rounds, block_size, parallelism, salt, derived_key, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account_id) DO UPDATE SET log2_rounds = excluded.log2_rounds,
                block_size = excluded.block_size, parallelism = excluded.parallelism,
                salt = excluded.salt, derived_key = excluded.derived_key, instant = excluded.instant
            """,
            [
                .id(account), .int(hash.cost.log2Rounds), .int(hash.cost.blockSize),
                .int(hash.cost.parallelism),
                .blob(hash.salt), .blob(hash.key), .instant(now),
            ]
        )
    }
}
