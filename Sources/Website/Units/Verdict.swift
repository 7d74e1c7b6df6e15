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
