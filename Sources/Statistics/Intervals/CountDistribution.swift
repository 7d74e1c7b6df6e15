/// A distribution of counts: what chance alone gives.
package enum CountDistribution: Sendable {
    /// Events that happen one at a time, with a mean of at least 0.
    case poisson(mean: Double)
    /// Successes among a number of trials, each with the same probability.
    case binomial(trials: Double, probability: Double)

    package var mean: Double {
        switch self {
        case .poisson(let mean): mean
        case .binomial(let trials, let probability): trials * probability
        }
    }

    package var variance: Double {
        switch self {
        case .poisson(let mean): mean
        case .binomial(let trials, let probability): trials * probability * (1 - probability)
        }
    }

    /// The greatest count there is.
    private var greatest: Double {
        switch self {
        case .poisson: .infinity
        case .binomial(let trials, _): trials
        }
    }

    /// The probability of exactly this count.
    package func probability(of count: Double) -> Double {
        guard count >= 0, count <= greatest else { return 0 }
        return switch self {
        case .poisson(let mean):
            SaddlePoint.poisson(count, mean: mean)
        case .binomial(let trials, let probability):
            SaddlePoint.binomial(count, trials: trials, probability, 1 - probability)
        }
    }

    /// The probability of this count or fewer.
    package func cumulative(_ count: Double) -> Double {
        guard count >= 0 else { return 0 }
        guard count < greatest else { return 1 }
        return switch self {
        case .poisson(let mean):
            GammaDistribution.tails(shape: count + 1, mean).upper
        case .binomial(let trials, let probability):
            BetaDistribution.tails(count + 1, trials - count, probability).upper
        }
    }

    /// The smallest count whose cumulative probability reaches `p`, which lies between 0 and 1.
    package func quantile(_ p: Double) -> Double {
        var count = approximateQuantile(p)
        guard variance < Self.largestExactVariance else { return count }
        // Sums of probabilities that should equal p may fall short by rounding; R allows for as much.
        let reached = p * (1 - 64 * Double.ulpOfOne)
        var cumulative = cumulative(count)
        if cumulative >= reached {
            while count > 0 {
                cumulative -= probability(of: count)
                if cumulative < reached { return count }
                count -= 1
            }
            return 0
        }
        while cumulative < reached, count < greatest {
            count += 1
            cumulative += probability(of: count)
        }
        return count
    }

    /// A quantile between whole counts, so that limits don't jump from one denominator to the next.
    ///
    /// Source: Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine
    /// 24, 2005, appendix A.1.1. Below 0 where even a count of none is more probable than `p`.
    package func interpolatedQuantile(_ p: Double) -> Double {
        let count = quantile(p)
        guard variance < Self.largestExactVariance else { return count }
        let probability = probability(of: count)
        return probability > 0 ? count - (cumulative(count) - p) / probability : count
    }

    /// Above this the exact search is slow, and differs from the approximation by less than a part in 10^10.
    private static let largestExactVariance = 1e10

    /// By the Cornish–Fisher expansion with the skewness, rounded to a possible count.
    private func approximateQuantile(_ p: Double) -> Double {
        let z = Normal.quantile(p)
        let skew =
            switch self {
            case .poisson: 1.0
            case .binomial(_, let probability): 1 - 2 * probability
            }
        let value = mean + z * variance.squareRoot() + skew * (z * z - 1) / 6
        return max(0, min(greatest.rounded(.down), value.rounded()))
    }
}
