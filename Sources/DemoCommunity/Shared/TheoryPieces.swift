import Sightline
import Storage

/// Writes the theory of a programme as it was when the programme was made.
struct TheoryPieces {
    let now: Timestamp
    let connection: any SQLConnection

    func node(
        _ kind: TheoryNode.Kind,
        _ title: String,
        _ programme: Programme,
        _ change: (inout TheoryNode) throws -> Void = { _ in }
    ) throws -> TheoryNode {
        let context = context(of: programme)
        var node = TheoryNode(id: context.makeID(), programme: programme.id, kind: kind, title: title)
        try change(&node)
        return try TheoryStore.add(node, to: programme, context, on: connection)
    }

    func arrow(
        _ from: TheoryNode,
        _ to: TheoryNode,
        _ because: String,
        _ programme: Programme,
        assuming assumptions: String = ""
    ) throws {
        let context = context(of: programme)
        let link = TheoryLink(
            id: context.makeID(),
            programme: programme.id,
            from: from.id,
            to: to.id,
            because: because,
            assumptions: assumptions
        )
        try TheoryStore.add(link, to: programme, context, on: connection)
    }

    private func context(of programme: Programme) -> Context { Context(at: min(programme.instant, now)) }
}
