import RealModule

/// The gamma distribution of scale 1; its shape is a positive number.
package enum GammaDistribution {
    /// The regularised incomplete gamma functions P(shape, x) and Q(shape, x) = 1 − P.
    ///
    /// Method: the series below the mean, the continued fraction by Lentz's method above it (DLMF 8.11.4 and
    /// 8.9.2). Time grows with the square root of the shape; beyond 10^10 the Wilson–Hilferty approximation
    /// (1931) is as good.
    package static func tails(shape: Double, _ x: Double) -> (lower: Double, upper: Double) {
        guard x > 0 else { return (0, 1) }
        guard x < .infinity else { return (1, 0) }
        guard shape < largestExactShape else {
            let z = (Double.root(x / shape, 3) - 1 + 1 / (9 * shape)) * 3 * shape.squareRoot()
            return (Normal.cumulative(z), Normal.cumulative(-z))
        }
        let scale = SaddlePoint.poisson(shape, mean: x)
        // So far out that nothing is left; the fraction of a very large number would take for ever.
        guard scale > 0 else { return x < shape ? (0, 1) : (1, 0) }
        if x < shape + 1 {
            var term = 1.0
            var sum = 1.0
            var k = shape + 1
            while term > sum * 1e-17 {
                term *= x / k
                sum += term
                k += 1
            }
            let lower = min(1, scale * sum)
            return (lower, 1 - lower)
        }
        var b = x + 1 - shape
        var c = Double.infinity
        var d = 1 / b
        var fraction = d
        var i = 1.0
        var factor = 0.0
        while abs(factor - 1) > 1e-16, i < 1e7 {
            let numerator = i * (shape - i)
            b += 2
            d = 1 / (numerator * d + b)
            c = b + numerator / c
            factor = c * d
            fraction *= factor
            i += 1
        }
        let upper = min(1, scale * shape * fraction)
        return (1 - upper, upper)
    }

    /// The value below which lies the probability `p`; half a chi-squared quantile of 2·`shape` degrees.
    ///
    /// Method: Newton's steps from the Wilson–Hilferty approximation (1931), kept in a bracket.
    package static func quantile(shape: Double, _ p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard p < 1 else { return .infinity }
        let ninth = 1 / (9 * shape)
        let cube = 1 - ninth + Normal.quantile(p) * ninth.squareRoot()
        let small = Double.exp((Double.log(p) + Double.logGamma(shape + 1)) / shape)
        let start = cube > 0.2 ? shape * cube * cube * cube : small
        guard shape < largestExactShape else { return start }
        var upper = max(start, shape) * 2
        while tails(shape: shape, upper).lower < p { upper *= 2 }
        return increasingRoot(near: start, in: 0...upper) { x in
            let tails = tails(shape: shape, x)
            // The smaller tail keeps its digits.
            let excess = p < 0.5 ? tails.lower - p : (1 - p) - tails.upper
            return (excess, SaddlePoint.poisson(shape, mean: x) * shape / x)
        }
    }

    private static let largestExactShape = 1e10
}
