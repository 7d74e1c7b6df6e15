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

    /// Kinds that are used together: as soon as a theory has a node of one, a drawing keeps a place for all of them.
    private static let families: [Set<TheoryNode.Kind>] = [
        [.aim], [.primaryDriver, .secondaryDriver, .changeIdea], [.lastingOutcome, .outcome, .earlyOutcome],
        [.output, .activity, .input], [.assumption],
    ]

    /// Those of the families that the theory has something of; some may be empty still.
    ///
    /// A node that is added stands at the end of its layer and moves nothing. Only the first one of a family opens the
    /// layers of that family, and with them moves the ones behind, each as a whole: with a place for each of the eleven
    /// kinds from the start, most of any drawing would be empty.
    package func layers(of theory: Theory) -> [Layer] {
        let used = Set(theory.nodes.map(\.kind))
        let shown = Self.families.filter { !$0.isDisjoint(with: used) }.reduce(into: Set()) {
            $0.formUnion($1)
        }
        return order.filter(shown.contains).map { kind in
            Layer(kind: kind, nodes: theory.nodes.filter { $0.kind == kind })
        }
    }
}
