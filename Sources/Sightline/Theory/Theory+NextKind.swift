/// What is most likely added next, to fill a form in with.
extension Theory {
    /// Of the whole theory.
    package var nextKind: TheoryNode.Kind {
        if nodes.isEmpty { return .aim }
        return nodes.contains { $0.kind == .primaryDriver } ? .changeIdea : .primaryDriver
    }

    /// Of what leads to a node: the kind of what leads to it or to another of its kind already, or else what usually
    /// does.
    package func kind(leadingTo node: TheoryNode) -> TheoryNode.Kind {
        let own = links.filter { $0.to == node.id }
        let alike = links.filter { self[$0.to]?.kind == node.kind }
        return (own + alike).lazy.compactMap { self[$0.from]?.kind }.first ?? node.kind.usualCause
    }
}

extension TheoryNode.Kind {
    /// The kind that usually leads to it.
    fileprivate var usualCause: TheoryNode.Kind {
        switch self {
        case .aim: .primaryDriver
        case .primaryDriver: .secondaryDriver
        case .secondaryDriver: .changeIdea
        case .changeIdea: .activity
        case .lastingOutcome: .outcome
        case .outcome: .earlyOutcome
        case .earlyOutcome: .output
        case .output: .activity
        case .activity: .input
        case .input, .assumption: .assumption
        }
    }
}
