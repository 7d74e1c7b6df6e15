package import Storage

/// The nodes and arrows of programmes, as they are read.
package enum TheoryStore {
    package static func theory(of programme: Programme.ID, on connection: any SQLConnection) throws -> Theory
    {
        Theory(
            nodes: try nodes(of: programme, on: connection),
            links: try links(of: programme, on: connection),
            measures: try measures(of: programme, "AND n.removed IS NULL", on: connection),
            evidence: try evidence(of: programme, "AND removed IS NULL", on: connection)
        )
    }

    /// One that may have been removed.
    package static func node(
        _ id: TheoryNode.ID,
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> TheoryNode? {
        try connection.one(
            "\(selectNode) WHERE programme_id = ? AND id = ?",
            [.id(programme), .id(id)],
            node
        )
    }

    /// All that was ever part of a theory, what was taken out of it as well.
    package static func everything(
        in programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> Theory {
        Theory(
            nodes: try connection.all(
                "\(selectNode) WHERE programme_id = ? ORDER BY kind, position, id",
                [.id(programme)],
                node
            ),
            links: try links(of: programme, "", on: connection),
            measures: try measures(of: programme, "", on: connection),
            evidence: try evidence(of: programme, on: connection)
        )
    }

    /// Those that haven't been removed.
    package static func nodes(
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [TheoryNode] {
        try connection.all(
            "\(selectNode) WHERE programme_id = ? AND removed IS NULL ORDER BY kind, position, id",
            [.id(programme)],
            node
        )
    }

    /// Those that haven't been removed, in the order in which they were made.
    package static func links(
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [TheoryLink] {
        try links(of: programme, "AND removed IS NULL", on: connection)
    }

    private static func links(
        of programme: Programme.ID,
        _ condition: String,
        on connection: any SQLConnection
    ) throws -> [TheoryLink] {
        try connection.all(
            """
            SELECT id, from_id, to_id, because, assumptions, judgement, judgement_reason, judgement_by,
                judgement_instant, removed, removed_by, removed_reason
            FROM theory_link WHERE programme_id = ? \(condition) ORDER BY id
            """,
            [.id(programme)]
        ) { row in
            var link = TheoryLink(
                id: try row.identifier(0),
                programme: programme,
                from: try row.identifier(1),
                to: try row.identifier(2),
                because: try row.text(3),
                assumptions: try row.text(4),
                judgement: try row.optionalWord(5).map { state in
                    TheoryLink.Judgement(
                        state: state,
                        reason: try row.text(6),
                        name: try row.text(7),
                        instant: try row.instant(8)
                    )
                }
            )
            link.removal = try removal(row, 9)
            return link
        }
    }

    private static func measures(
        of programme: Programme.ID,
        _ condition: String,
        on connection: any SQLConnection
    ) throws -> [TheoryMeasure] {
        try connection.all(
            """
            SELECT m.node_id, m.measure_id, m.tag FROM theory_measure m JOIN theory_node n ON n.id = m.node_id
            WHERE n.programme_id = ? \(condition) ORDER BY m.node_id, m.measure_id
            """,
            [.id(programme)]
        ) { TheoryMeasure(node: try $0.identifier(0), measure: try $0.identifier(1), tag: try $0.word(2)) }
    }

    /// What was taken out of a theory, the newest first.
    package static func removals(
        of programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [Removal] {
        try connection.all(
            """
            SELECT title, removed, removed_by, removed_reason, id, NULL FROM theory_node
            WHERE programme_id = ? AND removed IS NOT NULL
            UNION ALL
            SELECT a.title || ' → ' || b.title, l.removed, l.removed_by, l.removed_reason, NULL, l.id
            FROM theory_link l JOIN theory_node a ON a.id = l.from_id JOIN theory_node b ON b.id = l.to_id
            WHERE l.programme_id = ? AND l.removed IS NOT NULL
            ORDER BY 2 DESC, 1
            """,
            [.id(programme), .id(programme)]
        ) { row in
            Removal(
                title: try row.text(0),
                instant: try row.instant(1),
                name: try row.text(2),
                reason: try row.text(3),
                node: try row.optionalIdentifier(4),
                arrow: try row.optionalIdentifier(5)
            )
        }
    }

    package struct Removal: Equatable, Sendable {
        package let title: String
        package let instant: Timestamp
        package let name: String
        package let reason: String
        /// The node that it was, or the arrow.
        package let node: TheoryNode.ID?
        package let arrow: TheoryLink.ID?
    }

    private static let selectNode = """
        SELECT id, programme_id, kind, title, detail, position, measure_id, target, due_day, removed, removed_by,
            removed_reason
        FROM theory_node
        """

    private static func node(_ row: any SQLRow) throws -> TheoryNode {
        var node = TheoryNode(
            id: try row.identifier(0),
            programme: try row.identifier(1),
            kind: try row.word(2),
            title: try row.text(3),
            detail: try row.text(4),
            position: try row.int(5),
            measure: try row.optionalIdentifier(6),
            target: try row.optionalReal(7),
            due: try row.optionalDay(8)
        )
        node.removal = try removal(row, 9)
        return node
    }

    /// From three columns: instant, name, reason.
    static func removal(_ row: any SQLRow, _ column: Int) throws -> TheoryRemoval? {
        try row.optionalInstant(column).map { instant in
            TheoryRemoval(instant: instant, name: try row.text(column + 1), reason: try row.text(column + 2))
        }
    }
}
