package import Markup
package import Statistics

/// A control chart or run chart as a picture.
///
/// All arrays that have one entry a point have as many as ``days``.
package struct ControlChart: Sendable {
    package var title: String
    /// Says what the values are: "Share of attendances seen within four hours, by month".
    package var subtitle = ""
    /// The text alternative: what the chart says, in a sentence.
    package var summary: String
    /// One a point, ascending.
    package var days: [Day]
    /// What a point covers.
    package var period: Period
    package var analysis: Analysis
    package var format: ValueFormat
    /// Indices of points that are left out of limits and rules, ascending; they are drawn hollow.
    package var excluded: [Int] = []
    /// Indices of points that are withheld, ascending: gaps in the line that are marked at its foot.
    package var withheld: [Int] = []
    package var target: Target?
    package var notes: [ChartNote] = []
    /// What stands at the start of each phase, one a phase; nothing is written for an empty one or a missing
    /// one.
    package var phaseLabels: [String] = []
    package var ghosts: [GhostLines] = []
    /// What the chart is looked at for.
    package var highlight: ChartHighlight?
    package var size = ChartSize.page
    /// Whether the title and the subtitle are part of the picture: not on a page that has them as a heading.
    package var showsTitle = true
    /// What the vertical axis shows; nil: what it must.
    ///
    /// Charts to be compared share one, see ``extent``.
    package var valueRange: ClosedRange<Double>?
    /// What the horizontal axis shows; nil: from the first point to the last.
    ///
    /// Charts to be compared share one; it holds all of ``days``.
    package var dayRange: ClosedRange<Day>?
    /// Makes ids unique on a page with several pictures.
    package var idPrefix: String

    package init(
        title: String,
        summary: String,
        days: [Day],
        period: Period,
        analysis: Analysis,
        format: ValueFormat,
        idPrefix: String
    ) {
        precondition(days.count == analysis.values.count, "a chart needs one day a point")
        self.title = title
        self.summary = summary
        self.days = days
        self.period = period
        self.analysis = analysis
        self.format = format
        self.idPrefix = idPrefix
    }

    /// The lowest and the highest value, line or target that the chart shows; nil where there are none.
    package var extent: ClosedRange<Double>? {
        var extent = Extent()
        extent.include(analysis)
        for ghost in ghosts {
            extent.include(ghost.centreLine)
            extent.include(ghost.limits?.lowerBound ?? ghost.centreLine)
            extent.include(ghost.limits?.upperBound ?? ghost.centreLine)
        }
        for step in target?.steps ?? [] where step.start < days.count { extent.include(step.value) }
        return extent.range
    }

    /// The picture.
    package func svg() -> SVG {
        var painter = ChartPainter(self)
        return painter.paint()
    }
}
