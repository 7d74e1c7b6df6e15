package import Statistics

/// A series as analysed: all that a page, a picture or a sentence needs.
package struct SeriesPicture: Sendable {
    package var measure: Measure
    package var observations: Observations
    /// Those in force, ascending by start.
    package var phases: [Phase]
    /// One entry a point for each observation, in the same order.
    package var analysis: Analysis

    /// The phases with enough points to say anything: only there do signals count.
    var judged: [Analysis.Phase] {
        analysis.phases.filter { $0.plottedCount >= measure.chart.minimumPoints }
    }

    /// The newest plotted point with its phase.
    var newest: (index: Int, phase: Analysis.Phase)? {
        guard let index = analysis.newestPlotted, let phase = analysis.phase(at: index) else { return nil }
        return (index, phase)
    }

    /// The finding by which the newest point signals; nil where it doesn't, or its phase has too few points.
    package var newestFinding: Finding? {
        guard let (index, phase) = newest, phase.plottedCount >= measure.chart.minimumPoints,
            let (rule, side) = analysis.leadingSignal(at: index)
        else { return nil }
        return analysis.findings.last {
            $0.rule == rule && $0.points.contains(index) && $0.side == side
        }
    }

    /// How many points of a range have a value.
    func plottedCount(_ range: Range<Int>) -> Int {
        range.count - analysis.unplotted.count { range.contains($0) }
    }
}
