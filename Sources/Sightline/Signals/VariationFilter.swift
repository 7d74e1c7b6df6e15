package import Statistics

/// Which variations a table of measures is narrowed to: one, or several that people ask for together.
package enum VariationFilter: String, CaseIterable, Sendable {
    case signal
    case concern, improvement
    case highOrLow = "high-or-low"
    case high, low
    case commonCause = "common-cause"
    case tooFew = "too-few"

    package var variations: [Variation] {
        switch self {
        case .signal: [.concern, .improvement, .high, .low]
        case .concern: [.concern]
        case .improvement: [.improvement]
        case .highOrLow: [.high, .low]
        case .high: [.high]
        case .low: [.low]
        case .commonCause: [.commonCause]
        case .tooFew: [.tooFew]
        }
    }
}
