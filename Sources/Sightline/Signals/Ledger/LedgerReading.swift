import Statistics

/// All signals of a unit and of those below it, and which of them are more than chance would give.
package struct LedgerReading: Equatable, Sendable {
    package var entries: [LedgerEntry]
    /// Series with enough points to be judged, by the rules that judge them.
    package var checked: Int
    /// The share of false ones that is put up with among those that stand out.
    package static let share = 0.05

    /// Marks what stands out: rule set by rule set, series by series.
    ///
    /// A series stands for its least likely signal; a series without one stands for certainty.
    init(_ entries: [LedgerEntry], checked: [RuleSet.Name: Int]) {
        var least: [RuleSet.Name: [Series.ID: Double]] = [:]
        for entry in entries where !entry.isWithdrawn {
            guard case .rule(let signal) = entry.origin, let chance = entry.chance else { continue }
            let known = least[signal.rules]?[signal.series] ?? 1
            least[signal.rules, default: [:]][signal.series] = min(known, chance)
        }
        let thresholds = least.mapValues { Array($0.values) }.compactMap { name, chances in
            FalseDiscovery.threshold(
                chances,
                among: max(checked[name] ?? 0, chances.count),
                share: Self.share
            ).map { (name, $0) }
        }
        let limits = Dictionary(uniqueKeysWithValues: thresholds)
        self.checked = checked.values.reduce(0, +)
        self.entries = entries.map { entry in
            guard case .rule(let signal) = entry.origin, !entry.isWithdrawn,
                let chance = entry.chance, let limit = limits[signal.rules]
            else { return entry }
            var entry = entry
            entry.standsOut = chance <= limit
            return entry
        }
    }

    /// The signals that rules found and nothing took away.
    package var found: Int {
        entries.count { entry in
            if case .rule = entry.origin { !entry.isWithdrawn } else { false }
        }
    }

    package var standingOut: Int { entries.count(where: \.standsOut) }
}
