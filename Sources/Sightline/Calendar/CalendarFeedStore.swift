package import Storage

/// The private addresses of calendars, in the database; of their secrets only the hashes.
package enum CalendarFeedStore {
    /// Makes an address for someone and gives back its secret, which is kept nowhere; an earlier one opens nothing
    /// any more.
    package static func make(
        for account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        try end(of: account, context, on: connection)
        let secret = Secret(context)
        try connection.execute(
            "INSERT INTO calendar_feed (id, account_id, secret_hash, created) VALUES (?, ?, ?, ?)",
            [
                .id(context.makeID(of: CalendarFeed.self)), .id(account.id), .text(secret.hash),
                .instant(context.now),
            ]
        )
        try tell(account, nil, "in use", context, on: connection)
        return secret
    }

    /// The one that someone's calendar may use now.
    package static func current(
        of account: Account.ID,
        on connection: any SQLConnection
    ) throws -> CalendarFeed? {
        try connection.one(
            "SELECT id, account_id, created FROM calendar_feed WHERE account_id = ? AND ended IS NULL",
            [.id(account)],
            feed(from:)
        )
    }

    /// Whose the address of a secret is, if it opens anything now.
    package static func open(_ secret: Secret, on connection: any SQLConnection) throws -> Account? {
        let feed = try connection.one(
            "SELECT id, account_id, created FROM calendar_feed WHERE secret_hash = ? AND ended IS NULL",
            [.text(secret.hash)],
            feed(from:)
        )
        guard let feed, let account = try AccountStore.find(feed.account, on: connection), account.isActive
        else { return nil }
        return account
    }

    /// Ends someone's address; false where there is none.
    @discardableResult
    package static func end(
        of account: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Bool {
        guard let feed = try current(of: account.id, on: connection) else { return false }
        try connection.execute(
            "UPDATE calendar_feed SET ended = ? WHERE id = ?",
            [.instant(context.now), .id(feed.id)]
        )
        try tell(account, "in use", nil, context, on: connection)
        return true
    }

    private static func tell(
        _ account: Account,
        _ before: String?,
        _ after: String?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let change = AuditEntry.Change("calendar address", before, after)
        try AuditStore.append(.account(.changed, account, [change]), context, on: connection)
    }

    private static func feed(from row: any SQLRow) throws -> CalendarFeed {
        CalendarFeed(
            id: try row.identifier(0),
            account: try row.identifier(1),
            created: try row.instant(2)
        )
    }
}
