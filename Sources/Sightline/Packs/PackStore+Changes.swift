import Statistics
package import Storage

/// Changes of packs, each told to the audit trail.
extension PackStore {
    /// Keeps a pack in a unit: a new one, or a new version of the one that has its name there.
    ///
    /// - Parameters:
    ///   - text: the file that says it, which is kept as it is.
    ///   - seen: the newest version that its sender knows; 0 where they know of none.
    ///   - reason: what is new in it.
    /// - Throws: ``PackProblems`` when it isn't sound, ``PackError``.
    @discardableResult
    package static func keep(
        _ content: PackContent,
        text: String,
        in unit: Unit.ID,
        seen: Int,
        reason: String = "",
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Pack {
        let problems = content.problems
        guard problems.isEmpty else { throw PackProblems(problems: problems) }
        let name = content.header.name
        let old = try find(name: name, of: unit, on: connection)
        guard try old != nil || !isTaken(name, in: unit, on: connection) else { throw PackError.inBin }
        guard old?.newest.number ?? 0 == seen else {
            throw PackError.changed(newest: old?.newest.number ?? 0)
        }
        let version = PackVersion(
            number: seen + 1,
            header: content.header,
            count: content.measures.count,
            author: context.author,
            instant: context.now,
            reason: String(reason.prefix(longestReason))
        )
        guard var pack = old else {
            let made = Pack(id: context.makeID(), unit: unit, visibility: .unit, newest: version)
            try insert(made, text, context, on: connection)
            return made
        }
        guard try self.text(of: pack.id, version: seen, on: connection) != text else {
            throw PackError.unchanged
        }
        pack.newest = version
        try insert(version, of: pack.id, text, on: connection)
        try connection.execute(
            "UPDATE pack SET version = ? WHERE id = ?",
            [.int(version.number), .id(pack.id)]
        )
        let changes = changes(from: old?.newest, to: version)
        try AuditStore.append(.pack(.changed, pack, changes), context, on: connection)
        return pack
    }

    /// Says who may read a pack.
    package static func share(
        _ pack: Pack,
        _ visibility: Visibility,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(pack.id, on: connection), old.visibility != visibility else { return }
        var new = old
        new.visibility = visibility
        try connection.execute(
            "UPDATE pack SET visibility = ? WHERE id = ?",
            [.word(visibility), .id(pack.id)]
        )
        try RevisionStore.note(.pack, pack.id, from: old.fields, to: new.fields, context, on: connection)
        let entry = AuditEntry.pack(.changed, new, new.fields.changes(from: old.fields))
        try AuditStore.append(entry, context, on: connection)
    }

    package static let longestReason = 1_000

    private static func isTaken(
        _ name: String,
        in unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.one(
            "SELECT 1 FROM pack WHERE unit_id = ? AND name = ?",
            [.id(unit), .text(name)]
        ) { _ in true } ?? false
    }

    private static func insert(
        _ pack: Pack,
        _ text: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "INSERT INTO pack (id, unit_id, name, visibility, version) VALUES (?, ?, ?, ?, ?)",
            [
                .id(pack.id), .id(pack.unit), .text(pack.header.name), .word(pack.visibility),
                .int(pack.newest.number),
            ]
        )
        try insert(pack.newest, of: pack.id, text, on: connection)
        try RevisionStore.note(.pack, pack.id, from: nil, to: pack.fields, context, on: connection)
        let changes = pack.fields.changes(from: nil) + changes(from: nil, to: pack.newest)
        try AuditStore.append(.pack(.created, pack, changes), context, on: connection)
    }

    private static func insert(
        _ version: PackVersion,
        of id: Pack.ID,
        _ text: String,
        on connection: any SQLConnection
    ) throws {
        let header = version.header
        try connection.execute(
            """
            INSERT INTO pack_version (pack_id, version, name, title, purpose, written_by, reviewer, reviewed_day,
                next_review_day, licence, source, measure_count, content, author, person_id, instant, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(id), .int(version.number), .text(header.name), .text(header.title),
                .text(header.purpose),
                .text(header.author), .text(header.reviewer), .day(header.reviewed), .day(header.nextReview),
                .text(header.licence), .text(header.source), .int(version.count), .text(text),
                .text(version.author.name), .id(version.author.person), .instant(version.instant),
                .text(version.reason),
            ]
        )
    }

    private static func changes(from old: PackVersion?, to new: PackVersion) -> [AuditEntry.Change] {
        new.header.fields.changes(from: old?.header.fields) + [
            .init("version", old.map { "\($0.number)" }, "\(new.number)"),
            .init("measures in it", old.map { "\($0.count)" }, "\(new.count)"),
            .init("what is new", nil, new.reason),
        ]
    }
}
