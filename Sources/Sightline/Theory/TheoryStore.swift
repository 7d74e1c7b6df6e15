package import Storage

/// The nodes and arrows of programmes.
package enum TheoryStore {
    package static func insert(_ node: TheoryNode, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO theory_node (id, programme_id, kind, title, detail, position)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .id(node.id), .id(node.programme), .word(node.kind), .text(node.title), .text(node.detail),
                .int(node.position),
            ]
        )
    }

    package static func insert(_ link: TheoryLink, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO theory_link (id, programme_id, from_id, to_id, because, assumptions)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .id(link.id), .id(link.programme), .id(link.from), .id(link.to), .text(link.because),
                .text(link.assumptions),
            ]
        )
    }

    /// Those that haven't been removed, by kind and place.
    package static func nodes(
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [TheoryNode] {
        try connection.all(
            """
            SELECT id, kind, title, detail, position FROM theory_node
            WHERE programme_id = ? AND removed IS NULL ORDER BY kind, position, id
            """,
            [.id(programme)]
        ) { row in
            TheoryNode(
                id: try row.identifier(0),
                programme: programme,
                kind: try row.word(1),
                title: try row.text(2),
                detail: try row.text(3),
                position: try row.int(4)
            )
        }
    }

    /// Those that haven't been removed, in the order in which they were made.
    package static func links(
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [TheoryLink] {
        try connection.all(
            """
            SELECT id, from_id, to_id, because, assumptions FROM theory_link
            WHERE programme_id = ? AND removed IS NULL ORDER BY id
            """,
            [.id(programme)]
        ) { row in
            TheoryLink(
                id: try row.identifier(0),
                programme: programme,
                from: try row.identifier(1),
                to: try row.identifier(2),
                because: try row.text(3),
                assumptions: try row.text(4)
            )
        }
    }
}
