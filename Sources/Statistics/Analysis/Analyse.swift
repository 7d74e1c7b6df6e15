/// Charts one series: its lines, its signals, what they say of the newest point and of the target.
///
/// A point without data, or with a denominator of zero, isn't plotted and signals nothing. No rule and no
/// moving range crosses from one phase to the next. Where limits don't exist, the rules that need them find
/// nothing. Variation and assurance are `tooFew` while the newest plotted point's phase has fewer than
/// ``ChartOptions/minimumPoints`` plotted points.
///
/// - Parameters:
///   - input: the points in time order; none is allowed and gives no phases.
///   - options: the chart, the rules and what they are told.
/// - Returns: the analysis; every array in it has one entry a point.
/// - Throws: ``ChartError``, for the first point or option found that can't be.
package func analyse(_ input: ChartInput, _ options: ChartOptions) throws(ChartError) -> Analysis {
    try options.check(count: input.count)
    let plot = try Plot(input, kind: options.kind, phaseStarts: options.phaseStarts)
    let count = plot.values.count
    var phases: [Analysis.Phase] = []
    var findings: [Finding] = []
    let marks = [RuleMarks](unsafeUninitializedCapacity: count) { marks, initialised in
        marks.initialize(repeating: [])
        initialised = count
        var record = Record(marks: marks)
        var start = 0
        for next in options.phaseStarts where next > 0 {
            phases.append(phase(start..<next, plot, excluded: input.excluded, options, &record))
            start = next
        }
        if start < count {
            phases.append(phase(start..<count, plot, excluded: input.excluded, options, &record))
        }
        findings = record.sortedFindings()
    }
    var analysis = Analysis(
        kind: options.kind,
        rules: options.rules,
        better: options.better,
        screensMovingRanges: options.screensMovingRanges && options.kind.canScreenMovingRanges,
        values: plot.values,
        unplotted: plot.unplotted,
        phases: phases,
        marks: marks,
        findings: findings,
        variation: .tooFew,
        assurance: .tooFew
    )
    if options.multiplier != 1 { analysis.values = plot.values.map { $0 * options.multiplier } }
    analysis.judgeNewestPoint(options)
    return analysis
}

/// Analyses the points of one phase and records their signals.
private func phase(
    _ range: Range<Int>,
    _ plot: Plot,
    excluded: [Int],
    _ options: ChartOptions,
    _ record: inout Record
) -> Analysis.Phase {
    // An MR chart's lines come from the measurements, so that they agree with those of the XmR chart beside
    // it.
    let members = Members(
        of: range,
        unplotted: plot.measurements?.missing ?? plot.unplotted,
        excluded: excluded
    )
    let baselineCount = min(options.baseline ?? members.count, members.count)
    let lines = ControlLines(plot, members, baselineCount: baselineCount, options: options)
    var phase = Analysis.Phase(
        range: range,
        centreLine: nil,
        limits: nil,
        plottedCount: range.count - plot.unplotted.count { range.contains($0) },
        baselineCount: baselineCount,
        runs: nil
    )
    guard let lines else { return phase }
    let drawing = LineDrawing(lines, plot, members, options)
    phase.centreLine = drawing.centreLine
    phase.limits = drawing.limits
    phase.runs = plot.judge(members, by: lines, excluded: excluded, options, in: &record)
    return phase
}
