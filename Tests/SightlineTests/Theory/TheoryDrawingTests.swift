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
            let (old, new) = (drawing.layers(of: before), drawing.layers(of: after))
            let others = new.map { layer in layer.nodes.map(\.id).filter { $0 != added.id } }
            #expect(others.filter { !$0.isEmpty } == old.map { $0.nodes.map(\.id) }.filter { !$0.isEmpty })
            #expect(new.first { $0.kind == added.kind }?.nodes.last?.id == added.id)
            // Where its kind has a place already, empty or not, no layer comes in between.
            if old.contains(where: { $0.kind == added.kind }) {
                #expect(new.map(\.kind) == old.map(\.kind))
            }
        }
    }

    @Test(arguments: TheoryNode.Kind.allCases)
    func `a kind has its place as soon as there is one that it is used with`(kind: TheoryNode.Kind) {
        let programme: Programme.ID = Samples.context(7).makeID()
        func kinds(with kind: TheoryNode.Kind) -> [TheoryDrawing: Set<TheoryNode.Kind>] {
            let node = TheoryNode(
                id: Samples.context(8).makeID(),
                programme: programme,
                kind: kind,
                title: "One"
            )
            let theory = Theory(nodes: [node], links: [], measures: [])
            return TheoryDrawing.allCases.reduce(into: [:]) { found, drawing in
                found[drawing] = Set(drawing.layers(of: theory).map(\.kind))
            }
        }
        let together = kinds(with: kind)
        for drawing in TheoryDrawing.allCases {
            let shown = together[drawing] ?? []
            #expect(shown.contains(kind))
            // Whichever of them comes first, all of them have a place.
            for other in shown { #expect(kinds(with: other)[drawing] == shown) }
        }
        #expect(Set(together.values).count == 1)
    }

    @Test func `a driver diagram has its columns from the first driver on`() {
        let node = TheoryNode(
            id: Samples.context(9).makeID(),
            programme: Samples.context(10).makeID(),
            kind: .primaryDriver,
            title: "People know the plan"
        )
        let theory = Theory(nodes: [node], links: [], measures: [])
        #expect(
            TheoryDrawing.driverDiagram.layers(of: theory).map(\.kind)
                == [.primaryDriver, .secondaryDriver, .changeIdea]
        )
    }
}
