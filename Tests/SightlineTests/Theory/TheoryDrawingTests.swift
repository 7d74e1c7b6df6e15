import Sightline
import Storage
import Testing

struct TheoryDrawingTests {
    /// Where a node lies in a drawing.
    private struct Place: Equatable {
        let layer: Int
        let slot: Int
    }

    private func places(_ drawing: TheoryDrawing, of theory: Theory) -> [TheoryNode.ID: Place] {
        drawing.layers(of: theory).enumerated().reduce(into: [:]) { found, layer in
            for (slot, node) in layer.element.nodes.enumerated() {
                found[node.id] = Place(layer: layer.offset, slot: slot)
            }
        }
    }

    /// Nodes of any kinds, made one after another, each the last of its kind as the store has it.
    private func nodes(_ count: Int, _ seed: UInt64) -> [TheoryNode] {
        let bits = SeededBits(seed)
        let kinds = TheoryNode.Kind.allCases
        let programme: Programme.ID = Samples.context(seed).makeID()
        return (0..<count).map { number in
            TheoryNode(
                id: Samples.context(seed, at: 1_700_000_000 + Int64(number)).makeID(),
                programme: programme,
                kind: kinds[Int(bits.next() % UInt64(kinds.count))],
                title: "Node \(number)",
                position: number
            )
        }
    }

    private func theory(_ nodes: [TheoryNode]) -> Theory { Theory(nodes: nodes, links: [], measures: []) }

    @Test func `each drawing has a place for every kind of node`() {
        for drawing in TheoryDrawing.allCases {
            let kinds = drawing.steps.flatMap { $0 }
            #expect(
                Set(kinds) == Set(TheoryNode.Kind.allCases) && kinds.count == TheoryNode.Kind.allCases.count
            )
            #expect(drawing.layers(of: theory([])).map(\.kind) == drawing.steps.map { $0[0] })
        }
        #expect(
            TheoryDrawing.driverDiagram.layers(of: theory([])).map(\.kind)
                == [.aim, .primaryDriver, .secondaryDriver, .changeIdea]
        )
    }

    @Test(arguments: UInt64(1)...60)
    func `a node that is added moves no other, in any drawing`(seed: UInt64) {
        let nodes = nodes(Int(seed % 23) + 1, seed)
        for drawing in TheoryDrawing.allCases {
            let before = places(drawing, of: theory(Array(nodes.dropLast())))
            let after = places(drawing, of: theory(nodes.reversed()))
            #expect(after.count == nodes.count)
            #expect(after.filter { $0.key != nodes.last?.id } == before)
        }
    }

    @Test(arguments: UInt64(1)...60)
    func `two of a kind that change places move nothing else`(seed: UInt64) throws {
        var nodes = nodes(24, seed)
        let before = TheoryDrawing.allCases.map { places($0, of: theory(nodes)) }
        let kinds = Dictionary(grouping: nodes.indices) { nodes[$0].kind }
        let pair = try #require(kinds.values.first { $0.count > 1 })
        let (one, other) = (pair[0], pair[1])
        (nodes[one].position, nodes[other].position) = (nodes[other].position, nodes[one].position)
        for (drawing, old) in zip(TheoryDrawing.allCases, before) {
            let new = places(drawing, of: theory(nodes))
            #expect(new[nodes[one].id] == old[nodes[other].id] && new[nodes[other].id] == old[nodes[one].id])
            for index in nodes.indices where index != one && index != other {
                #expect(new[nodes[index].id] == old[nodes[index].id])
            }
        }
    }

    @Test func `those of one instant lie from the aim outwards`() {
        let context = Samples.context(5)
        let programme: Programme.ID = context.makeID()
        let kinds: [TheoryNode.Kind] = [.assumption, .input, .changeIdea, .activity]
        let nodes = kinds.map {
            TheoryNode(id: context.makeID(), programme: programme, kind: $0, title: "One")
        }
        let last = TheoryDrawing.driverDiagram.layers(of: theory(nodes)).last
        #expect(last?.nodes.map(\.kind) == [.changeIdea, .activity, .input, .assumption])
    }
}
