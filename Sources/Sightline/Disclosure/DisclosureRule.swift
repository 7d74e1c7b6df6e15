import Statistics

/// How small numbers of a measure are kept from those outside the organisation that they are about.
package struct DisclosureRule: Equatable, Sendable {
    /// Counts from 1 to one below it are withheld.
    package var threshold: Int
    /// Whether counts of none are withheld too.
    package var withholdsZeros: Bool
    /// What counts that are shown are rounded to a multiple of; nil: they are shown as they are.
    package var rounding: Int?

    package init(threshold: Int, withholdsZeros: Bool = false, rounding: Int? = nil) {
        self.threshold = threshold
        self.withholdsZeros = withholdsZeros
        self.rounding = rounding
    }

    package static let thresholds = 2...100
    package static let roundings = [3, 5, 10]

    var suppression: SuppressionRule {
        SuppressionRule(threshold: threshold, withholdsZeros: withholdsZeros)
    }

    /// For the record: `below 5, zeros too, rounded to 5`.
    package var words: String {
        let parts = [
            "below \(threshold)", withholdsZeros ? "zeros too" : "",
            rounding.map { "rounded to \($0)" } ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension Measure {
    /// Whether its numbers are counts, so that a small one may point at people.
    package var isOfCounts: Bool {
        switch chart.kind {
        case .p, .pPrime, .np, .u, .uPrime, .c: true
        case .run, .individuals, .iPrime:
            definition.denominator != nil
                || (format.decimals == 0 && chart.multiplier == 1 && !format.isMoney)
        case .movingRange, .xbar, .s, .g, .t: false
        }
    }

    var disclosureProblems: [MeasureProblem] {
        guard let disclosure else { return [] }
        guard isOfCounts else { return [MeasureProblem(.disclosure, .needsCounts(chart.kind))] }
        guard DisclosureRule.thresholds.contains(disclosure.threshold) else {
            let range = DisclosureRule.thresholds
            return [
                MeasureProblem(
                    .disclosure,
                    .outside(least: Double(range.lowerBound), most: Double(range.upperBound))
                )
            ]
        }
        return []
    }
}

extension ValueFormat {
    fileprivate var isMoney: Bool { currency != nil && !unit.isEmpty }
}
