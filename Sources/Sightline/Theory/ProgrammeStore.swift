package import Storage

/// Programmes of units.
package enum ProgrammeStore {
    package static func insert(_ programme: Programme, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO programme (id, unit_id, visibility, title, purpose, state, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(programme.id), .id(programme.unit), .word(programme.visibility), .text(programme.title),
                .text(programme.purpose), .word(programme.state), .text(programme.author.name),
                .id(programme.author.person), .instant(programme.instant),
            ]
        )
    }

    package static func find(
        _ id: Programme.ID,
        on connection: any SQLConnection
    ) throws -> Programme? {
        try connection.one("\(select) WHERE id = ?", [.id(id)], programme)
    }

    /// Those of a unit itself, the newest first.
    package static func all(of unit: Unit.ID, on connection: any SQLConnection) throws -> [Programme] {
        try connection.all("\(select) WHERE unit_id = ? ORDER BY id DESC", [.id(unit)], programme)
    }

    private static let select = """
        SELECT id, unit_id, visibility, title, purpose, state, author, person_id, instant FROM programme
        """

    private static func programme(_ row: any SQLRow) throws -> Programme {
        Programme(
            id: try row.identifier(0),
            unit: try row.identifier(1),
            visibility: try row.word(2),
            title: try row.text(3),
            purpose: try row.text(4),
            state: try row.word(5),
            author: try row.author(6),
            instant: try row.instant(8)
        )
    }
}
