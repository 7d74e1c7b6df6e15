extension MeasureProblem.Field {
    /// The characters that a text may have; nil for what is a number or a choice.
    package var longest: Int? {
        switch self {
        case .key, .domain: 80
        case .title, .owner: 200
        case .why: 2_000
        case .numerator, .denominator, .source, .attribution: 1_000
        case .unit: 40
        case .licence: 500
        case .chart, .rules, .baseline, .minimumPoints, .multiplier, .target, .decimals, .reportingDays,
            .disclosure:
            nil
        }
    }
}
