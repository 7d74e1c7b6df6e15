/// Whether chance alone explains how much counts or proportions differ from point to point.
///
/// Two measures must agree that it doesn't. The index of dispersion (Fisher, Statistical Methods for Research
/// Workers, 1925) sees every difference, so a shift, which a chart is there to show, makes it large too. The
/// mean square successive difference (von Neumann, Kent, Bellinson and Hart, Annals of Mathematical
/// Statistics 12, 1941) sees only neighbours. Both are compared with chi-squared limits, which hold for small
/// means as well; sigma from moving ranges does not, for the ranges of rare counts are mostly zero.
package struct Dispersion: Equatable, Sendable {
    package enum Verdict: Sendable {
        /// Points differ less than chance would make them, as it would make them, or more.
        case less, chance, more
    }

    package var verdict: Verdict
    /// How much neighbouring points differ, as a multiple of what chance alone gives.
    package var factor: Double

    /// How improbable, on either side, is more than chance.
    private static let tail = 0.005

    package init(_ verdict: Verdict, factor: Double) {
        self.verdict = verdict
        self.factor = factor
    }

    /// Judges deviations from the common mean, each as a multiple of its standard deviation under chance.
    ///
    /// Nil for fewer than two, and where they are too large to be squared.
    init?(_ scores: [Double]) {
        guard scores.count > 1 else { return nil }
        let freedom = Double(scores.count - 1)
        let squares = scores.reduce(0) { $0 + $1 * $1 }
        let steps = zip(scores, scores.dropFirst()).reduce(0) { sum, pair in
            sum + (pair.1 - pair.0) * (pair.1 - pair.0) / 2
        }
        guard squares.isFinite, steps.isFinite else { return nil }
        // Steps share points: their mean square varies as that of fewer degrees of freedom.
        let fewer = 2 * freedom * freedom / (3 * freedom - 1)
        let overall = Self.tails(squares, freedom: freedom)
        let neighbours = Self.tails(steps / freedom * fewer, freedom: fewer)
        factor = (steps / freedom).squareRoot()
        verdict =
            if overall.upper < Self.tail && neighbours.upper < Self.tail {
                .more
            } else if overall.lower < Self.tail && neighbours.lower < Self.tail {
                .less
            } else {
                .chance
            }
    }

    /// The chi-squared probabilities of less and of more.
    private static func tails(_ squares: Double, freedom: Double) -> (lower: Double, upper: Double) {
        GammaDistribution.tails(shape: freedom / 2, squares / 2)
    }
}
