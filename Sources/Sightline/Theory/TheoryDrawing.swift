import Storage

/// One of the drawings of a theory: the same nodes and arrows, arranged to be read in another order.
package enum TheoryDrawing: String, CaseIterable, Sendable {
    /// From the aim on the left to the change ideas on the right.
    case driverDiagram = "driver-diagram"
    /// From what goes in on the left to what comes of it on the right.
    case logicModel = "logic-model"
    /// From the aim at the top down to what has to be there for it.
    case theoryOfChange = "theory-of-change"

    /// The steps in which the drawing is read: each has a column, or a row, whatever a theory has.
    ///
    /// The first kind of a step gives it its name; those that are at home in another drawing stand there with it.
    package var steps: [[TheoryNode.Kind]] {
        switch self {
        case .driverDiagram:
            [
                [.aim],
                [.primaryDriver, .lastingOutcome, .outcome],
                [.secondaryDriver, .earlyOutcome, .output],
                [.changeIdea, .activity, .input, .assumption],
            ]
        case .logicModel: TheoryDrawing.theoryOfChange.steps.reversed()
        case .theoryOfChange:
            [
                [.aim], [.lastingOutcome], [.outcome, .primaryDriver], [.earlyOutcome, .secondaryDriver],
                [.output],
                [.activity, .changeIdea], [.input, .assumption],
            ]
        }
    }

    /// A column or a row: the nodes of one step, each in its slot.
    package struct Layer: Equatable, Sendable {
        /// What it is named by.
        package let kind: TheoryNode.Kind
        package let nodes: [TheoryNode]
    }

    /// All of the drawing's steps, also those that the theory has nothing of.
    ///
    /// A node that is added moves no other: its step is there already, and there it gets the last slot. The slots of a
    /// step go to its kinds in the order in which the nodes were made; those of one kind share theirs out in their own
    /// order, so that moving a node up or down moves nothing of another kind.
    package func layers(of theory: Theory) -> [Layer] {
        steps.map { kinds in
            Layer(kind: kinds[0], nodes: Self.inSlots(theory.nodes.filter { kinds.contains($0.kind) }))
        }
    }

    /// - Parameter nodes: those of each kind in their own order.
    private static func inSlots(_ nodes: [TheoryNode]) -> [TheoryNode] {
        func order(_ index: Int) -> (UInt64, Int) { (nodes[index].id.madeAt, index) }
        var waiting = Dictionary(grouping: nodes, by: \.kind).mapValues { $0[...] }
        return nodes.indices.sorted { order($0) < order($1) }.compactMap {
            waiting[nodes[$0].kind]?.popFirst()
        }
    }
}
