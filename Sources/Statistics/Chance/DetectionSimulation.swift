/// How many points after a shift it takes a chart to signal.
///
/// Limits come from ``baseline`` stable points without a signal: a chart that is quiet when the shift comes.
/// The shift is found at the first new point with which a rule is met.
struct DetectionSimulation: Sendable {
    /// Stable points before the shift; limits come from them.
    static let baseline = 24
    /// After so many new points without a signal the search ends.
    static let longestSearch = 60

    var kind: ChartKind
    var rules: RuleSet
    /// In standard deviations of a plotted point, upwards.
    var shift: Double

    /// Draws and analyses so many quiet charts.
    ///
    /// - Throws: what ``analyse(_:_:)`` throws; never for the kinds that are simulated.
    /// - Returns: at index k, how many shifts were found at the new point k + 1.
    func foundAt(runs: Int, _ random: inout RandomNumbers) throws(ChartError) -> [Int] {
        let before = StableProcess(kind)
        let after = StableProcess(kind, shift: shift)
        var found = [Int](repeating: 0, count: Self.longestSearch)
        var quiet = 0
        while quiet < runs {
            let stable = before.draw(points: Self.baseline, &random)
            guard try firstNewSignal(before.series(stable, points: Self.baseline), after: 0) == nil else {
                continue
            }
            quiet += 1
            let numbers = stable + after.draw(points: Self.longestSearch, &random)
            if let point = try search(numbers, after) { found[point - Self.baseline] += 1 }
        }
        return found
    }

    /// The index of the point with which the shift is found.
    private func search(_ numbers: [Double], _ process: StableProcess) throws(ChartError) -> Int? {
        let all = Self.baseline + Self.longestSearch
        // Rules about whole phases must be asked again at every point; what others found stays found.
        guard rules.name == .anhoej || rules.name == .ihi else {
            return try firstNewSignal(process.series(numbers, points: all), after: Self.baseline)
        }
        for point in Self.baseline..<all {
            let series = process.series(numbers, points: point + 1)
            if try firstNewSignal(series, after: Self.baseline) != nil { return point }
        }
        return nil
    }

    /// The first point from `start` on with which a rule is met.
    private func firstNewSignal(_ series: ChartInput, after start: Int) throws(ChartError) -> Int? {
        var options = ChartOptions(kind: kind, rules: rules)
        options.baseline = Self.baseline
        return try analyse(series, options).findings.lazy.map(\.completedAt).filter { $0 >= start }.min()
    }
}
