import Sightline
import Statistics

/// What the newest point of a series says, as the cards of a home page count it.
enum Verdict: CaseIterable, Hashable, Sendable {
    case concern, improvement, neither, noSignal, cannotTell

    init(_ variation: Variation) {
        self =
            switch variation {
            case .improvement: .improvement
            case .concern: .concern
            case .high, .low: .neither
            case .commonCause: .noSignal
            case .tooFew: .cannotTell
            }
    }

    var isSignal: Bool { self == .concern || self == .improvement || self == .neither }

    /// What the table of measures is narrowed to by it.
    var filter: VariationFilter {
        switch self {
        case .improvement: .improvement
        case .concern: .concern
        case .neither: .highOrLow
        case .noSignal: .commonCause
        case .cannotTell: .tooFew
        }
    }

    var word: String {
        switch self {
        case .improvement: "Improvement"
        case .concern: "Concern"
        case .neither: "High or low"
        case .noSignal: "No signal"
        case .cannotTell: "Cannot tell"
        }
    }
}
