package import Storage

/// Letters that wait to be sent, in the database: written with the change that they tell of, or not at all.
///
/// A letter that has been sent is deleted, since it may hold a link that signs someone in.
package enum MailStore {
    package static func post(
        _ subject: String,
        _ body: String,
        to recipient: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO outgoing_mail (id, recipient, subject, body, instant, attempts, next_attempt)
            VALUES (?, ?, ?, ?, ?, 0, ?)
            """,
            [
                .id(context.makeID(of: Mail.self)), .text(recipient), .text(subject), .text(body),
                .instant(context.now), .instant(context.now),
            ]
        )
    }

    /// Those whose turn it is, the oldest first.
    package static func due(
        at now: Timestamp,
        limit: Int = 50,
        on connection: any SQLConnection
    ) throws -> [Mail] {
        try connection.all(
            "\(selection) WHERE next_attempt <= ? ORDER BY instant, id LIMIT ?",
            [.instant(now), .int(limit)],
            mail(from:)
        )
    }

    /// Those that couldn't be sent yet, the oldest first.
    package static func failing(limit: Int = 50, on connection: any SQLConnection) throws -> [Mail] {
        try connection.all(
            "\(selection) WHERE attempts > 0 ORDER BY instant, id LIMIT ?",
            [.int(limit)],
            mail(from:)
        )
    }

    /// How many wait.
    package static func count(on connection: any SQLConnection) throws -> Int {
        try connection.one("SELECT COUNT(*) FROM outgoing_mail", []) { try $0.int(0) } ?? 0
    }

    private static let selection = """
        SELECT id, recipient, subject, body, instant, attempts, problem FROM outgoing_mail
        """

    private static func mail(from row: any SQLRow) throws -> Mail {
        Mail(
            id: try row.identifier(0),
            recipient: try row.text(1),
            subject: try row.text(2),
            body: try row.text(3),
            instant: try row.instant(4),
            attempts: try row.int(5),
            problem: try row.optionalText(6)
        )
    }

    /// Forgets a letter that has been sent, or that has failed for too long.
    package static func delete(_ id: Mail.ID, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM outgoing_mail WHERE id = ?", [.id(id)])
    }

    /// Puts off a letter that couldn't be sent: a minute, then twice as long each time; after a day it is given up.
    ///
    /// - Parameter problem: why, without saying whom it was to.
    /// - Returns: false where it was given up.
    @discardableResult
    package static func postpone(
        _ mail: Mail,
        because problem: String,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Bool {
        guard mail.attempts < 11 else {
            try delete(mail.id, on: connection)
            return false
        }
        let seconds = Int64(60) << Int64(mail.attempts)
        try connection.execute(
            "UPDATE outgoing_mail SET attempts = attempts + 1, next_attempt = ?, problem = ? WHERE id = ?",
            [.instant(now.advanced(bySeconds: seconds)), .text(problem), .id(mail.id)]
        )
        return true
    }
}
