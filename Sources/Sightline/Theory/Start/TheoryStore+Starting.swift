package import Storage

/// Starting a theory from another one.
extension TheoryStore {
    /// Writes the theory of a template into a programme that has none yet.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func start(
        _ programme: Programme,
        from template: TheoryTemplate,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let nodes = template.nodes.map { node in
            TheoryNode(id: context.makeID(), programme: programme.id, kind: node.kind, title: node.title)
        }
        for node in nodes { try add(node, to: programme, context, on: connection) }
        for (node, told) in zip(nodes, template.nodes) {
            for arrow in told.arrows where nodes.indices.contains(arrow.to) {
                let link = TheoryLink(
                    id: context.makeID(),
                    programme: programme.id,
                    from: node.id,
                    to: nodes[arrow.to].id,
                    because: arrow.because,
                    assumptions: arrow.assumptions
                )
                try add(link, to: programme, context, on: connection)
            }
        }
        try tell(programme, "theory started from a template", nil, template.title, context, on: connection)
    }

    /// Writes what another programme believes into one that has no theory yet: its nodes, and its arrows with their
    /// reasons and assumptions.
    ///
    /// Not its cycles, its evidence, its judgements, its targets or what it took out; and of its measures those that
    /// the reader may read in the unit of the new one.
    /// - Throws: ``TheoryProblems``.
    package static func start(
        _ programme: Programme,
        fromCopyOf other: Programme,
        for reader: Readership,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let theory = try theory(of: other.id, on: connection)
        func readable(_ id: Measure.ID) -> Measure? {
            reader.measures[id].flatMap { reader.may(.read, $0, in: programme.unit) ? $0 : nil }
        }
        var copies: [TheoryNode.ID: TheoryNode] = [:]
        for node in theory.nodes {
            var copy = TheoryNode(
                id: context.makeID(),
                programme: programme.id,
                kind: node.kind,
                title: node.title,
                detail: node.detail
            )
            copy.measure = node.measure.flatMap(readable)?.id
            copies[node.id] = try add(copy, to: programme, context, on: connection)
        }
        for hung in theory.measures {
            guard let node = copies[hung.node], let measure = readable(hung.measure) else { continue }
            try hang(measure, on: node, as: hung.tag, of: programme, context, on: connection)
        }
        for link in theory.links {
            guard let from = copies[link.from], let to = copies[link.to] else { continue }
            let copy = TheoryLink(
                id: context.makeID(),
                programme: programme.id,
                from: from.id,
                to: to.id,
                because: link.because,
                assumptions: link.assumptions
            )
            try add(copy, to: programme, context, on: connection)
        }
        // Of what a unit keeps not even the name goes where others read it.
        let name = other.visibility == .unit ? "a programme that its unit keeps" : other.title
        try tell(programme, "theory started from a copy", nil, name, context, on: connection)
    }
}

extension Readership {
    /// Whether someone may start a programme with a copy of what another one believes.
    ///
    /// That is for those who may read it, as long as nobody could read the copy who can't read it, and for those who
    /// may share it.
    package func mayCopy(_ other: Programme, into programme: Programme) -> Bool {
        guard may(.read, other) else { return false }
        let audience = tree.scope(of: other.visibility, from: other.unit)
        let copied = tree.scope(of: programme.visibility, from: programme.unit)
        return tree.contains(copied, within: audience) || may(.share, other)
    }
}
