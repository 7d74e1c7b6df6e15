package import Statistics
package import Storage

/// The tree of units in the database.
package enum UnitStore {
    // MARK: Reading

    /// Every unit, in one query.
    ///
    /// - Parameter withBinned: with those in the bin, and what is left of those that were deleted for good: for
    ///   deciding who may read what is on record of them.
    package static func tree(
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> UnitTree {
        let live = withBinned ? "" : "WHERE u.bin_id IS NULL"
        return UnitTree(try connection.all("\(selection) \(live) ORDER BY u.id", [], unit(from:)))
    }

    package static func find(
        _ id: Unit.ID,
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> Unit? {
        let live = withBinned ? "" : "AND u.bin_id IS NULL"
        return try connection.one("\(selection) WHERE u.id = ? \(live)", [.id(id)], unit(from:))
    }

    /// The unit with a code, whatever its case.
    package static func find(
        code: String,
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> Unit? {
        let live = withBinned ? "" : "AND u.bin_id IS NULL"
        return try connection.one(
            "\(selection) WHERE u.folded_code = ? \(live)",
            [.text(fold(code))],
            unit(from:)
        )
    }

    /// What happened to a unit, the oldest first.
    package static func events(of id: Unit.ID, on connection: any SQLConnection) throws -> [UnitEvent] {
        let sql = """
            SELECT membership, day, reason, author, person_id, instant FROM unit_event
            WHERE unit_id = ? ORDER BY day, sequence
            """
        return try connection.all(sql, [.id(id)]) { row in
            UnitEvent(
                unit: id,
                membership: try row.word(0),
                day: try row.day(1),
                reason: try row.text(2),
                author: try row.author(3),
                instant: try row.instant(5)
            )
        }
    }

    // MARK: Writing

    /// - Throws: `UnitError`.
    package static func insert(_ unit: Unit, _ context: Context, on connection: any SQLConnection) throws {
        try check(unit, on: connection)
        try connection.execute(
            "INSERT INTO unit (id, parent_id, kind, name, code, folded_code) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .id(unit.id), .id(unit.parent), .word(unit.kind), .text(unit.name), .text(unit.code),
                .text(unit.code.map(fold)),
            ]
        )
        try RevisionStore.note(.unit, unit.id, from: nil, to: unit.fields, context, on: connection)
        let changes = [AuditEntry.Change("kind", nil, unit.kind.rawValue)] + unit.fields.changes(from: nil)
        try AuditStore.append(.unit(.created, unit, changes), context, on: connection)
    }

    /// Changes a unit's name and code.
    ///
    /// - Throws: `UnitError`.
    package static func rename(
        _ id: Unit.ID,
        to name: String,
        code: String?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(id, on: connection) else { throw UnitError.notFound(id) }
        var unit = old
        unit.name = name
        unit.code = code
        try check(unit, on: connection)
        try connection.execute(
            "UPDATE unit SET name = ?, code = ?, folded_code = ? WHERE id = ?",
            [.text(name), .text(code), .text(code.map(fold)), .id(id)]
        )
        try tell(of: unit, from: old, context, on: connection)
    }

    /// Puts a unit, with everything below it, under another one.
    ///
    /// - Throws: `UnitError`.
    package static func move(
        _ id: Unit.ID,
        to parent: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let tree = try tree(on: connection)
        guard let old = tree[id] else { throw UnitError.notFound(id) }
        guard !tree.contains(parent, within: id) else { throw UnitError.cycle }
        var unit = old
        unit.parent = parent
        try check(unit, on: connection)
        try connection.execute("UPDATE unit SET parent_id = ? WHERE id = ?", [.id(parent), .id(id)])
        try tell(of: unit, from: old, context, on: connection)
    }

    private static func tell(
        of unit: Unit,
        from old: Unit,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let (before, after) = (old.fields, unit.fields)
        try RevisionStore.note(.unit, unit.id, from: before, to: after, context, on: connection)
        var changes = after.changes(from: before)
        // Ids mean nothing to a reader of the trail.
        for index in changes.indices where changes[index].field == "parent" {
            changes[index].before = try name(of: old.parent, on: connection)
            changes[index].after = try name(of: unit.parent, on: connection)
        }
        try AuditStore.append(.unit(.changed, unit, changes), context, on: connection)
    }

    private static func name(of id: Unit.ID?, on connection: any SQLConnection) throws -> String {
        try id.flatMap { try find($0, withBinned: true, on: connection) }?.name ?? ""
    }

    /// Notes that a unit joined, paused or left.
    ///
    /// - Throws: `UnitError`.
    package static func record(
        _ membership: Unit.Membership,
        of id: Unit.ID,
        day: Day,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let unit = try find(id, on: connection) else { throw UnitError.notFound(id) }
        guard !reason.isEmpty else { throw UnitError.reasonMissing }
        try connection.execute(
            """
            INSERT INTO unit_event (unit_id, sequence, membership, day, reason, author, person_id, instant)
            SELECT CAST(? AS TEXT), COALESCE(MAX(sequence), 0) + 1, CAST(? AS TEXT), CAST(? AS BIGINT),
                CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT)
            FROM unit_event WHERE unit_id = ?
            """,
            [
                .id(id), .word(membership), .day(day), .text(reason), .text(context.author.name),
                .id(context.author.person), .instant(context.now), .id(id),
            ]
        )
        let changes = [
            AuditEntry.Change("membership", unit.membership.rawValue, membership.rawValue),
            AuditEntry.Change("day", nil, "\(day)"), AuditEntry.Change("reason", nil, reason),
        ]
        try AuditStore.append(.unit(.changed, unit, changes), context, on: connection)
    }

    // MARK: Rows

    private static let selection = """
        SELECT u.id, u.parent_id, u.kind, u.name, u.code,
            (SELECT e.membership FROM unit_event e WHERE e.unit_id = u.id
             ORDER BY e.day DESC, e.sequence DESC LIMIT 1),
            (SELECT COUNT(*) FROM role_grant g WHERE g.unit_id = u.id AND g.role = 'administrator')
        FROM unit u
        """

    private static func unit(from row: any SQLRow) throws -> Unit {
        Unit(
            id: try row.identifier(0),
            parent: try row.optionalIdentifier(1),
            kind: try row.word(2),
            name: try row.text(3),
            code: try row.optionalText(4),
            membership: try row.optionalWord(5) ?? .joined,
            hasOwnAdministrator: try row.int(6) > 0
        )
    }

    private static func check(_ unit: Unit, on connection: any SQLConnection) throws {
        guard !unit.name.isEmpty else { throw UnitError.nameMissing }
        if let code = unit.code, let owner = try find(code: code, withBinned: true, on: connection),
            owner.id != unit.id
        {
            throw UnitError.codeTaken(code: code, by: owner.id)
        }
        guard let parent = unit.parent else {
            guard unit.kind == .community else { throw UnitError.parentMissing(unit.kind) }
            return
        }
        guard let found = try find(parent, on: connection) else { throw UnitError.notFound(parent) }
        guard found.kind < unit.kind else {
            throw UnitError.parentNotWider(kind: unit.kind, parent: found.kind)
        }
    }

    /// Codes are compared without regard to case.
    private static func fold(_ code: String) -> String { code.lowercased() }
}
