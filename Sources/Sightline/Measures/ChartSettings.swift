package import Statistics

/// How the series of a measure are charted and judged.
package struct ChartSettings: Equatable, Sendable {
    package var kind: ChartKind
    package var rules: RuleSet
    /// Limits come from the first so many points of each phase; nil: from all of them.
    package var baseline: Int?
    /// Fewer points than this and nothing is said of variation or assurance.
    package var minimumPoints: Int
    /// Leaves outlying moving ranges out of the limits.
    package var screensMovingRanges: Bool
    /// What values are multiplied by for people: 100 for a percentage.
    package var multiplier: Double

    package init(
        kind: ChartKind,
        rules: RuleSet = .mdc,
        baseline: Int? = nil,
        minimumPoints: Int = 13,
        screensMovingRanges: Bool = false,
        multiplier: Double = 1
    ) {
        self.kind = kind
        self.rules = rules
        self.baseline = baseline
        self.minimumPoints = minimumPoints
        self.screensMovingRanges = screensMovingRanges
        self.multiplier = multiplier
    }
}
