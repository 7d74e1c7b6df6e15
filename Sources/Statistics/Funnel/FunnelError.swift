/// Why no funnel can be drawn: which institution, by index, and what is wrong with it.
package enum FunnelError: Error, Equatable, Sendable {
    case differentCounts(numerators: Int, denominators: Int)
    case notFinite(index: Int)
    case negative(index: Int, value: Double)
    /// Larger than ``ChartInput/largestMagnitude``, or a denominator smaller than its reciprocal.
    case outOfRange(index: Int, value: Double)
    case numeratorAboveDenominator(index: Int, numerator: Double, denominator: Double)
}
