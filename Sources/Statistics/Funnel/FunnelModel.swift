/// The limits of a funnel plot as a function of the denominator.
struct FunnelModel: Sendable {
    /// The common proportion, rate or ratio, not multiplied.
    let centre: Double
    private let options: FunnelOptions
    private let scale: FunnelScale
    private(set) var overdispersion: Overdispersion?

    /// Nil without institutions.
    init?(_ institutions: [(numerator: Double, denominator: Double)], _ options: FunnelOptions) {
        guard !institutions.isEmpty else { return nil }
        self.options = options
        switch options.measure {
        case .standardisedRatio:
            centre = 1
        case .proportion, .rate:
            let numerator = institutions.reduce(0) { $0 + $1.numerator }
            centre = numerator / institutions.reduce(0) { $0 + $1.denominator }
        }
        scale =
            switch (options.measure, options.limits) {
            case (.proportion, _): .arcsine
            case (_, .overdispersed(.truncated)): .logarithm
            default: .squareRoot
            }
    }

    /// Measures overdispersion, where the limits are to allow for it.
    mutating func adjust(to institutions: [(numerator: Double, denominator: Double)]) {
        // Without events, or with nothing but events, there is no spread to measure.
        guard case .overdispersed(let trimming) = options.limits, !isDegenerate else { return }
        overdispersion = Overdispersion(
            scores: institutions.map { score(numerator: $0.numerator, denominator: $0.denominator) },
            standardErrors: institutions.map { standardError(at: $0.denominator) },
            trimming: trimming
        )
    }

    /// Standard errors from the centre line, on the transformed scale.
    func score(numerator: Double, denominator: Double) -> Double {
        guard !isDegenerate else { return 0 }
        let place = scale.transform(numerator: numerator, denominator: size(denominator))
        return (place - target) / standardError(at: denominator)
    }

    /// The limits at a denominator above 0, multiplied.
    func limits(at denominator: Double) -> FunnelPlot.LimitsPair {
        FunnelPlot.LimitsPair(
            middle95: limits(at: denominator, tail: 0.025),
            middle998: limits(at: denominator, tail: 0.001)
        )
    }

    /// Every institution has the same value, 0% or 100%, so that limits have no width.
    private var isDegenerate: Bool { centre == 0 || (options.measure == .proportion && centre == 1) }

    /// Trials of a proportion, else expected events: a rate is a ratio to what its centre line expects.
    private func size(_ denominator: Double) -> Double {
        options.measure == .rate ? denominator * centre : denominator
    }

    /// The centre line on the transformed scale.
    private var target: Double {
        scale.transform(numerator: options.measure == .proportion ? centre : 1, denominator: 1)
    }

    private func standardError(at denominator: Double) -> Double {
        let own = scale.standardError(denominator: size(denominator))
        return (own * own + (overdispersion?.tauSquared ?? 0)).squareRoot()
    }

    private func limits(at denominator: Double, tail: Double) -> Interval {
        guard !isDegenerate else {
            return Interval(lower: centre * options.multiplier, upper: centre * options.multiplier)
        }
        let size = size(denominator)
        let shares =
            switch options.limits {
            case .exact: exact(size, tail: tail)
            case .interval: interval(size, tail: tail)
            case .transformed, .overdispersed: transformed(denominator, tail: tail)
            }
        let unit = (options.measure == .rate ? centre : 1) * options.multiplier
        return Interval(lower: shares.lower * unit, upper: shares.upper * unit)
    }

    private func exact(_ size: Double, tail: Double) -> Interval {
        let chance: CountDistribution =
            options.measure == .proportion
            ? .binomial(trials: size, probability: centre) : .poisson(mean: size)
        let upper = chance.interpolatedQuantile(1 - tail) / size
        return Interval(
            lower: max(0, chance.interpolatedQuantile(tail) / size),
            upper: max(0, options.measure == .proportion ? min(1, upper) : upper)
        )
    }

    private func interval(_ size: Double, tail: Double) -> Interval {
        let confidence = 1 - 2 * tail
        let interval: Interval? =
            options.measure == .proportion
            ? .wilson(successes: centre * size, trials: size, confidence: confidence)
            : .garwood(events: size, exposure: size, confidence: confidence)
        return interval ?? Interval(lower: 0, upper: 0)
    }

    private func transformed(_ denominator: Double, tail: Double) -> Interval {
        let half = Normal.quantile(1 - tail) * standardError(at: denominator)
        return Interval(lower: scale.restore(target - half), upper: scale.restore(target + half))
    }
}
