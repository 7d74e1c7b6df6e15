/// The beta distribution on 0 to 1; both shapes are positive numbers.
package enum BetaDistribution {
    /// The regularised incomplete beta function I(x; a, b).
    ///
    /// Method: the continued fraction by Lentz's method (DLMF 8.17.22), on the side where it converges fast.
    /// Time grows with the square root of the larger shape.
    package static func cumulative(_ a: Double, _ b: Double, _ x: Double) -> Double {
        tails(a, b, x).lower
    }

    /// I(x; a, b) and what is left to 1, both with all their digits.
    static func tails(_ a: Double, _ b: Double, _ x: Double) -> (lower: Double, upper: Double) {
        guard x > 0 else { return (0, 1) }
        guard x < 1 else { return (1, 0) }
        if x < (a + 1) / (a + b + 2) {
            let lower = min(1, lower(a, b, x, 1 - x))
            return (lower, 1 - lower)
        }
        let upper = min(1, lower(b, a, 1 - x, x))
        return (1 - upper, upper)
    }

    /// The value below which lies the probability `p`.
    ///
    /// Method: Newton's steps from the mean, kept in a bracket.
    package static func quantile(_ a: Double, _ b: Double, _ p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard p < 1 else { return 1 }
        return increasingRoot(near: a / (a + b), in: 0...1) { x in
            let density = SaddlePoint.binomial(a, trials: a + b, x, 1 - x) * a * b / ((a + b) * x * (1 - x))
            return (cumulative(a, b, x) - p, density)
        }
    }

    /// I(x; a, b) where y is 1 − x, without cancellation, for x below the mean or so.
    private static func lower(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
        var c = 1.0
        var d = 1 / (1 - (a + b) * x / (a + 1))
        var fraction = d
        var m = 1.0
        var factor = 0.0
        while abs(factor - 1) > 1e-16, m < 1e6 {
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / (1 + even * d)
            c = 1 + even / c
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / (1 + odd * d)
            c = 1 + odd / c
            factor = d * c
            fraction *= factor
            m += 1
        }
        return SaddlePoint.binomial(a, trials: a + b, x, y) * b / (a + b) * fraction
    }
}
