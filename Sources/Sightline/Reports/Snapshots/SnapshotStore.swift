package import Storage

/// Frozen pages in the database.
package enum SnapshotStore {
    /// Freezes a page as it stands.
    ///
    /// - Parameter note: why; may be empty.
    /// - Throws: ``ReportProblems`` for a note that is too long.
    package static func freeze(
        _ report: Report,
        note: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Snapshot {
        try ReportProblems.check([.line(note, "snapshot-note", isRequired: false)])
        let salt = Secret(context).text
        var snapshot = Snapshot(
            id: context.makeID(),
            report: report.id,
            title: report.title,
            summary: report.summary,
            note: note,
            parts: try report.blocks.map { block in
                let (subject, content) = try frozen(block, context, on: connection)
                return Snapshot.Part(
                    number: block.number,
                    kind: block.kind,
                    subject: subject,
                    content: content,
                    sha256: Snapshot.digest(of: content, salt: salt)
                )
            },
            author: context.author,
            instant: context.now,
            salt: salt,
            sha256: ""
        )
        snapshot.sha256 = snapshot.digest()
        try insert(snapshot, on: connection)
        let change = AuditEntry.Change("snapshot", nil, snapshot.sha256)
        try AuditStore.append(.report(.changed, report, [change]), context, on: connection)
        return snapshot
    }

    /// What is kept of a block: the thing that it is of, and how it stood.
    private static func frozen(
        _ block: Report.Block,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> (subject: String, content: String) {
        if block.kind.isText { return ("", block.value) }
        if let id = block.series {
            return (id.description, try FrozenChart(of: id, on: connection)?.text ?? "")
        }
        if let id = block.story {
            return (id.description, try FrozenStory(of: id, on: connection)?.text ?? "")
        }
        guard let (id, drawing) = block.drawing else { return ("", "") }
        let programme = try ProgrammeStore.find(id, on: connection)
        let frozen = try programme.map {
            try FrozenDrawing(drawing, of: $0, at: context.now, on: connection)
        }
        return (id.description, frozen?.text ?? "")
    }

    // MARK: Reading

    package static func find(_ id: Snapshot.ID, on connection: any SQLConnection) throws -> Snapshot? {
        try snapshots("id = ?", [.id(id)], on: connection).first
    }

    /// Those of a page, the newest first.
    package static func all(of report: Report.ID, on connection: any SQLConnection) throws -> [Snapshot] {
        try snapshots("report_id = ?", [.id(report)], on: connection)
    }

    private static func snapshots(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Snapshot] {
        let parts = try connection.all(
            """
            SELECT snapshot_id, number, kind, subject_id, content, sha256 FROM snapshot_part
            WHERE snapshot_id IN (SELECT id FROM snapshot WHERE \(condition) AND bin_id IS NULL)
            ORDER BY snapshot_id, position
            """,
            arguments
        ) { row in
            let part = Snapshot.Part(
                number: try row.int(1),
                kind: try row.word(2),
                subject: try row.text(3),
                content: try row.text(4),
                sha256: try row.text(5)
            )
            return (snapshot: try row.identifier(0, of: Snapshot.self), part: part)
        }
        let bySnapshot = Dictionary(grouping: parts, by: \.snapshot).mapValues { $0.map(\.part) }
        return try connection.all(
            """
            SELECT id, report_id, title, summary, note, salt, sha256, author, person_id, instant FROM snapshot
            WHERE \(condition) AND bin_id IS NULL ORDER BY instant DESC, id DESC
            """,
            arguments
        ) { row in
            let id = try row.identifier(0, of: Snapshot.self)
            return Snapshot(
                id: id,
                report: try row.identifier(1),
                title: try row.text(2),
                summary: try row.text(3),
                note: try row.text(4),
                parts: bySnapshot[id] ?? [],
                author: try row.author(7),
                instant: try row.instant(9),
                salt: try row.text(5),
                sha256: try row.text(6)
            )
        }
    }

    // MARK: Writing

    private static func insert(_ snapshot: Snapshot, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO snapshot (id, report_id, title, summary, note, salt, sha256, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(snapshot.id), .id(snapshot.report), .text(snapshot.title), .text(snapshot.summary),
                .text(snapshot.note), .text(snapshot.salt), .text(snapshot.sha256),
                .text(snapshot.author.name), .id(snapshot.author.person), .instant(snapshot.instant),
            ]
        )
        for (position, part) in snapshot.parts.enumerated() {
            try connection.execute(
                """
                INSERT INTO snapshot_part (snapshot_id, position, number, kind, subject_id, content, sha256)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(snapshot.id), .int(position), .int(part.number), .word(part.kind),
                    .text(part.subject), .text(part.content), .text(part.sha256),
                ]
            )
        }
    }

    /// Forgets what is kept of a thing that is deleted for good, in every snapshot.
    static func forget<Thing>(_ thing: Identifier<Thing>, on connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE snapshot_part SET content = '' WHERE subject_id = ? AND content <> ''",
            [.id(thing)]
        )
    }

    /// Forgets snapshots.
    ///
    /// - Parameter condition: on the table `snapshot`, with one argument.
    static func forget(
        where condition: String,
        _ argument: SQLValue,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "DELETE FROM snapshot_part WHERE snapshot_id IN (SELECT id FROM snapshot WHERE \(condition))",
            [argument]
        )
        try connection.execute("DELETE FROM snapshot WHERE \(condition)", [argument])
    }
}
