/// What is simulated, in the order of the shipped table.
enum ChanceGrid {
    /// A chart's rules, length and limits.
    struct Cell: Hashable, Sendable {
        var rules: RuleSet.Name
        /// Limits come from the first so many points; nil: from all.
        var baseline: Int?
        var points: Int
    }

    static let points = [12, 16, 20, 24, 36, 60, 90, 120, 200, 300]
    static let baselines = [12, 24, 60]
    /// In standard deviations of a plotted point.
    static let shifts = [0.5, 1, 1.5, 2, 3]

    /// The cells of each kind of chart.
    static let cells: [Cell] = RuleSet.Name.allCases.flatMap { rules in
        let whole = points.map { Cell(rules: rules, baseline: nil, points: $0) }
        let frozen = baselines.flatMap { baseline in
            points.filter { $0 > baseline }.map { Cell(rules: rules, baseline: baseline, points: $0) }
        }
        return whole + frozen
    }

    /// The searches of each kind of chart.
    static func searches(_ kind: ChartKind) -> [DetectionSimulation] {
        RuleSet.Name.allCases.flatMap { rules in
            shifts.map { DetectionSimulation(kind: kind, rules: RuleSet(rules), shift: $0) }
        }
    }
}
