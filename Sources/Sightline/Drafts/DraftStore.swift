package import Storage

/// Forms that wait for someone to sign in again, in the database.
package enum DraftStore {
    /// Keeps a form, and throws away those that have waited too long; gives back the secret that the browser holds.
    package static func insert(
        _ draft: Draft,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        try connection.execute(
            "DELETE FROM draft WHERE instant <= ?",
            [.instant(context.now.advanced(bySeconds: -Draft.keptSeconds))]
        )
        let older = try connection.all(
            "SELECT secret_hash FROM draft WHERE account_id = ? ORDER BY instant DESC, secret_hash",
            [.id(draft.account)]
        ) { try $0.text(0) }
        for hash in older.dropFirst(Draft.most - 1) {
            try connection.execute("DELETE FROM draft WHERE secret_hash = ?", [.text(hash)])
        }
        try connection.execute(
            """
            INSERT INTO draft (secret_hash, account_id, action, page, content, had_file, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(secret.hash), .id(draft.account), .text(draft.action), .text(draft.page),
                .text(TabbedText.text(of: draft.fields.map { [$0.name, $0.value] })), .bool(draft.hadFile),
                .instant(context.now),
            ]
        )
        return secret
    }

    /// The form of a secret, for the person who typed it and nobody else; nil once it has waited too long.
    package static func find(
        _ secret: Secret,
        of account: Account.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Draft? {
        try connection.one(
            """
            SELECT action, page, content, had_file FROM draft
            WHERE secret_hash = ? AND account_id = ? AND instant > ?
            """,
            [
                .text(secret.hash), .id(account),
                .instant(now.advanced(bySeconds: -Draft.keptSeconds)),
            ]
        ) { row in
            Draft(
                account: account,
                action: try row.text(0),
                page: try row.text(1),
                fields: TabbedText.lines(in: try row.text(2)).compactMap { line in
                    line.count == 2 ? Revision.Field(line[0], line[1]) : nil
                },
                hadFile: try row.bool(3)
            )
        }
    }

    /// Throws a form away, once it has been taken at its address.
    package static func delete(
        _ secret: Secret,
        action: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "DELETE FROM draft WHERE secret_hash = ? AND action = ?",
            [.text(secret.hash), .text(action)]
        )
    }
}
