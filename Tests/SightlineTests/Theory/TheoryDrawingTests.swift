import Sightline
import Storage
import Testing

struct TheoryDrawingTests {
    @Test func `each drawing has a place for every kind of node`() {
        for drawing in TheoryDrawing.allCases {
            #expect(Set(drawing.order) == Set(TheoryNode.Kind.allCases))
            #expect(drawing.order.count == TheoryNode.Kind.allCases.count)
        }
    }

    @Test(arguments: UInt64(1)...40)
    func `a node that is added keeps every other in its layer and in its order`(seed: UInt64) {
        let context = Samples.context(seed)
        let bits = SeededBits(seed)
        let kinds = TheoryNode.Kind.allCases
        let programme: Programme.ID = context.makeID()
        func node(_ position: Int) -> TheoryNode {
            let kind = kinds[Int(bits.next() % UInt64(kinds.count))]
            return TheoryNode(
                id: context.makeID(),
                programme: programme,
                kind: kind,
                title: "Node \(position)",
                position: position
            )
        }
        let nodes = (0..<Int(bits.next() % 20) + 1).map(node)
        let added = node(100)
        let before = Theory(nodes: nodes, links: [], measures: [])
        let after = Theory(nodes: nodes + [added], links: [], measures: [])
        for drawing in TheoryDrawing.allCases {
            let others = drawing.layers(of: after).map { layer in
                layer.nodes.map(\.id).filter { $0 != added.id }
            }
            #expect(others.filter { !$0.isEmpty } == drawing.layers(of: before).map { $0.nodes.map(\.id) })
            #expect(drawing.layers(of: after).first { $0.kind == added.kind }?.nodes.last?.id == added.id)
        }
    }
}
