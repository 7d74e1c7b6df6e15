/// One of the drawings of a theory: the same nodes and arrows, arranged to be read in another order.
package enum TheoryDrawing: String, CaseIterable, Sendable {
    /// From the aim on the left to the change ideas on the right.
    case driverDiagram = "driver-diagram"
    /// From what goes in on the left to what comes of it on the right.
    case logicModel = "logic-model"
    /// From the aim at the top down to what has to be there for it.
    case theoryOfChange = "theory-of-change"

    /// Every kind of node in the order in which the drawing is read: each has a column, or a row, of its own, so that
    /// no node moves another one of a different kind.
    package var order: [TheoryNode.Kind] {
        switch self {
        case .driverDiagram:
            [
                .aim, .lastingOutcome, .outcome, .earlyOutcome, .primaryDriver, .secondaryDriver, .changeIdea,
                .output, .activity, .input, .assumption,
            ]
        case .logicModel:
            [
                .assumption, .input, .activity, .changeIdea, .output, .secondaryDriver, .earlyOutcome,
                .primaryDriver, .outcome, .lastingOutcome, .aim,
            ]
        case .theoryOfChange:
            [
                .aim, .lastingOutcome, .outcome, .primaryDriver, .earlyOutcome, .secondaryDriver, .output,
                .changeIdea, .activity, .input, .assumption,
            ]
        }
    }

    /// A column or a row of nodes of one kind, in their own order.
    package struct Layer: Equatable, Sendable {
        package let kind: TheoryNode.Kind
        package let nodes: [TheoryNode]
    }

    /// Those that have something.
    package func layers(of theory: Theory) -> [Layer] {
        order.compactMap { kind in
            let nodes = theory.nodes.filter { $0.kind == kind }
            return nodes.isEmpty ? nil : Layer(kind: kind, nodes: nodes)
        }
    }
}
