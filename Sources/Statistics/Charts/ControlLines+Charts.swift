/// The formulas of each chart; those without a source are in every handbook, NIST/SEMATECH 6.3 for one.
extension ControlLines {
    /// The lines that the first `baselineCount` members of a phase give; nil where there are none of them.
    init?(_ plot: Plot, _ members: Members, baselineCount: Int, options: ChartOptions) {
        let baseline = Baseline(
            members: members,
            count: baselineCount,
            screened: options.screensMovingRanges
        )
        let lines: ControlLines? =
            switch options.kind {
            case .run: Average.median(baseline.column(plot.scores)).map { ControlLines(centre: $0) }
            case .individuals: Self.individuals(plot, baseline, asMakingDataCount: options.rules.name == .mdc)
            case .t: Self.individuals(plot, baseline, asMakingDataCount: false)
            case .movingRange: Self.movingRange(plot, baseline)
            case .p, .np: Self.attribute(plot, baseline, isProportion: true, adjusted: false)
            case .pPrime: Self.attribute(plot, baseline, isProportion: true, adjusted: true)
            case .u: Self.attribute(plot, baseline, isProportion: false, adjusted: false)
            case .uPrime: Self.attribute(plot, baseline, isProportion: false, adjusted: true)
            case .iPrime: Self.normalised(plot, baseline)
            case .c: Self.count(plot, baseline)
            case .g: Self.between(plot, baseline)
            case .xbar: Self.means(plot, baseline)
            case .s: Self.deviations(plot, baseline)
            }
        guard let lines else { return nil }
        self = lines
    }

    /// The points of a phase that its lines are computed from.
    private struct Baseline {
        let members: Members
        let count: Int
        let screened: Bool

        func column(_ column: [Double]) -> ArraySlice<Double> { members.column(column, first: count) }

        /// Total over size: the overall proportion, rate or mean; nil of nothing.
        func overall(_ plot: Plot) -> Double? {
            let size = Average.sum(column(plot.sizes))
            return size > 0 ? Average.sum(column(plot.totals)) / size : nil
        }
    }

    /// Mean ± 3 sigma from the mean moving range.
    ///
    /// Making Data Count multiplies it by 2.66; elsewhere sigma is the mean moving range over 1.128.
    private static func individuals(
        _ plot: Plot,
        _ baseline: Baseline,
        asMakingDataCount: Bool
    ) -> ControlLines? {
        let scores = baseline.column(plot.scores)
        guard let centre = Average.mean(scores) else { return nil }
        guard let range = MovingRange.mean(scores, of: baseline.members, screened: baseline.screened) else {
            return ControlLines(centre: centre)
        }
        guard asMakingDataCount else {
            let sigma = range / MovingRange.rangeOfTwo
            return ControlLines(centre: centre, spread: .even(sigma, 2 * sigma, 3 * sigma))
        }
        let third = 2.66 / 3
        return ControlLines(
            centre: centre,
            spread: .even(third * range, 2 * third * range, 2.66 * range)
        )
    }

    /// The mean moving range, and D4 times it; never screened, for outlying ranges are what the chart is
    /// there to show.
    private static func movingRange(_ plot: Plot, _ baseline: Baseline) -> ControlLines? {
        guard let measurements = plot.measurements?.values,
            let centre = MovingRange.mean(
                baseline.column(measurements),
                of: baseline.members,
                screened: false
            )
        else { return nil }
        return ControlLines(
            centre: centre,
            spread: .uneven(lower: 0, upper: MovingRange.upperLimitFactor * centre)
        )
    }

    /// P, NP and U charts from the binomial and Poisson variance; P' and U' widen (or narrow) it by Laney's
    /// sigma z.
    ///
    /// Where everything is 0 (or everything 1) there is no variance to adjust: the limits are the centre
    /// line.
    /// Source: Laney, Improved control charts for attributes, Quality Engineering 2002.
    private static func attribute(
        _ plot: Plot,
        _ baseline: Baseline,
        isProportion: Bool,
        adjusted: Bool
    ) -> ControlLines? {
        guard let centre = baseline.overall(plot) else { return nil }
        let variance = isProportion ? max(centre * (1 - centre), 0) : centre
        var lines = ControlLines(
            centre: centre,
            spread: .bySize(variance: variance, factor: 1),
            floor: 0,
            ceiling: isProportion ? 1 : .infinity
        )
        guard adjusted, variance > 0 else { return lines }
        let standardised = zip(baseline.column(plot.scores), baseline.column(plot.sizes)).map { score, size in
            let sigma = (variance / size).squareRoot()
            return sigma > 0 ? (score - centre) / sigma : 0
        }
        let range = MovingRange.mean(standardised[...], of: baseline.members, screened: baseline.screened)
        lines.spread =
            range.map { .bySize(variance: variance, factor: $0 / MovingRange.rangeOfTwo) } ?? .none
        return lines
    }

    /// I': the overall mean, and sigma from neighbouring differences that are weighted by both sizes.
    ///
    /// Source: Taylor, Normalized individuals control chart, variation.com 2018; three sigma limits of such a
    /// difference are 3.2665 times its mean.
    private static func normalised(_ plot: Plot, _ baseline: Baseline) -> ControlLines? {
        guard let centre = baseline.overall(plot) else { return nil }
        let scores = Array(baseline.column(plot.scores))
        let sizes = Array(baseline.column(plot.sizes))
        let unit = (Double.pi / 2).squareRoot()
        let sigma = MovingRange.mean(
            of: baseline.members,
            count: scores.count,
            factor: baseline.screened ? 3.2665 : nil
        ) { slot in
            let spread = (1 / sizes[slot] + 1 / sizes[slot - 1]).squareRoot()
            return unit * (scores[slot] - scores[slot - 1]).magnitude / spread
        }
        return ControlLines(centre: centre, spread: sigma.map { .bySize(variance: 1, factor: $0) } ?? .none)
    }

    /// C: the Poisson limits of counts over equal opportunities.
    private static func count(_ plot: Plot, _ baseline: Baseline) -> ControlLines? {
        guard let centre = Average.mean(baseline.column(plot.scores)) else { return nil }
        let sigma = centre.squareRoot()
        return ControlLines(centre: centre, spread: .even(sigma, 2 * sigma, 3 * sigma), floor: 0)
    }

    /// G: the median between geometric limits from the mean.
    ///
    /// Source: Benneyan, Number-between g-type statistical quality control charts, Health Care Management
    /// Science 2001.
    private static func between(_ plot: Plot, _ baseline: Baseline) -> ControlLines? {
        let scores = baseline.column(plot.scores)
        guard let mean = Average.mean(scores), let median = Average.median(scores) else { return nil }
        let sigma = (mean * (mean + 1)).squareRoot()
        return ControlLines(
            centre: median,
            spread: .uneven(lower: max(0, mean - 3 * sigma), upper: mean + 3 * sigma)
        )
    }

    /// X-bar: the overall mean, and sigma from the standard deviations within subgroups.
    private static func means(_ plot: Plot, _ baseline: Baseline) -> ControlLines? {
        guard let centre = baseline.overall(plot) else { return nil }
        let deviation = deviation(plot, baseline)
        return ControlLines(centre: centre, spread: deviation.map { .ofMeans(deviation: $0) } ?? .none)
    }

    /// S: the typical standard deviation, never below 0.
    private static func deviations(_ plot: Plot, _ baseline: Baseline) -> ControlLines? {
        deviation(plot, baseline).map { ControlLines(centre: $0, spread: .ofDeviations, floor: 0) }
    }

    /// The mean standard deviation of subgroups of one size, the pooled one otherwise; nil without a subgroup
    /// of two.
    private static func deviation(_ plot: Plot, _ baseline: Baseline) -> Double? {
        let sizes = baseline.column(plot.sizes)
        let deviations = baseline.column(plot.deviations)
        guard let size = sizes.first, sizes.contains(where: { $0 > 1 }) else { return nil }
        if sizes.allSatisfy({ $0 == size }) { return Average.mean(deviations) }
        var (squares, freedom) = (0.0, 0.0)
        for (size, deviation) in zip(sizes, deviations) {
            squares += (size - 1) * deviation * deviation
            freedom += size - 1
        }
        return (squares / freedom).squareRoot()
    }
}
