package import Storage

/// What things said after each of their changes, in the database.
package enum RevisionStore {
    /// The number of what a thing says now; 0 where it was never changed.
    package static func newest<Thing>(
        _ kind: Revision.Kind,
        _ id: Identifier<Thing>,
        on connection: any SQLConnection
    ) throws -> Int {
        try newestStored(kind, id.description, on: connection) ?? 0
    }

    /// The newest first, at most so many.
    package static func all<Thing>(
        _ kind: Revision.Kind,
        _ id: Identifier<Thing>,
        limit: Int = 50,
        on connection: any SQLConnection
    ) throws -> [Revision] {
        try connection.all(
            "\(selection) ORDER BY number DESC LIMIT ?",
            [.word(kind), .id(id), .int(limit)],
            revision(from:)
        )
    }

    package static func find<Thing>(
        _ kind: Revision.Kind,
        _ id: Identifier<Thing>,
        number: Int,
        on connection: any SQLConnection
    ) throws -> Revision? {
        try connection.one(
            "\(selection) AND number = ?",
            [.word(kind), .id(id), .int(number)],
            revision(from:)
        )
    }

    // MARK: Writing

    /// Keeps what a thing says now, and, at its first change since revisions are kept, what it said before.
    ///
    /// - Parameter old: what it said before; nil for a new thing.
    static func note<Thing>(
        _ kind: Revision.Kind,
        _ id: Identifier<Thing>,
        from old: [Revision.Field]?,
        to new: [Revision.Field],
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard old != new else { return }
        var number = try newestStored(kind, id.description, on: connection)
        if number == nil, let old {
            try insert(Revision(number: 0, fields: old), kind, id.description, on: connection)
            number = 0
        }
        let revision = Revision(
            number: number.map { $0 + 1 } ?? 0,
            fields: new,
            author: context.author,
            instant: context.now
        )
        try insert(revision, kind, id.description, on: connection)
    }

    /// Forgets what a thing said, once it is deleted for good.
    static func forget<Thing>(
        _ kind: Revision.Kind,
        _ id: Identifier<Thing>,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "DELETE FROM revision WHERE kind = ? AND subject_id = ?",
            [.word(kind), .id(id)]
        )
    }

    private static func insert(
        _ revision: Revision,
        _ kind: Revision.Kind,
        _ subject: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO revision (kind, subject_id, number, content, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .word(kind), .text(subject), .int(revision.number),
                .text(TabbedText.text(of: revision.fields.map { [$0.name, $0.value] })),
                .text(revision.author?.name ?? ""), .id(revision.author?.person), .instant(revision.instant),
            ]
        )
    }

    private static func newestStored(
        _ kind: Revision.Kind,
        _ subject: String,
        on connection: any SQLConnection
    ) throws -> Int? {
        try connection.one(
            "SELECT number FROM revision WHERE kind = ? AND subject_id = ? ORDER BY number DESC LIMIT 1",
            [.word(kind), .text(subject)]
        ) { try $0.int(0) }
    }

    private static let selection = """
        SELECT number, content, author, person_id, instant FROM revision WHERE kind = ? AND subject_id = ?
        """

    static func revision(from row: any SQLRow) throws -> Revision {
        let instant = try row.optionalInstant(4)
        return Revision(
            number: try row.int(0),
            fields: TabbedText.lines(in: try row.text(1)).compactMap { line in
                line.count == 2 ? Revision.Field(line[0], line[1]) : nil
            },
            author: instant == nil ? nil : try row.author(2),
            instant: instant
        )
    }
}
