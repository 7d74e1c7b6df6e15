import Statistics

/// Charts one series after another as a request asks.
struct SeriesAnalyst: Sendable {
    private let request: AnalyseRequest
    /// Whether rows of one date are a subgroup, and not a mistake.
    let takesSubgroups: Bool

    init(_ request: AnalyseRequest) {
        self.request = request
        takesSubgroups = request.chart == .xbar || request.chart == .s
    }

    /// What the chart of a series says.
    ///
    /// The rows must be sorted.
    ///
    /// - Parameter reached: is set at each of the request's phase starts that the series has a point on or
    /// after.
    func analyse(
        _ rows: SeriesRows,
        reached: inout [Bool]
    ) throws(ChartError) -> (days: [Day], analysis: Analysis) {
        let (days, input) = takesSubgroups ? rows.subgroups() : (rows.days, rows.points())
        let kind = request.chart ?? adviseChart(for: input).kind
        var options = ChartOptions(kind: kind, rules: request.rules(for: kind))
        options.phaseStarts = phaseStarts(in: days, reached: &reached)
        options.baseline = request.baseline
        options.screensMovingRanges = request.screensMovingRanges
        options.multiplier = request.multiplier
        options.better = request.better
        options.target = request.target.map { Target($0) }
        options.minimumPoints = request.minimumPoints
        return (days, try Statistics.analyse(input, options))
    }

    private func phaseStarts(in days: [Day], reached: inout [Bool]) -> [Int] {
        var starts: [Int] = []
        for (place, start) in request.phaseStarts.enumerated() {
            guard let index = days.firstIndex(where: { $0 >= start }) else { continue }
            reached[place] = true
            if index > 0, starts.last != index { starts.append(index) }
        }
        return starts
    }
}
