import RealModule

/// A scale on which the variance of a proportion or ratio hardly depends on its size.
enum FunnelScale {
    case arcsine, squareRoot, logarithm

    /// A proportion, or a ratio of observed to expected events, on this scale.
    func transform(numerator: Double, denominator: Double) -> Double {
        switch self {
        case .arcsine: Double.asin((numerator / denominator).squareRoot())
        case .squareRoot: (numerator / denominator).squareRoot()
        // No events have no logarithm: half an event stands for them.
        case .logarithm: Double.log(max(numerator, 0.5) / denominator)
        }
    }

    /// The proportion or ratio at a place on this scale; places beyond the ends count as the ends.
    func restore(_ place: Double) -> Double {
        switch self {
        case .arcsine:
            let sine = Double.sin(max(0, min(.pi / 2, place)))
            return sine * sine
        case .squareRoot:
            let root = max(0, place)
            return root * root
        case .logarithm:
            // Absurd spreads mustn't end in infinity.
            return Double.exp(max(-460, min(460, place)))
        }
    }

    /// The standard error on this scale; the denominator is trials, or expected events.
    func standardError(denominator: Double) -> Double {
        switch self {
        case .arcsine, .squareRoot: 0.5 / denominator.squareRoot()
        case .logarithm: 1 / denominator.squareRoot()
        }
    }
}
