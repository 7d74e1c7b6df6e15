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

    /// What the newest point signals by, on the side of its leading rule: runs and trends first, the
    /// earliest before others.
    ///
    /// None where the newest point doesn't signal, or its phase has too few points. A rule about a whole
    /// phase says nothing of when something began: it counts only where no other rule holds the point.
    package var newestFindings: [Finding] {
        guard let (index, phase) = newest, phase.plottedCount >= measure.chart.minimumPoints,
            let (_, side) = analysis.leadingSignal(at: index)
        else { return [] }
        let all = analysis.findings.filter { $0.points.contains(index) && $0.side == side }
        let dated = all.filter { !$0.rule.isAboutWholePhase }
        // Those that tell a stretch from its start come before those that tell a point or a few.
        let told = dated.isEmpty ? all : dated
        return told.filter(\.rule.isStretch) + told.filter { !$0.rule.isStretch }
    }

    /// The first point of the signal that the newest point belongs to.
    var signalStart: Int? { newestFindings.map(\.points.lowerBound).min() }

    /// The days that the chart has room for, the period after the newest too; nil where there is nothing.
    package var chartedDays: ClosedRange<Day>? {
        let period = measure.definition.period
        guard let first = observations.days.first, let last = observations.days.last else { return nil }
        return period.start(of: first)...max(first, Self.end(of: last, period, periodsLater: 1))
    }

    /// The days that a note may have: a period before the first to a period after the newest.
    package var notableDays: ClosedRange<Day>? {
        let period = measure.definition.period
        guard let charted = chartedDays, let before = charted.lowerBound.advanced(by: -1) else {
            return chartedDays
        }
        return period.start(of: before)...charted.upperBound
    }

    /// The last day of a later period; the calendar's last known where it ends before.
    private static func end(of day: Day, _ period: Period, periodsLater: Int) -> Day {
        var next = day
        for _ in 0...periodsLater {
            guard let after = period.next(after: next) else { return next }
            next = after
        }
        return next.advanced(by: -1) ?? next
    }

    /// How many points of a range have a value.
    func plottedCount(_ range: Range<Int>) -> Int {
        range.count - analysis.unplotted.count { range.contains($0) }
    }
}
