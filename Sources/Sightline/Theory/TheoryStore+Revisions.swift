package import Storage

/// What nodes and arrows said after each of their changes, and the way back.
extension TheoryStore {
    /// What a node says now, as its revisions have it; nil where there is none.
    package static func fields(
        of id: TheoryNode.ID,
        in programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [Revision.Field]? {
        let all = try everything(in: programme, on: connection)
        return all[id].map { $0.fields(hanging: all.measures) }
    }

    /// Changes a node, and keeps what it says after that, for its history and for the library.
    static func keeping(
        _ id: TheoryNode.ID,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection,
        _ change: () throws -> Void
    ) throws {
        let old = try fields(of: id, in: programme.id, on: connection)
        try change()
        guard let new = try fields(of: id, in: programme.id, on: connection) else { return }
        try RevisionStore.note(.node, id, from: old, to: new, context, on: connection)
        try LibraryIndex.note(idea: id, on: connection)
    }

    /// Changes an arrow, and keeps what it says after that.
    static func keeping(
        _ id: TheoryLink.ID,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection,
        _ change: () throws -> Void
    ) throws {
        func fields() throws -> [Revision.Field]? {
            try everything(in: programme.id, on: connection).links.first { $0.id == id }?.fields
        }
        let old = try fields()
        try change()
        guard let new = try fields() else { return }
        try RevisionStore.note(.arrow, id, from: old, to: new, context, on: connection)
    }

    // MARK: What was taken out

    /// Marks a node, an arrow or evidence as taken out, with the reason; what is taken out is kept.
    static func takeOut<Piece>(
        _ id: Identifier<Piece>,
        of table: String,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE \(table) SET removed = ?, removed_by = ?, removed_reason = ? WHERE id = ?",
            [.instant(context.now), .text(context.author.name), .text(reason), .id(id)]
        )
    }

    /// The other way.
    static func putBack<Piece>(
        _ id: Identifier<Piece>,
        of table: String,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE \(table) SET removed = NULL, removed_by = NULL, removed_reason = NULL WHERE id = ?",
            [.id(id)]
        )
    }

    /// Puts a node back into the theory, with the arrows that went out with it, as far as these still fit.
    package static func putBack(
        _ id: TheoryNode.ID,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let all = try everything(in: programme.id, on: connection)
        guard let node = all[id], let removal = node.removal else { return }
        try keeping(id, of: programme, context, on: connection) {
            try putBack(id, of: "theory_node", on: connection)
        }
        try tell(programme, node.kind.rawValue, nil, node.title, context, on: connection)
        for link in all.links where (link.from == id || link.to == id) && link.removal == removal {
            // The other end may have been taken out meanwhile, or another arrow drawn.
            guard try problem(with: link, in: programme, on: connection) == nil else { continue }
            try putBack(link, of: programme, context, on: connection)
        }
    }

    /// Puts an arrow back into the theory.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func putBack(
        _ link: TheoryLink,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard link.removal != nil else { return }
        try TheoryProblems.check([try problem(with: link, in: programme, on: connection)])
        try keeping(link.id, of: programme, context, on: connection) {
            try putBack(link.id, of: "theory_link", on: connection)
        }
        try tell(programme, "arrow", nil, link.because, context, on: connection)
    }

    /// What keeps an arrow out of the theory as it is now.
    private static func problem(
        with link: TheoryLink,
        in programme: Programme,
        on connection: any SQLConnection
    ) throws -> TheoryProblem? {
        let theory = try theory(of: programme.id, on: connection)
        if theory[link.from] == nil || theory[link.to] == nil {
            return TheoryProblem("in-theory", .endTakenOut)
        }
        if theory.links.contains(where: { $0.from == link.from && $0.to == link.to }) {
            return TheoryProblem("in-theory", .repeated)
        }
        let doesLoop = theory.nodes(leadingTo: link.from).contains { $0.id == link.to }
        return doesLoop ? TheoryProblem("in-theory", .loops) : nil
    }

    // MARK: Measures

    /// Makes these the measures that hang on a node, and no others.
    package static func hang(
        _ measures: [TheoryMeasure],
        on node: TheoryNode,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let old = try everything(in: programme.id, on: connection).measures(of: node.id)
        let (before, after) = (TheoryMeasure.text(of: old), TheoryMeasure.text(of: measures))
        guard before != after else { return }
        try keeping(node.id, of: programme, context, on: connection) {
            try connection.execute("DELETE FROM theory_measure WHERE node_id = ?", [.id(node.id)])
            for measure in measures {
                try connection.execute(
                    "INSERT INTO theory_measure (node_id, measure_id, tag) VALUES (?, ?, ?)",
                    [.id(node.id), .id(measure.measure), .word(measure.tag)]
                )
            }
        }
        try tell(programme, "measures on \(node.title)", before, after, context, on: connection)
    }
}
