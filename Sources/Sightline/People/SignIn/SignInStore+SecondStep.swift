package import Storage

/// The way between a password and a session, of someone who signs in with codes.
extension SignInStore {
    /// How long someone has for the second step.
    package static let secondStepSeconds: Int64 = 300
    /// Wrong codes after which the password is asked for again.
    package static let mostSecondSteps = 10

    /// Notes that the password was right; whoever holds the secret, and nobody else, may go on with a code.
    package static func beginSecondStep(
        of account: Account.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        try connection.execute("DELETE FROM second_step WHERE expires <= ?", [.instant(context.now)])
        let secret = Secret(context)
        try connection.execute(
            """
            INSERT INTO second_step (secret_hash, account_id, created, expires, attempts) VALUES (?, ?, ?, ?, 0)
            """,
            [
                .text(secret.hash), .id(account), .instant(context.now),
                .instant(context.now.advanced(bySeconds: secondStepSeconds)),
            ]
        )
        return secret
    }

    /// The account that waits for its code; nil where the secret is unknown, used, tried too often or too old.
    package static func secondStep(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Account? {
        try connection.one(
            """
            SELECT account_id FROM second_step
            WHERE secret_hash = ? AND used IS NULL AND expires > ? AND attempts < ?
            """,
            [.text(secret.hash), .instant(now), .int(mostSecondSteps)]
        ) { try $0.identifier(0, of: Account.self) }
        .flatMap { try AccountStore.find($0, on: connection) }
        .flatMap { $0.isActive ? $0 : nil }
    }

    /// Notes that a code was wrong.
    package static func failSecondStep(_ secret: Secret, on connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE second_step SET attempts = attempts + 1 WHERE secret_hash = ?",
            [.text(secret.hash)]
        )
    }

    /// Uses it up; false where it has been.
    package static func endSecondStep(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE second_step SET used = ? WHERE secret_hash = ? AND used IS NULL",
            [.instant(now), .text(secret.hash)]
        ) > 0
    }

    /// Takes back every half-way sign-in of an account: its password or its codes have changed.
    package static func endSecondSteps(of account: Account.ID, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM second_step WHERE account_id = ?", [.id(account)])
    }
}
