/// What becomes of a series' signals when it is read anew; pure.
package enum Ledger {
    package struct Change: Equatable, Sendable {
        package var signal: Signal
        package var isNew: Bool

        package init(signal: Signal, isNew: Bool) {
            self.signal = signal
            self.isNew = isNew
        }
    }

    /// The signals to write: new ones, those that grew or moved, those that came back or are withdrawn.
    ///
    /// `known` is every signal of the series so far, withdrawn ones too; `found` what the rules find now. One
    /// that a known signal covers takes its place in the ledger, with its id, its age and its state.
    package static func changes(_ known: [Signal], _ found: [Signal], at now: Timestamp) -> [Change] {
        var known = known
        var changes: [Change] = []
        /// Updates the known signal that is the same as one found; tells whether there is one.
        func update(_ found: Signal, where isSame: (SignalWindow, SignalWindow) -> Bool) -> Bool {
            let candidates = known.indices.filter {
                known[$0].rules == found.rules && isSame(known[$0].window, found.window)
            }
            let inForce = candidates.first { !known[$0].isWithdrawn }
            guard let index = inForce ?? candidates.first else { return false }
            let before = known.remove(at: index)
            var after = before
            after.window = found.window
            // A window that stays as it was keeps its figure, though limits move a little with every point.
            if before.window != found.window || before.rarity == nil { after.rarity = found.rarity }
            after.meaning = found.meaning
            (after.isWithdrawn, after.withdrawn) = (false, nil)
            if after != before { changes.append(Change(signal: after, isNew: false)) }
            return true
        }
        // One with the same start comes first: a long signal may overlap two that it stood beside.
        let moved = found.filter { !update($0) { $0.startsLike($1) } }
        for signal in moved where !update(signal, where: { $0.overlaps($1) }) {
            changes.append(Change(signal: signal, isNew: true))
        }
        for var signal in known where !signal.isWithdrawn {
            (signal.isWithdrawn, signal.withdrawn) = (true, now)
            changes.append(Change(signal: signal, isNew: false))
        }
        return changes
    }
}
