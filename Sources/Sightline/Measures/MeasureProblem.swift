package import Statistics

/// One thing that is wrong with a measure, and where.
package struct MeasureProblem: Error, Equatable, Sendable {
    package var field: Field
    package var reason: Reason

    package init(_ field: Field, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }

    package enum Field: String, CaseIterable, Sendable {
        case key, title, why, domain, numerator, denominator, chart, rules, baseline
        case minimumPoints = "minimum-points"
        case multiplier, target, unit, decimals, source, licence, attribution, owner
        case reportingDays = "reporting-days"
        case disclosure
    }

    package enum Reason: Equatable, Sendable {
        case missing
        case tooLong(most: Int)
        /// Something else than lower-case letters, digits and single hyphens.
        case notAKey
        case taken
        case outside(least: Double, most: Double)
        case notFinite
        /// Two targets start on one day.
        case repeatedDay(Day)
        /// The chart plots one number over another.
        case chartNeedsDenominator(ChartKind)
        /// The chart plots plain counts or times.
        case chartTakesNoDenominator(ChartKind)
        /// The chart needs several measurements a point, which a series doesn't hold.
        case chartNeedsSubgroups(ChartKind)
        case rulesDontFitChart(RuleSet.Name, ChartKind)
        /// Small numbers are a matter of counts of people, which the chart doesn't show.
        case needsCounts(ChartKind)
    }
}

extension MeasureProblem {
    /// What would be right, as a sentence.
    package var sentence: String {
        switch reason {
        case .missing: "This is needed."
        case .tooLong(let most): "Use at most \(most) characters."
        case .notAKey: "Use lower-case letters, digits and single hyphens, such as seen-within-four-hours."
        case .taken: "Another measure has this key already."
        case .outside(let least, let most):
            "Use a number from \(ValueFormat().text(least)) to \(ValueFormat().text(most))."
        case .notFinite: "Use a plain number."
        case .repeatedDay(let day): "Two targets start on \(day): keep one."
        case .chartNeedsDenominator(let kind):
            "A \(kind.rawValue) chart plots one number over another: say what the denominator is."
        case .chartTakesNoDenominator(let kind):
            "A \(kind.rawValue) chart plots plain numbers: leave the denominator out."
        case .chartNeedsSubgroups(let kind):
            "A \(kind.rawValue) chart needs several measurements a point; use sightline analyse for it."
        case .needsCounts:
            "Small numbers can be withheld where people or events are counted, as they aren’t here: leave it empty."
        case .rulesDontFitChart(let rules, let kind):
            "The rules \(rules.rawValue) can't judge a \(kind.rawValue) chart: choose other rules."
        }
    }
}
