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
            """
            SELECT id, recipient, subject, body, instant, attempts FROM outgoing_mail
            WHERE next_attempt <= ? ORDER BY instant, id LIMIT ?
            """,
            [.instant(now), .int(limit)]
        ) { row in
            Mail(
                id: try row.identifier(0),
                recipient: try row.text(1),
                subject: try row.text(2),
                body: try row.text(3),
                instant: try row.instant(4),
                attempts: try row.int(5)
            )
        }
    }

    /// Forgets a letter that has been sent, or that has failed for too long.
    package static func delete(_ id: Mail.ID, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM outgoing_mail WHERE id = ?", [.id(id)])
    }

    /// Puts off a letter that couldn't be sent: a minute, then twice as long each time; after a day it is given up.
    package static func postpone(_ mail: Mail, at now: Timestamp, on connection: any SQLConnection) throws {
        guard mail.attempts < 11 else { return try delete(mail.id, on: connection) }
        let seconds = Int64(60) << Int64(mail.attempts)
        try connection.execute(
            "UPDATE outgoing_mail SET attempts = attempts + 1, next_attempt = ? WHERE id = ?",
            [.instant(now.advanced(bySeconds: seconds)), .id(mail.id)]
        )
    }
}
