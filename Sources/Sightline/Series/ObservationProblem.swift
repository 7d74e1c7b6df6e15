package import Statistics

/// What is wrong with one observation, with the value that shows it.
package enum ObservationProblem: Error, Equatable, Sendable {
    case notFinite(Day)
    case negative(Day, Double)
    case notPositive(Day, Double)
    case denominatorMissing(Day)
    case denominatorUnexpected(Day, Double)
    case negativeDenominator(Day, Double)
    case numeratorAboveDenominator(Day, numerator: Double, denominator: Double)
    /// Two days of one period.
    case repeatedPeriod(Day, Period)
}

extension ObservationProblem {
    /// What is wrong and what would be right.
    package var sentence: String {
        let plain = ValueFormat(decimals: 0)
        return switch self {
        case .notFinite: "This isn't a number."
        case .negative(_, let value): "\(plain.number(value)) is negative; this chart takes counts from 0."
        case .notPositive(_, let value):
            "\(plain.number(value)) isn't above 0, as a time between events must be."
        case .denominatorMissing: "The denominator is missing; this measure has one."
        case .denominatorUnexpected: "This measure has no denominator."
        case .negativeDenominator(_, let value): "The denominator \(plain.number(value)) is negative."
        case .numeratorAboveDenominator(_, let numerator, let denominator):
            "The numerator \(plain.number(numerator)) is above its denominator \(plain.number(denominator))."
        case .repeatedPeriod(let day, let period):
            "There are two values for \(period.label(for: day)): keep one."
        }
    }
}
