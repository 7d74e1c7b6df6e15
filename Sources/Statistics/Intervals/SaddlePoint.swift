import RealModule

/// Poisson and binomial probabilities for real counts, without the cancellation of log-gamma differences.
///
/// Source: Loader, "Fast and accurate computation of binomial probabilities", 2000, as R uses it.
enum SaddlePoint {
    /// e^−mean · mean^count / Γ(count + 1).
    static func poisson(_ count: Double, mean: Double) -> Double {
        if mean <= 0 { return count == 0 ? 1 : 0 }
        if count <= 0 { return Double.exp(-mean) }
        let exponent = -stirlingError(count) - deviance(count, mean)
        return Double.exp(exponent) / (2 * .pi * count).squareRoot()
    }

    /// Γ(trials + 1) / Γ(count + 1) / Γ(trials − count + 1) · p^count · q^(trials − count), where q is 1 − p.
    static func binomial(_ count: Double, trials: Double, _ p: Double, _ q: Double) -> Double {
        if p <= 0 { return count == 0 ? 1 : 0 }
        if q <= 0 { return count == trials ? 1 : 0 }
        let others = trials - count
        if count <= 0 { return Double.exp(trials * Double.log(onePlus: -p)) }
        if others <= 0 { return Double.exp(trials * Double.log(onePlus: -q)) }
        let exponent =
            stirlingError(trials) - stirlingError(count) - stirlingError(others)
            - deviance(count, trials * p) - deviance(others, trials * q)
        return Double.exp(exponent) * (trials / (2 * .pi * count * others)).squareRoot()
    }

    /// log Γ(n + 1) less Stirling's formula for it.
    private static func stirlingError(_ n: Double) -> Double {
        guard n > 15 else {
            return Double.logGamma(n + 1) - (n + 0.5) * Double.log(n) + n - 0.5 * Double.log(2 * .pi)
        }
        let square = n * n
        let series =
            1 / 12.0 - (1 / 360.0 - (1 / 1_260.0 - (1 / 1_680.0 - 1 / 1_188.0 / square) / square) / square)
            / square
        return series / n
    }

    /// x·log(x/mean) + mean − x, by its series where x is near the mean.
    private static func deviance(_ x: Double, _ mean: Double) -> Double {
        let difference = x - mean
        guard abs(difference) < 0.1 * (x + mean) else { return x * Double.log(x / mean) + mean - x }
        let v = difference / (x + mean)
        var sum = difference * v
        var term = 2 * x * v
        var divisor = 3.0
        while true {
            term *= v * v
            let next = sum + term / divisor
            if next == sum { return sum }
            sum = next
            divisor += 2
        }
    }
}
