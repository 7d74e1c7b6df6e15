/// A confidence interval.
package struct Interval: Equatable, Sendable {
    package var lower: Double
    package var upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Wilson's score interval for a proportion, or nil unless 0 ≤ successes ≤ trials and trials > 0.
    ///
    /// Source: Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    /// American Statistical Association 22, 1927.
    package static func wilson(successes: Double, trials: Double, confidence: Double = 0.95) -> Interval? {
        guard trials > 0, trials < .infinity, successes >= 0, successes <= trials else { return nil }
        let z = Normal.quantile(0.5 + confidence / 2)
        let share = z * z / trials
        let p = successes / trials
        let centre = p + share / 2
        let half = (share * (p * (1 - p) + share / 4)).squareRoot()
        return Interval(
            lower: successes == 0 ? 0 : (centre - half) / (1 + share),
            upper: successes == trials ? 1 : (centre + half) / (1 + share)
        )
    }

    /// The exact binomial interval for a proportion, or nil unless 0 ≤ successes ≤ trials and trials > 0.
    ///
    /// Source: Clopper and Pearson, Biometrika 26, 1934, by quantiles of the beta distribution.
    package static func clopperPearson(
        successes: Double,
        trials: Double,
        confidence: Double = 0.95
    ) -> Interval? {
        guard trials > 0, trials < .infinity, successes >= 0, successes <= trials else { return nil }
        let tail = (1 - confidence) / 2
        let failures = trials - successes
        return Interval(
            lower: successes == 0 ? 0 : BetaDistribution.quantile(successes, failures + 1, tail),
            upper: failures == 0 ? 1 : 1 - BetaDistribution.quantile(failures, successes + 1, tail)
        )
    }

    /// The exact Poisson interval for a rate, events over exposure; nil unless events ≥ 0 and exposure > 0.
    ///
    /// Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936, by quantiles of
    /// the chi-squared distribution.
    package static func garwood(
        events: Double,
        exposure: Double = 1,
        confidence: Double = 0.95
    ) -> Interval? {
        guard events >= 0, events < .infinity, exposure > 0, exposure < .infinity else { return nil }
        let tail = (1 - confidence) / 2
        let lower = events == 0 ? 0 : GammaDistribution.quantile(shape: events, tail)
        let upper = GammaDistribution.quantile(shape: events + 1, 1 - tail)
        return Interval(lower: lower / exposure, upper: upper / exposure)
    }
}
