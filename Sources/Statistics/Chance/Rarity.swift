import RealModule

/// How rarely a stable process puts at one given place what a rule found there.
///
/// The process is taken as independent and normal, with a centre line and limits that are known: limits from few
/// points make it somewhat more common than this says.
package enum Rarity {
    /// The probability of what a rule found, at least as strong and on either side.
    ///
    /// - Parameters:
    ///   - points: how many plotted points the finding has: longer runs and trends are rarer.
    ///   - sigmas: how far the farthest of them lies from the centre line, in standard deviations; nil where the
    ///     chart has no limits.
    /// - Returns: nil for rules about a whole phase, which are at no one place, and for a point beyond limits
    ///   that aren't known.
    /// - Source: of the zone rules, Nelson, "The Shewhart control chart: tests for special causes", Journal of
    ///   Quality Technology 16, 1984; of alternating orders, André's Euler zigzag numbers, whose share of all
    ///   orders of n points is (2/π)ⁿ⁺¹ · 4, to a millionth from 14 points on.
    package static func probability(of rule: Rule, points: Int, sigmas: Double?) -> Double? {
        switch rule {
        case .outsideLimits, .westernElectric1, .nelson1:
            sigmas.map { 2 * Normal.cumulative(-max($0, 3)) }
        case .shift, .westernElectric4, .nelson2: Double.pow(2, 1 - Double(points))
        case .trend, .nelson3: 2 / (1...max(points, 2)).reduce(1.0) { $0 * Double($1) }
        case .twoOfThree, .westernElectric2, .nelson5: allButOne(of: 3, beyond: 2)
        case .westernElectric3, .nelson6: allButOne(of: 5, beyond: 1)
        case .nelson4: 4 * Double.pow(2 / Double.pi, Double(points + 1))
        case .nelson7: Double.pow(1 - 2 * Normal.cumulative(-1), Double(points))
        case .nelson8: Double.pow(2 * Normal.cumulative(-1), Double(points))
        case .longRun, .fewCrossings, .tooFewRuns, .tooManyRuns: nil
        }
    }

    /// How often a stable process of so many points shows, anywhere on its chart, as much as one finding.
    ///
    /// - Parameters:
    ///   - rarity: of the finding, at its place.
    ///   - rules: those that the chart is judged by; each could have found it, at each point.
    ///   - points: plotted points of the chart.
    ///   - any: how often such a process shows any signal at all; no single finding is likelier.
    /// - Returns: an upper bound (Bonferroni's); nil where neither figure is known.
    package static func anywhere(
        _ rarity: Double?,
        judgedBy rules: RuleSet.Name,
        points: Int,
        any: Double?
    ) -> Double? {
        let bound = rarity.map { min(1, $0 * Double(points * count(of: rules))) }
        guard let bound, let any else { return bound ?? any }
        return min(bound, any)
    }

    /// How many rules a set has.
    private static func count(of rules: RuleSet.Name) -> Int {
        switch rules {
        case .anhoej: 3
        case .mdc, .westernElectric, .ihi: 4
        case .nelson: 8
        }
    }

    /// All points but at most one beyond so many standard deviations, on one side; either side.
    private static func allButOne(of count: Int, beyond sigmas: Double) -> Double {
        let tail = Normal.cumulative(-sigmas)
        let most = Double.pow(tail, Double(count - 1))
        return 2 * (Double(count) * most * (1 - tail) + most * tail)
    }
}
