package import Storage

/// What was tried lately and failed, so that guessing gets slow and nobody is locked out.
package enum AttemptStore {
    /// How far back it counts, in seconds.
    package static let windowSeconds: Int64 = 15 * 60
    /// Failures from one address that are let by before it is asked to wait.
    package static let mostFromAddress = 30
    /// Sign-ins through a provider that may be begun from one address: a whole organisation may be behind it.
    package static let mostDepartures = 1_000
    /// Wrong codes of an account's device after which only its recovery codes are looked at for a while: six digits can
    /// be guessed, and whoever gets so far knows the password.
    package static let mostCodes = 20

    package enum Subject: Sendable {
        /// A host that requests come from.
        case address(String)
        /// An e-mail address that someone signs in with, whether or not an account has it.
        case email(String)
        /// A host that sign-ins through a provider are begun from.
        case departure(String)
        /// An account that someone gives a one-time code for, once they know its password.
        case code(Account.ID)
        /// An account whose old password someone gives to choose a new one.
        case oldPassword(Account.ID)
        /// The code of an invitation's link, whether or not there is such an invitation.
        case link(String)

        /// Hashed, so that the table tells nobody who tried what.
        var key: String {
            switch self {
            case .address(let text): Digest.sha256(Array("address \(text)".utf8))
            case .email(let text): Digest.sha256(Array("email \(text.lowercased())".utf8))
            case .departure(let text): Digest.sha256(Array("departure \(text)".utf8))
            case .code(let account): Digest.sha256(Array("code \(account)".utf8))
            case .oldPassword(let account): Digest.sha256(Array("old password \(account)".utf8))
            case .link(let text): Digest.sha256(Array("link \(text)".utf8))
            }
        }
    }

    /// Notes a failure, and forgets old ones.
    package static func note(
        _ subjects: [Subject],
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let oldest = now.advanced(bySeconds: -windowSeconds)
        try connection.execute("DELETE FROM attempt WHERE instant < ?", [.instant(oldest)])
        for subject in subjects {
            try connection.execute(
                "INSERT INTO attempt (subject, instant) VALUES (?, ?)",
                [.text(subject.key), .instant(now)]
            )
        }
    }

    /// Failures of the last quarter of an hour.
    package static func count(
        _ subject: Subject,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Int {
        try connection.one(
            "SELECT COUNT(*) FROM attempt WHERE subject = ? AND instant >= ?",
            [.text(subject.key), .instant(now.advanced(bySeconds: -windowSeconds))]
        ) { try $0.int(0) } ?? 0
    }

    /// Forgets what was noted before it was known to succeed.
    package static func takeBack(
        _ subjects: [Subject],
        at instant: Timestamp,
        on connection: any SQLConnection
    ) throws {
        for subject in subjects {
            try connection.execute(
                "DELETE FROM attempt WHERE subject = ? AND instant = ?",
                [.text(subject.key), .instant(instant)]
            )
        }
    }

    /// Seconds that an answer about an account waits after so many failures: none after three, at most five.
    package static func delay(after failures: Int) -> Int { min(max(failures - 3, 0), 5) }
}
