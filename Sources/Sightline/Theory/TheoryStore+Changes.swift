import Statistics
package import Storage

/// Changes of a theory; each is told to the audit trail.
extension TheoryStore {
    /// Adds a node below the others of its kind, whatever its position says.
    ///
    /// - Throws: ``TheoryProblems``.
    @discardableResult
    package static func add(
        _ node: TheoryNode,
        to programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> TheoryNode {
        try check(node, on: connection)
        var node = node
        let others = try nodes(of: programme.id, on: connection).filter { $0.kind == node.kind }
        node.position = (others.map(\.position).max() ?? -1) + 1
        try keeping(node.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                INSERT INTO theory_node (id, programme_id, kind, title, detail, position, measure_id, target, due_day)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(node.id), .id(programme.id), .word(node.kind), .text(node.title), .text(node.detail),
                    .int(node.position), .id(node.measure), .real(node.target), .day(node.due),
                ]
            )
        }
        try tell(programme, "\(node.kind.rawValue)", nil, node.title, context, on: connection)
        return node
    }

    /// - Throws: ``TheoryProblems``.
    package static func update(
        _ node: TheoryNode,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(node, on: connection)
        guard let old = try self.node(node.id, of: programme.id, on: connection), told(old) != told(node)
        else { return }
        try keeping(node.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                UPDATE theory_node SET title = ?, detail = ?, measure_id = ?, target = ?, due_day = ? WHERE id = ?
                """,
                [
                    .text(node.title), .text(node.detail), .id(node.measure), .real(node.target),
                    .day(node.due), .id(node.id),
                ]
            )
        }
        try tell(programme, node.kind.rawValue, told(old), told(node), context, on: connection)
    }

    private static func told(_ node: TheoryNode) -> String {
        let aim = [node.measure?.description, node.target.map { "\($0)" }, node.due?.description]
        return ([node.title, node.detail] + aim.compactMap { $0 }).joined(separator: " | ")
    }

    /// Takes a node out, with its arrows; both are kept, with the reason.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func remove(
        _ node: TheoryNode,
        of programme: Programme,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try TheoryProblems.check([.text(reason, "reason")])
        try keeping(node.id, of: programme, context, on: connection) {
            try takeOut(node.id, of: "theory_node", reason: reason, context, on: connection)
        }
        let links = try links(of: programme.id, on: connection)
        for link in links where link.from == node.id || link.to == node.id {
            try keeping(link.id, of: programme, context, on: connection) {
                try takeOut(link.id, of: "theory_link", reason: reason, context, on: connection)
            }
        }
        try tell(programme, node.kind.rawValue, node.title, nil, context, on: connection)
    }

    // MARK: Arrows

    /// - Throws: ``TheoryProblems``.
    package static func add(
        _ link: TheoryLink,
        to programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let theory = try theory(of: programme.id, on: connection)
        let doesLoop =
            link.from == link.to || theory.nodes(leadingTo: link.from).contains { $0.id == link.to }
        let isThere = theory.links.contains { $0.from == link.from && $0.to == link.to }
        guard let from = theory[link.from], let to = theory[link.to] else {
            throw TheoryProblems([TheoryProblem("to", .missing)])
        }
        try TheoryProblems.check([
            doesLoop ? TheoryProblem("to", .loops) : isThere ? TheoryProblem("to", .repeated) : nil,
            .text(link.because, "because"), .text(link.assumptions, "assumptions", isRequired: false),
        ])
        try keeping(link.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                INSERT INTO theory_link (id, programme_id, from_id, to_id, because, assumptions)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(link.id), .id(programme.id), .id(link.from), .id(link.to), .text(link.because),
                    .text(link.assumptions),
                ]
            )
        }
        let arrow = "\(from.title) → \(to.title): \(link.because)"
        try tell(programme, "arrow", nil, arrow, context, on: connection)
    }

    /// Changes why people believe in an arrow, and what it assumes.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func update(
        _ link: TheoryLink,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try TheoryProblems.check([
            .text(link.because, "because"), .text(link.assumptions, "assumptions", isRequired: false),
        ])
        let all = try everything(in: programme.id, on: connection)
        guard let old = all.links.first(where: { $0.id == link.id }) else { return }
        func told(_ link: TheoryLink) -> String { "\(link.because) | \(link.assumptions)" }
        guard told(old) != told(link) else { return }
        try keeping(link.id, of: programme, context, on: connection) {
            try connection.execute(
                "UPDATE theory_link SET because = ?, assumptions = ? WHERE id = ?",
                [.text(link.because), .text(link.assumptions), .id(link.id)]
            )
        }
        try tell(programme, "arrow", told(old), told(link), context, on: connection)
    }

    /// - Throws: ``TheoryProblems``.
    package static func remove(
        _ link: TheoryLink,
        of programme: Programme,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try TheoryProblems.check([.text(reason, "reason")])
        try keeping(link.id, of: programme, context, on: connection) {
            try takeOut(link.id, of: "theory_link", reason: reason, context, on: connection)
        }
        try tell(programme, "arrow", link.because, nil, context, on: connection)
    }

    /// Puts a person's judgement beside what the evidence says.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func judge(
        _ link: TheoryLink,
        of programme: Programme,
        _ state: LinkState,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try TheoryProblems.check([.text(reason, "judgement-reason")])
        if let old = link.judgement, old.state == state, old.reason == reason { return }
        try keeping(link.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                UPDATE theory_link SET judgement = ?, judgement_reason = ?, judgement_by = ?, judgement_instant = ?
                WHERE id = ?
                """,
                [
                    .word(state), .text(reason), .text(context.author.name), .instant(context.now),
                    .id(link.id),
                ]
            )
        }
        let old = link.judgement.map { "\($0.state.rawValue): \($0.reason)" }
        try tell(programme, "judgement", old, "\(state.rawValue): \(reason)", context, on: connection)
    }

    /// Takes a judgement away again.
    package static func withdrawJudgement(
        of link: TheoryLink,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = link.judgement else { return }
        try keeping(link.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                UPDATE theory_link SET judgement = NULL, judgement_reason = NULL, judgement_by = NULL,
                    judgement_instant = NULL
                WHERE id = ?
                """,
                [.id(link.id)]
            )
        }
        let told = "\(old.state.rawValue): \(old.reason)"
        try tell(programme, "judgement", told, nil, context, on: connection)
    }

    // MARK: Measures

    /// Hangs a measure on a node, or changes what it is there.
    package static func hang(
        _ measure: Measure,
        on node: TheoryNode,
        as tag: Measure.Role,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try keeping(node.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                INSERT INTO theory_measure (node_id, measure_id, tag) VALUES (?, ?, ?)
                ON CONFLICT (node_id, measure_id) DO UPDATE SET tag = excluded.tag
                """,
                [.id(node.id), .id(measure.id), .word(tag)]
            )
        }
        let told = "\(measure.key) (\(tag.rawValue)) on \(node.title)"
        try tell(programme, "measure", nil, told, context, on: connection)
    }

    package static func takeDown(
        _ measure: Measure,
        from node: TheoryNode,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try keeping(node.id, of: programme, context, on: connection) {
            try connection.execute(
                "DELETE FROM theory_measure WHERE node_id = ? AND measure_id = ?",
                [.id(node.id), .id(measure.id)]
            )
        }
        let told = "\(measure.key) on \(node.title)"
        try tell(programme, "measure", told, nil, context, on: connection)
    }

    private static func check(_ node: TheoryNode, on connection: any SQLConnection) throws {
        let isKnown = try node.measure.map { try MeasureStore.find($0, on: connection) != nil } ?? true
        try TheoryProblems.check([
            .line(node.title, "title"), .text(node.detail, "detail", isRequired: false),
            isKnown ? nil : TheoryProblem("measure", .unknownMeasure),
        ])
    }

    static func tell(
        _ programme: Programme,
        _ what: String,
        _ before: String?,
        _ after: String?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let entry = AuditEntry.programme(.changed, programme, [.init(what, before, after)])
        if !entry.changes.isEmpty { try AuditStore.append(entry, context, on: connection) }
    }
}
