package import Storage

/// Sign-ins that wait for an identity provider's answer.
package enum ProviderAttemptStore {
    /// Keeps an attempt, and forgets those that nobody came back from.
    package static func insert(
        _ attempt: ProviderAttempt,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let oldest = now.advanced(bySeconds: -ProviderAttempt.validSeconds)
        try connection.execute("DELETE FROM provider_attempt WHERE created < ?", [.instant(oldest)])
        try connection.execute(
            """
            INSERT INTO provider_attempt (state_hash, browser_hash, issuer, account_id, created)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                .text(attempt.state.hash), .text(attempt.browser.hash), .text(attempt.issuer),
                .id(attempt.account), .instant(now),
            ]
        )
    }

    /// Uses an attempt up; nil where it is unknown, used, too old, of another browser or of another provider.
    ///
    /// Another browser doesn't use it up.
    package static func use(
        state: Secret,
        browser: Secret,
        issuer: String,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> ProviderAttempt? {
        try connection.one(
            """
            DELETE FROM provider_attempt
            WHERE state_hash = ? AND browser_hash = ? AND issuer = ? AND created > ?
            RETURNING account_id
            """,
            [
                .text(state.hash), .text(browser.hash), .text(issuer),
                .instant(now.advanced(bySeconds: -ProviderAttempt.validSeconds)),
            ]
        ) { row in
            ProviderAttempt(
                state: state,
                browser: browser,
                issuer: issuer,
                account: try row.optionalIdentifier(0)
            )
        }
    }
}
