/// What the evidence says of an arrow.
package enum LinkState: String, CaseIterable, Sendable {
    case untested, mixed, supported, refuted
}

extension Theory {
    /// The closed cycles that speak of an arrow.
    ///
    /// Those of a change idea speak of the arrows that start at it. They speak of an arrow further up only where
    /// their measure hangs on the node that it ends at: that a change was done well says nothing of what it brings
    /// about.
    package func cycles(for link: TheoryLink, among cycles: [Cycle]) -> [Cycle] {
        let below = Set(nodes(leadingTo: link.from).map(\.id))
        let measures = Set(measures.filter { $0.node == link.to }.map(\.measure))
            .union(self[link.to]?.measure.map { [$0] } ?? [])
        return cycles.filter { cycle in
            guard cycle.phase == .closed else { return false }
            if cycle.idea == link.from { return true }
            guard let measure = cycle.measure else { return false }
            return below.contains(cycle.idea) && measures.contains(measure)
        }
    }
}
