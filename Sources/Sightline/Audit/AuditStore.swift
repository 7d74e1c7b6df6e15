package import Storage

/// The audit trail: records are added and never changed, each with a hash of the one before, so that whoever
/// changes, moves or removes one can be found out.
package enum AuditStore {
    /// Adds an entry, in the transaction of what it tells of.
    package static func append(
        _ entry: AuditEntry,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try append([entry], context, on: connection)
    }

    /// Adds entries in their order, in the transaction of what they tell of.
    package static func append(
        _ entries: [AuditEntry],
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard !entries.isEmpty else { return }
        var last =
            try connection.one("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1") {
                (sequence: try $0.int(0), hash: try $0.text(1))
            } ?? (sequence: 0, hash: "")
        for entry in entries {
            var record = AuditRecord(
                sequence: last.sequence + 1,
                instant: context.now,
                author: context.author,
                origin: context.origin,
                entry: entry,
                hash: ""
            )
            record.hash = record.digest(after: last.hash)
            try insert(record, on: connection)
            last = (record.sequence, record.hash)
        }
    }

    private static func insert(_ record: AuditRecord, on connection: any SQLConnection) throws {
        let subject = record.entry.subject
        try connection.execute(
            """
            INSERT INTO audit (sequence, instant, author, person_id, origin, act, subject_kind, subject_id,
                subject_name, unit_id, measure_id, changes, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(record.sequence), .instant(record.instant), .text(record.author.name),
                .id(record.author.person), .text(record.origin), .word(record.entry.act),
                .word(subject.kind),
                .text(subject.id), .text(subject.name), .id(subject.unit), .id(subject.measure),
                .text(AuditRecord.text(of: record.entry.changes)), .text(record.hash),
            ]
        )
    }

    /// The records of a unit and of those below it, the newest first.
    ///
    /// - Parameter isReadable: whether whoever asks may see a record.
    package static func records(
        within unit: Unit.ID,
        before sequence: Int? = nil,
        limit: Int,
        on connection: any SQLConnection,
        where isReadable: (AuditRecord) -> Bool
    ) throws -> [AuditRecord] {
        var found: [AuditRecord] = []
        var next = sequence ?? Int(Int32.max)
        while found.count < limit {
            let chunk = try connection.all(
                """
                \(Subtree.sql)
                SELECT \(columns) FROM audit a
                WHERE a.unit_id IN (SELECT id FROM below) AND a.sequence < ?
                ORDER BY a.sequence DESC LIMIT 500
                """,
                [.id(unit), .int(next)],
                record(from:)
            )
            guard let last = chunk.last else { break }
            found += chunk.lazy.filter(isReadable).prefix(limit - found.count)
            next = last.sequence
        }
        return found
    }

    /// Whether the trail tells since an instant that a person did just this.
    package static func tells(
        _ entry: AuditEntry,
        by person: Person.ID,
        since instant: Timestamp,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.one(
            """
            SELECT 1 FROM audit
            WHERE subject_id = ? AND person_id = ? AND act = ? AND changes = ? AND instant > ? LIMIT 1
            """,
            [
                .text(entry.subject.id), .id(person), .word(entry.act),
                .text(AuditRecord.text(of: entry.changes)), .instant(instant),
            ]
        ) { _ in true } ?? false
    }

    /// What a check of the whole trail finds.
    package enum Finding: Equatable, Sendable {
        /// So many records, each as it was written; the hash of the newest says so of all.
        case sound(count: Int, newest: String)
        /// The first record that isn't what was written there.
        case broken(sequence: Int)
    }

    /// Checks every record against the one before.
    package static func verify(on connection: any SQLConnection) throws -> Finding {
        var count = 0
        var previous = ""
        var broken: Int?
        try connection.each("SELECT \(columns) FROM audit a ORDER BY a.sequence", []) { row in
            guard broken == nil else { return }
            count += 1
            guard let record = try? record(from: row), record.sequence == count,
                record.digest(after: previous) == record.hash
            else {
                broken = count
                return
            }
            previous = record.hash
        }
        return broken.map { .broken(sequence: $0) } ?? .sound(count: count, newest: previous)
    }

    /// Whether some record has a hash.
    package static func holds(_ hash: String, on connection: any SQLConnection) throws -> Bool {
        try connection.one("SELECT 1 FROM audit WHERE hash = ?", [.text(hash)]) { _ in true } ?? false
    }

    // MARK: Rows

    private static let columns = """
        a.sequence, a.instant, a.author, a.person_id, a.origin, a.act, a.subject_kind, a.subject_id, \
        a.subject_name, a.unit_id, a.measure_id, a.changes, a.hash
        """

    private static func record(from row: any SQLRow) throws -> AuditRecord {
        let subject = AuditEntry.Subject(
            try row.word(6),
            id: try row.text(7),
            name: try row.text(8),
            unit: try row.optionalIdentifier(9),
            measure: try row.optionalIdentifier(10)
        )
        let changes = AuditRecord.changes(in: try row.text(11))
        return AuditRecord(
            sequence: try row.int(0),
            instant: try row.instant(1),
            author: try row.author(2),
            origin: try row.text(4),
            entry: AuditEntry(try row.word(5), subject, changes: changes),
            hash: try row.text(12)
        )
    }
}
