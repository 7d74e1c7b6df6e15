package import Statistics

/// Which signals of the ledger, and what deserves attention first.
package struct LedgerQuery: Equatable, Sendable {
    package var states = States.open
    package var meaning: Signal.Meaning?
    /// Whose signals; nil for everyone's.
    package var owner: Person.ID?
    package var isOverdueOnly = false

    package init() {}

    package enum States: String, CaseIterable, Sendable {
        /// New, explained or acting, and not withdrawn.
        case open
        case new, explained, acting, settled, dismissed, withdrawn, all
    }

    func includes(_ entry: LedgerEntry, on today: Day) -> Bool {
        let hasState =
            switch states {
            case .all: true
            case .open: entry.isOpen
            case .withdrawn: entry.isWithdrawn
            default: !entry.isWithdrawn && entry.state.rawValue == states.rawValue
            }
        return hasState && (meaning == nil || entry.meaning == meaning)
            && (owner == nil || entry.handling.owner?.person == owner)
            && (!isOverdueOnly || entry.isOverdue(on: today))
    }

    /// Those that it asks for, what most deserves attention first; ``LedgerSentences/order`` says the rule.
    package func select(_ entries: [LedgerEntry], on today: Day) -> [LedgerEntry] {
        entries.filter { includes($0, on: today) }
            .map { (rank: Self.rank($0, today), entry: $0) }
            .sorted { left, right in
                if left.rank != right.rank { return left.rank.lexicographicallyPrecedes(right.rank) }
                let (left, right) = (left.entry, right.entry)
                if left.chance != right.chance { return (left.chance ?? 1) < (right.chance ?? 1) }
                return (left.lastDay, left.id) > (right.lastDay, right.id)
            }
            .map(\.entry)
    }

    /// The lower, the sooner it deserves attention.
    private static func rank(_ entry: LedgerEntry, _ today: Day) -> [Int] {
        let meaning =
            switch entry.meaning {
            case .unwanted: 0
            case .neither: 1
            case .wanted: 2
            }
        // Nobody raises by hand what doesn't go on.
        let isRaised = if case .person = entry.origin { true } else { false }
        return [
            entry.isOverdue(on: today) ? 0 : 1, entry.isGoingOn || isRaised ? 0 : 1,
            entry.standsOut || isRaised ? 0 : 1, meaning,
        ]
    }
}
