package import Statistics

extension Observations {
    /// What becomes of these observations when others are recorded over them.
    package func merging(_ proposed: Observations, _ mode: Proposal.Mode) -> (Observations, ChangeCounts) {
        guard !isEmpty else { return (proposed, ChangeCounts(appended: proposed.count)) }
        var merged = Observations()
        var counts = ChangeCounts()
        var old = 0
        var new = 0
        while old < count || new < proposed.count {
            let isOldOnly = new == proposed.count || (old < count && days[old] < proposed.days[new])
            let isNewOnly = old == count || (new < proposed.count && proposed.days[new] < days[old])
            if isOldOnly {
                if mode == .merge { merged.append(self[old]) } else { counts.removed += 1 }
                old += 1
                continue
            }
            merged.append(proposed[new])
            if isNewOnly {
                counts.appended += 1
            } else {
                if isSame(at: old, as: proposed, at: new) {
                    counts.unchanged += 1
                } else {
                    counts.revised += 1
                }
                old += 1
            }
            new += 1
        }
        return (merged, counts)
    }

    /// How many observations from the start are the same as another's, to the bit, so that they are encoded alike.
    func commonPrefix(with other: Observations) -> Int {
        guard denominators.isEmpty || !other.denominators.isEmpty else { return 0 }
        let most = Swift.min(count, other.count)
        var index = 0
        while index < most, isSame(at: index, as: other, at: index),
            numerators[index].sign == other.numerators[index].sign
        { index += 1 }
        return index
    }

    /// The same with each day moved to the first of its period.
    ///
    /// - Throws: ``ObservationProblem/repeatedPeriod(_:_:)``.
    package func starting(_ period: Period) throws(ObservationProblem) -> Observations {
        var starts = days
        for index in indices {
            starts[index] = period.start(of: days[index])
            if index > 0, starts[index - 1] == starts[index] { throw .repeatedPeriod(days[index], period) }
        }
        return starts == days ? self : with(days: starts)
    }
}
