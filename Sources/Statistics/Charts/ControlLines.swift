/// The lines of one phase, in the scale in which points are judged (see ``Plot/scores``).
struct ControlLines {
    /// How far the limits lie from the centre line.
    enum Spread {
        /// No limits.
        case none
        /// One, two and three widths, the same for every point.
        case even(Double, Double, Double)
        /// √(variance / size) · factor is a point's sigma.
        case bySize(variance: Double, factor: Double)
        /// X-bar: the mean standard deviation of subgroups, divided by c4(m)·√m.
        case ofMeans(deviation: Double)
        /// S: the centre line times √(1 − c4²)/c4.
        case ofDeviations
        /// Limits that are not even about the centre line.
        case uneven(lower: Double, upper: Double)
    }

    var centre: Double
    var spread = Spread.none
    var floor = -Double.infinity
    var ceiling = Double.infinity

    /// Whether there are limits, at least for some points.
    var hasLimits: Bool {
        if case .none = spread { false } else { true }
    }

    /// Whether the limits lie apart: a constant process has none of one, two or three sigma.
    var hasWidth: Bool {
        switch spread {
        case .none: false
        case .even(_, _, let three): three > 0
        case .bySize(let variance, let factor): variance > 0 && factor > 0
        case .ofMeans(let deviation): deviation > 0
        case .ofDeviations: centre > 0
        case .uneven(let lower, let upper): lower < upper
        }
    }

    /// Whether limits differ with the size of a point's denominator or subgroup.
    var dependsOnSize: Bool {
        switch spread {
        case .none, .even, .uneven: false
        case .bySize, .ofMeans, .ofDeviations: true
        }
    }

    /// The lines for a point of a given size (read only where ``dependsOnSize``); no limits where there can't
    /// be any.
    func thresholds(size: Double) -> Thresholds {
        switch spread {
        case .none:
            Thresholds(centre: centre)
        case .even(let one, let two, let three):
            Thresholds(centre: centre, widths: (one, two, three), floor: floor, ceiling: ceiling)
        case .uneven(let lower, let upper):
            Thresholds(centre: centre, lower: lower, upper: upper)
        case .bySize(let variance, let factor):
            size > 0 ? thresholds(sigma: (variance / size).squareRoot() * factor) : Thresholds(centre: centre)
        case .ofMeans(let deviation):
            size > 1
                ? thresholds(sigma: deviation * SubgroupConstant.sigmaOfMean(size))
                : Thresholds(centre: centre)
        case .ofDeviations:
            size > 1
                ? thresholds(sigma: centre * SubgroupConstant.sigmaOfDeviation(size))
                : Thresholds(centre: centre)
        }
    }

    private func thresholds(sigma: Double) -> Thresholds {
        Thresholds(centre: centre, widths: (sigma, 2 * sigma, 3 * sigma), floor: floor, ceiling: ceiling)
    }
}
