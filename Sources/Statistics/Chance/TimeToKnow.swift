/// How long a change of some size takes to show, and whether numbers for every week would show it sooner.
package struct TimeToKnow: Equatable, Sendable {
    /// The change in standard deviations of a plotted point.
    package var shift: Double
    /// In points of the chart; nil where nobody has simulated it.
    package var time: TimeToDetect?
    package var weekly: Weekly

    /// Whether a chart of weeks would show the same change sooner, four times in five.
    package enum Weekly: String, CaseIterable, Sendable {
        case sooner
        case notSooner = "not-sooner"
        /// Between what is known of a smaller and of a larger change.
        case cannotTell = "cannot-tell"
        /// The chart has weeks or days already.
        case already
        /// A point of the chart is the gap between two events, however long.
        case events
    }

    /// The sizes that are known, in standard deviations.
    package static let shifts = [0.5, 1, 1.5, 2, 3]

    /// Each known size of change on a chart.
    package static func table(chart: ChartKind, rules: RuleSet, period: Period) -> [TimeToKnow] {
        shifts.map { shift in
            let time = Chance.timeToDetect(chart: chart, rules: rules, shift: shift)
            return TimeToKnow(
                shift: shift,
                time: time,
                weekly: weekly(chart, rules, period, shift, time?.eightyPercent?.points)
            )
        }
    }

    /// How many times as large the points' mean is after the change, on charts where the change is told so: of
    /// spread (MR and S) and of gaps between rare events (G, for a mean of 20, and T); nil on others.
    package static func factor(of shift: Double, on chart: ChartKind) -> Double? {
        StableProcess.relativeDeviation(chart).map { 1 + shift * $0 }
    }

    /// Weeks of a period, on average.
    private static func weeks(in period: Period) -> Double? {
        let year = 365.2425 / 7
        return switch period {
        case .day, .week: nil
        case .month: year / 12
        case .quarter: year / 4
        case .year: year
        }
    }

    /// Compares what a chart of weeks takes with what this one takes.
    ///
    /// A period's value is taken as the mean of its weeks' values, which vary independently: a week's value then
    /// varies √w times as much as that of a period of w weeks, and the change is so many times smaller beside it.
    /// A wider spread of values is as much wider in weeks; that of subgroups depends on what a week would have.
    private static func weekly(
        _ chart: ChartKind,
        _ rules: RuleSet,
        _ period: Period,
        _ shift: Double,
        _ points: Int?
    ) -> Weekly {
        guard chart != .g, chart != .t else { return .events }
        guard let weeks = weeks(in: period) else { return .already }
        guard let points, chart != .s else { return .cannotTell }
        let smaller = chart == .movingRange ? shift : shift / weeks.squareRoot()
        func time(_ shift: Double?) -> Double? {
            shift.flatMap { Chance.timeToDetect(chart: chart, rules: rules, shift: $0)?.eightyPercent }
                .map { Double($0.points) }
        }
        let whole = Double(points) * weeks
        // A smaller change takes longer than this one's weeks would, a larger one less.
        if let longest = time(shifts.last { $0 <= smaller }), longest < whole { return .sooner }
        if let shortest = time(shifts.first { $0 >= smaller }), shortest >= whole { return .notSooner }
        return .cannotTell
    }
}
