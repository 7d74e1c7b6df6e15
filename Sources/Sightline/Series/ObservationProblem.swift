import Markup
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
    /// So large that no chart can hold it.
    case outOfRange(Day, Double)
    /// So large, or so near to zero, that no chart can hold it.
    case denominatorOutOfRange(Day, Double)
    /// Two days of one period.
    case repeatedPeriod(Day, Period)
}

extension ObservationProblem {
    /// Whether it is the denominator that is wrong.
    package var isOfDenominator: Bool {
        switch self {
        case .denominatorMissing, .denominatorUnexpected, .negativeDenominator, .denominatorOutOfRange: true
        case .notFinite, .negative, .notPositive, .numeratorAboveDenominator, .outOfRange, .repeatedPeriod:
            false
        }
    }

    /// What is wrong and what would be right.
    ///
    /// - Parameter text: the number that is wrong, as somebody wrote it; nil: as it is read.
    package func sentence(of text: String? = nil) -> String {
        let said = { (number: Double) in text.map { "“\($0)”" } ?? NumberText.shortest(number) }
        return switch self {
        case .notFinite: "This isn't a number."
        case .negative(_, let value): "\(said(value)) is negative; this chart takes counts from 0."
        case .notPositive(_, let value): "\(said(value)) isn't above 0, as a time between events must be."
        case .denominatorMissing: "The denominator is missing; this measure has one."
        case .denominatorUnexpected(_, let value):
            "This measure has no denominator, and here is \(said(value)); give its number as a value, or import "
                + "into a measure with a denominator."
        case .negativeDenominator(_, let value): "The denominator \(said(value)) is negative."
        case .numeratorAboveDenominator(_, let numerator, let denominator):
            "The numerator \(said(numerator)) is above its denominator \(NumberText.shortest(denominator))."
        case .outOfRange(_, let value): "\(said(value)) is too large or too small to be charted."
        case .denominatorOutOfRange(_, let value):
            "The denominator \(said(value)) is too large or too small to be charted."
        case .repeatedPeriod(let day, let period):
            "There are two values for \(period.label(for: day)): keep one."
        }
    }
}
