/// How a series is to be charted and judged.
package struct ChartOptions: Sendable {
    package var kind: ChartKind
    package var rules: RuleSet
    /// Indices at which a new phase starts, ascending; 0 may be left out.
    package var phaseStarts: [Int] = []
    /// Limits come from the first so many points (missing and excluded ones not counted) of each phase; nil:
    /// all of them.
    package var baseline: Int?
    /// Leaves outlying moving ranges out of the limits once, unless that would leave a mean moving range of
    /// zero.
    package var screensMovingRanges = false
    /// What values, lines and limits are multiplied by after all calculation: 100, 1,000, 100,000.
    package var multiplier = 1.0
    package var better = Direction.none
    /// In the units of the plotted (multiplied) values.
    package var target: Target?
    /// Fewer points than this and variation and assurance are `tooFew`.
    package var minimumPoints = 13

    package init(kind: ChartKind, rules: RuleSet) {
        self.kind = kind
        self.rules = rules
    }

    /// Whether the options fit a series of so many points.
    func check(count: Int) throws(ChartError) {
        try InputCheck.indices(phaseStarts, within: count)
        if let baseline, baseline <= 0 { throw .baselineNotPositive(baseline) }
        guard multiplier >= 1 / ChartInput.largestMagnitude, multiplier <= ChartInput.largestMagnitude else {
            throw .multiplierOutOfRange(multiplier)
        }
        for step in target?.steps ?? [] where !step.value.isFinite {
            throw .targetNotFinite(step.value)
        }
    }
}
