package import Storage

/// Programmes of units.
package enum ProgrammeStore {
    /// - Throws: ``TheoryProblems``.
    package static func insert(
        _ programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(programme)
        try connection.execute(
            """
            INSERT INTO programme (id, unit_id, visibility, title, purpose, state, unbalanced, author, person_id,
                instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(programme.id), .id(programme.unit), .word(programme.visibility), .text(programme.title),
                .text(programme.purpose), .word(programme.state), .text(programme.unbalanced),
                .text(programme.author.name), .id(programme.author.person), .instant(programme.instant),
            ]
        )
        let fields = programme.fields
        try RevisionStore.note(.programme, programme.id, from: nil, to: fields, context, on: connection)
        let entry = AuditEntry.programme(.created, programme, fields.changes(from: nil))
        try AuditStore.append(entry, context, on: connection)
    }

    /// Changes everything but whose it is and who made it.
    ///
    /// It becomes active only with the measures that ``Balance`` asks for, or a reason why not.
    /// - Throws: ``TheoryProblems``.
    package static func update(
        _ programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(programme)
        guard let old = try find(programme.id, on: connection) else { return }
        let (before, after) = (old.fields, programme.fields)
        guard before != after else { return }
        if programme.state == .active, old.state != .active, programme.unbalanced.isEmpty {
            let theory = try TheoryStore.theory(of: programme.id, on: connection)
            let directory = MeasureDirectory(try MeasureStore.all(on: connection))
            let balance = Balance(of: theory.measures, in: directory)
            try TheoryProblems.check([
                balance.isWhole ? nil : TheoryProblem("unbalanced", .notBalanced(balance))
            ])
        }
        try connection.execute(
            """
            UPDATE programme SET visibility = ?, title = ?, purpose = ?, state = ?, unbalanced = ? WHERE id = ?
            """,
            [
                .word(programme.visibility), .text(programme.title), .text(programme.purpose),
                .word(programme.state), .text(programme.unbalanced), .id(programme.id),
            ]
        )
        try RevisionStore.note(.programme, programme.id, from: before, to: after, context, on: connection)
        let entry = AuditEntry.programme(.changed, programme, after.changes(from: before))
        try AuditStore.append(entry, context, on: connection)
    }

    /// - Parameter withBinned: whether one in the bin, or deleted for good, is found as well: for its trail.
    package static func find(
        _ id: Programme.ID,
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> Programme? {
        let condition = withBinned ? "" : " AND p.bin_id IS NULL"
        return try connection.one("\(select) WHERE p.id = ?\(condition)", [.id(id)], programme)
    }

    /// Those of a unit itself, the newest first.
    package static func all(of unit: Unit.ID, on connection: any SQLConnection) throws -> [Programme] {
        try connection.all(
            "\(select) WHERE p.unit_id = ? AND p.bin_id IS NULL ORDER BY p.id DESC",
            [.id(unit)],
            programme
        )
    }

    /// All that a reader may read, the newest first.
    package static func all(
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Programme] {
        try connection.all("\(select) WHERE p.bin_id IS NULL ORDER BY p.id DESC", [], programme)
            .filter { reader.may(.read, $0) }
    }

    /// All, those in the bin and those deleted for good as well where `withBinned` says so.
    package static func all(
        withBinned: Bool,
        on connection: any SQLConnection
    ) throws -> [Programme] {
        let condition = withBinned ? "" : "WHERE p.bin_id IS NULL"
        return try connection.all("\(select) \(condition) ORDER BY p.id DESC", [], programme)
    }

    private static func check(_ programme: Programme) throws {
        try TheoryProblems.check([
            .line(programme.title, "title"), .text(programme.purpose, "purpose"),
            .text(programme.unbalanced, "unbalanced", isRequired: false),
        ])
    }

    private static let select = """
        SELECT p.id, p.unit_id, p.visibility, p.title, p.purpose, p.state, p.unbalanced, p.author, p.person_id,
            p.instant
        FROM programme p
        """

    private static func programme(_ row: any SQLRow) throws -> Programme {
        Programme(
            id: try row.identifier(0),
            unit: try row.identifier(1),
            visibility: try row.word(2),
            title: try row.text(3),
            purpose: try row.text(4),
            state: try row.word(5),
            unbalanced: try row.text(6),
            author: try row.author(7),
            instant: try row.instant(9)
        )
    }
}
