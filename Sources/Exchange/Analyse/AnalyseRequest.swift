package import Statistics

/// What `sightline analyse` is asked to do with a file.
package struct AnalyseRequest: Sendable {
    package var columns = ColumnNames()
    /// Nil: the chart that suits each series (see ``ChartAdvice``).
    package var chart: ChartKind? = .individuals
    /// Nil: the rules that go with the chart.
    package var rules: RuleSet?
    package var better = Direction.none
    package var target: Double?
    package var multiplier = 1.0
    /// A phase starts at each series' first point on or after each of these.
    package var phaseStarts: [Day] = []
    package var baseline: Int?
    package var screensMovingRanges = false
    package var minimumPoints = 13
    package var skipsBadRows = false
    package var report = ReportForm()
    /// A folder for one chart a series, as SVG.
    package var pictures: String?
    package var threads = 1
    /// How much of the file is read at a time; any positive number gives the same answers.
    package var chunkSize = 1 << 18

    package init() {}

    /// The rules for a chart: those asked for, else those that go with it.
    func rules(for kind: ChartKind) -> RuleSet { rules ?? (kind == .run ? .anhoej : .mdc) }
}
