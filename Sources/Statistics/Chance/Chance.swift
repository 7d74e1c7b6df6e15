/// What chance alone does on a chart, by seeded simulation of ``StableProcess``.
package enum Chance {
    /// How often a stable process signals on a chart of so many points.
    ///
    /// - Parameters:
    ///   - chart: any kind; those that amount to another simulated kind are answered by it.
    ///   - rules: a rule set with its own lengths of shift and trend.
    ///   - points: plotted points of one phase.
    ///   - baseline: how many of the first points the limits come from; nil: all.
    /// - Returns: interpolated between simulated lengths and baselines; what 300 points give, as a lower bound,
    ///   for more; nil for fewer than 12 points, a baseline of fewer than 12 or more than 60 of them, or
    ///   rules with other lengths.
    package static func lookup(
        chart: ChartKind,
        rules: RuleSet,
        points: Int,
        baseline: Int? = nil
    ) -> ChanceOfSignal? {
        guard let table = ChanceTable.shipped, rules == RuleSet(rules.name) else { return nil }
        let kind = simulated(chart)
        guard let baseline, baseline < points else {
            return chance(kind, rules.name, points: points, baseline: nil, table)
        }
        guard let (lower, upper) = bracket(baseline, ChanceGrid.baselines),
            let short = chance(kind, rules.name, points: points, baseline: lower, table),
            let long = chance(kind, rules.name, points: points, baseline: upper, table)
        else { return nil }
        return short.mixed(with: long, weight: weight(of: baseline, lower, upper))
    }

    /// How many points it takes to find a shift, on a chart that was quiet for the 24 points of its limits.
    ///
    /// - Parameters:
    ///   - chart: any kind; those that amount to another simulated kind are answered by it.
    ///   - rules: a rule set with its own lengths of shift and trend.
    ///   - shift: of the mean of the plotted points, upwards, in their standard deviations: 0.5, 1, 1.5, 2 or 3.
    /// - Returns: nil where it isn't simulated: other shifts, rules with other lengths.
    package static func timeToDetect(chart: ChartKind, rules: RuleSet, shift: Double) -> TimeToDetect? {
        guard rules == RuleSet(rules.name) else { return nil }
        return ChanceTable.shipped?.timeToDetect(simulated(chart), rules.name, shift: shift)
    }

    /// The simulated kind that a kind amounts to while its denominators are equal.
    static func simulated(_ kind: ChartKind) -> ChartKind {
        switch kind {
        case .np: .p
        case .u: .c
        // Moving ranges give them the limits of an XmR chart.
        case .pPrime, .uPrime, .iPrime: .individuals
        case .run, .individuals, .movingRange, .p, .c, .g, .t, .xbar, .s: kind
        }
    }

    /// Interpolated between simulated lengths; the baseline is a simulated one.
    private static func chance(
        _ kind: ChartKind,
        _ rules: RuleSet.Name,
        points: Int,
        baseline: Int?,
        _ table: ChanceTable
    ) -> ChanceOfSignal? {
        let longest = ChanceGrid.points.last ?? 0
        guard points <= longest else {
            var chance = chance(kind, rules, points: longest, baseline: baseline, table)
            chance?.isLowerBound = true
            return chance
        }
        guard let (lower, upper) = bracket(points, ChanceGrid.points) else { return nil }
        func at(_ points: Int) -> ChanceOfSignal? {
            // A baseline as long as the series is all of it.
            let cell = ChanceGrid.Cell(
                rules: rules,
                baseline: baseline.flatMap { $0 < points ? $0 : nil },
                points: points
            )
            return table.tally(kind, cell)?.chance(runs: table.runs)
        }
        guard let short = at(lower), let long = at(upper) else { return nil }
        return short.mixed(with: long, weight: weight(of: points, lower, upper))
    }

    /// The nearest simulated values below and above, or the value itself twice.
    private static func bracket(_ value: Int, _ simulated: [Int]) -> (lower: Int, upper: Int)? {
        guard let lower = simulated.last(where: { $0 <= value }),
            let upper = simulated.first(where: { $0 >= value })
        else { return nil }
        return (lower, upper)
    }

    private static func weight(of value: Int, _ lower: Int, _ upper: Int) -> Double {
        lower == upper ? 0 : Double(value - lower) / Double(upper - lower)
    }
}
