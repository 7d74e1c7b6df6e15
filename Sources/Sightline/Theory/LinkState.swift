/// What the closed cycles that speak for an arrow say of it.
package enum LinkState: String, CaseIterable, Sendable {
    case untested, mixed, supported, refuted

    /// Supported where every cycle supports it, refuted where every cycle speaks against it, mixed otherwise.
    package init(_ verdicts: some Collection<Cycle.Verdict>) {
        let found = Set(verdicts)
        self =
            switch found {
            case []: .untested
            case [.supports]: .supported
            case [.against]: .refuted
            default: .mixed
            }
    }
}

extension Theory {
    /// The closed cycles that speak for an arrow.
    ///
    /// Those of a change idea speak for the arrows that start at it. They speak for an arrow further up only where
    /// their measure hangs on the node that it ends at: that a change was done well says nothing of what it brings
    /// about.
    package func evidence(for link: TheoryLink, among cycles: [Cycle]) -> [Cycle] {
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

    package func state(of link: TheoryLink, by cycles: [Cycle]) -> LinkState {
        LinkState(evidence(for: link, among: cycles).compactMap(\.verdict))
    }
}
