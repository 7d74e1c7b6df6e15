/// Whether numbers are as skewed as times, or cases, between events that chance makes.
enum SkewedShape {
    /// Whether positive numbers may be times between events: exponential, so that their standard deviation
    /// equals their mean and their skewness is 2.
    static func areTimes(_ values: [Double]) -> Bool {
        guard values.count >= ChartAdvice.fewestPoints, let mean = Average.mean(values[...]) else {
            return false
        }
        let count = Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let deviation = variance.squareRoot()
        guard deviation > 0.7 * mean else { return false }
        let third = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
        return third > variance * deviation
    }

    /// Whether whole numbers may be cases between events: geometric, with a mean of at least 1, for what
    /// happens in every other case isn't rare.
    ///
    /// Their Gini coefficient must be what geometric numbers have, (1 + m) / (1 + 2m) for a mean of m, but for
    /// chance; it is nearly Normal with the variance 1/(12(n − 1)) that it has for exponential numbers (Gail
    /// and Gastwirth, Journal of the Royal Statistical Society B 40, 1978). Nor may there be more or fewer
    /// zeros than chance gives.
    static func areGaps(_ counts: [Double]) -> Bool {
        guard counts.count >= ChartAdvice.fewestPoints, let mean = Average.mean(counts[...]), mean >= 1 else {
            return false
        }
        let count = Double(counts.count)
        let ranks = counts.sorted().enumerated().reduce(0) { sum, ranked in
            sum + (2 * Double(ranked.offset) + 1 - count) * ranked.element
        }
        let gini = ranks / (count * (count - 1) * mean)
        let expected = (1 + mean) / (1 + 2 * mean)
        let deviation = (1 / (12 * (count - 1))).squareRoot()
        guard abs(gini - expected) <= Normal.quantile(0.975) * deviation else { return false }
        let zeros = CountDistribution.binomial(trials: count, probability: 1 / (1 + mean))
        let found = Double(counts.count { $0 == 0 })
        return found >= zeros.quantile(0.005) && found <= zeros.quantile(0.995)
    }
}
