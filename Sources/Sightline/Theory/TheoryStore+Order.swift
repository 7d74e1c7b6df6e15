package import Storage

/// The order of nodes within their column.
extension TheoryStore {
    /// Moves a node one place up or down among those of its kind.
    package static func move(
        _ id: TheoryNode.ID,
        up: Bool,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let theory = try theory(of: programme.id, on: connection)
        guard let node = theory[id],
            let index = theory.nodes.filter({ $0.kind == node.kind }).firstIndex(where: { $0.id == id })
        else { return }
        try move(id, to: index + (up ? -1 : 1), of: programme, context, on: connection)
    }

    /// Moves a node to a place among those of its kind, counted from 0 at the top; a place that there isn't changes
    /// nothing.
    package static func move(
        _ id: TheoryNode.ID,
        to place: Int,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let theory = try theory(of: programme.id, on: connection)
        guard let node = theory[id] else { return }
        var order = theory.nodes.filter { $0.kind == node.kind }
        guard let index = order.firstIndex(where: { $0.id == id }), order.indices.contains(place),
            place != index
        else { return }
        order.remove(at: index)
        order.insert(node, at: place)
        for (position, node) in order.enumerated() where node.position != position {
            try connection.execute(
                "UPDATE theory_node SET position = ? WHERE id = ?",
                [.int(position), .id(node.id)]
            )
        }
        let change = AuditEntry.Change(
            "order of \(node.title)",
            "\(index + 1) of \(order.count)",
            "\(place + 1) of \(order.count)"
        )
        try AuditStore.append(.programme(.changed, programme, [change]), context, on: connection)
    }
}
