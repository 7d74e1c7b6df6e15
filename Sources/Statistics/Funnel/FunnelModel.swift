import RealModule

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
        case .proportion, .rate, .ratioOfCounts:
            let numerator = institutions.reduce(0) { $0 + $1.numerator }
            centre = numerator / institutions.reduce(0) { $0 + $1.denominator }
        }
        scale =
            switch (options.measure, options.limits) {
            case (.proportion, _): .arcsine
            case (.ratioOfCounts, _), (_, .overdispersed(.truncated)): .logarithm
            default: .squareRoot
            }
    }

    /// Measures overdispersion, where the limits are to allow for it.
    mutating func adjust(to institutions: [(numerator: Double, denominator: Double)]) {
        // Without events, or with nothing but events, there is no spread to measure.
        guard case .overdispersed(let trimming) = options.limits, !isDegenerate else { return }
        overdispersion = Overdispersion(
            scores: institutions.map { score(numerator: $0.numerator, denominator: $0.denominator) },
            standardErrors: institutions.map {
                standardError(numerator: $0.numerator, denominator: $0.denominator)
            },
            trimming: trimming
        )
    }

    /// Standard errors from the centre line, on the transformed scale.
    func score(numerator: Double, denominator: Double) -> Double {
        guard !isDegenerate else { return 0 }
        let place =
            options.measure == .ratioOfCounts && !isInterval
            ? CountRatio.logarithm(numerator, denominator)
            : scale.transform(numerator: numerator, denominator: size(denominator))
        return (place - target) / standardError(numerator: numerator, denominator: denominator)
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
        switch options.measure {
        case .proportion: scale.transform(numerator: centre, denominator: 1)
        case .rate, .standardisedRatio: scale.transform(numerator: 1, denominator: 1)
        case .ratioOfCounts: Double.log(centre)
        }
    }

    /// Whether limits are those of an interval, which a ratio of counts has for exact ones too.
    private var isInterval: Bool { options.limits == .exact || options.limits == .interval }

    /// Of an institution's score.
    ///
    /// Limits of most measures have the same; those of FunnelPlotR's ratios of counts don't.
    private func standardError(numerator: Double, denominator: Double) -> Double {
        guard options.measure == .ratioOfCounts, !isInterval else { return standardError(at: denominator) }
        return widened(CountRatio.ownVariance(numerator, denominator))
    }

    /// Of the limits.
    private func standardError(at denominator: Double) -> Double {
        guard options.measure != .ratioOfCounts else {
            return widened(
                isInterval
                    ? CountRatio.expectedVariance(ratio: centre, at: denominator) : 0.25 / denominator
            )
        }
        let own = scale.standardError(denominator: size(denominator))
        return widened(own * own)
    }

    /// The root of a variance with what chance does not explain.
    private func widened(_ variance: Double) -> Double {
        (variance + (overdispersion?.tauSquared ?? 0)).squareRoot()
    }

    private func limits(at denominator: Double, tail: Double) -> Interval {
        guard !isDegenerate else {
            return Interval(lower: centre * options.multiplier, upper: centre * options.multiplier)
        }
        let size = size(denominator)
        let shares =
            switch options.limits {
            case _ where options.measure == .ratioOfCounts: transformed(denominator, tail: tail)
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
