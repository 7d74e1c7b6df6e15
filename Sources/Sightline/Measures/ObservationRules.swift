package import Statistics

/// What a measure asks of its observations: small, so that it can be held for each of a million rows.
package struct ObservationRules: Sendable {
    package let period: Period
    package let hasDenominator: Bool
    private let chart: ChartKind

    package init(_ measure: Measure) {
        period = measure.definition.period
        hasDenominator = measure.definition.denominator != nil
        chart = measure.chart.kind
    }

    /// What is wrong with an observation, if anything.
    package func problem(with observation: Observation) -> ObservationProblem? {
        if !hasDenominator, let denominator = observation.denominator {
            return .denominatorUnexpected(observation.day, denominator)
        }
        return problem(
            day: observation.day,
            numerator: observation.numerator,
            denominator: observation.denominator
        )
    }

    /// The first problem of many observations.
    func problem(with observations: Observations) -> ObservationProblem? {
        let denominators = observations.denominators
        if !hasDenominator, let denominator = denominators.first(where: { $0 != 0 }) {
            return .denominatorUnexpected(observations.days[0], denominator)
        }
        for index in observations.indices {
            let found = problem(
                day: observations.days[index],
                numerator: observations.isMissing(at: index) ? nil : observations.numerators[index],
                denominator: denominators.isEmpty ? nil : denominators[index]
            )
            if let found { return found }
        }
        return nil
    }

    private func problem(day: Day, numerator: Double?, denominator: Double?) -> ObservationProblem? {
        if let denominator {
            guard denominator.isFinite else { return .notFinite(day) }
            guard denominator >= 0 else { return .negativeDenominator(day, denominator) }
            let range = 1 / ChartInput.largestMagnitude...ChartInput.largestMagnitude
            guard denominator == 0 || range.contains(denominator) else {
                return .denominatorOutOfRange(day, denominator)
            }
        }
        guard let numerator else { return nil }
        guard numerator.isFinite else { return .notFinite(day) }
        if let fault = fault(of: numerator, over: denominator, on: day) { return fault }
        return hasDenominator && denominator == nil ? .denominatorMissing(day) : nil
    }

    private func fault(of numerator: Double, over denominator: Double?, on day: Day) -> ObservationProblem? {
        let largest = ChartInput.largestMagnitude
        guard numerator.magnitude <= largest else { return .outOfRange(day, numerator) }
        switch chart {
        case .p, .pPrime, .np:
            guard numerator >= 0 else { return .negative(day, numerator) }
            if let denominator, numerator > denominator {
                return .numeratorAboveDenominator(day, numerator: numerator, denominator: denominator)
            }
        case .u, .uPrime, .c, .g:
            guard numerator >= 0 else { return .negative(day, numerator) }
        case .t:
            guard numerator > 0 else { return .notPositive(day, numerator) }
        case .run, .individuals, .movingRange, .xbar, .s, .iPrime:
            break
        }
        guard let denominator, denominator > 0, (numerator / denominator).magnitude > largest else {
            return nil
        }
        return .outOfRange(day, numerator)
    }
}
