import RealModule

/// The constants of X-bar and S charts for a subgroup of a given size, which must be at least 2.
enum SubgroupConstant {
    /// The expected standard deviation of a Normal subgroup, as a multiple of sigma.
    ///
    /// c4 = √(2/(m−1)) Γ(m/2) / Γ((m−1)/2). Source: NIST/SEMATECH e-Handbook, 6.3.2.1.
    static func c4(_ size: Double) -> Double {
        let ratio = Double.exp(Double.logGamma(size / 2) - Double.logGamma((size - 1) / 2))
        return min((2 / (size - 1)).squareRoot() * ratio, 1)
    }

    /// One third of A3: sigma of a subgroup's mean, as a multiple of the mean standard deviation.
    static func sigmaOfMean(_ size: Double) -> Double { 1 / (c4(size) * size.squareRoot()) }

    /// One third of B4 − 1: sigma of a subgroup's standard deviation, as a multiple of the mean one.
    static func sigmaOfDeviation(_ size: Double) -> Double {
        let c4 = c4(size)
        return (1 - c4 * c4).squareRoot() / c4
    }
}
