/// Why a series can't be charted: which point, what it holds.
///
/// Indices count the points of the series from 0, in the order of the input.
package enum ChartError: Error, Equatable, Sendable {
    /// The chart needs another kind of content: numerators and denominators, plain values or subgroups.
    case wrongContent(ChartKind)
    /// Numerators and denominators differ in number.
    case unequalLengths(numerators: Int, denominators: Int)
    /// NaN or infinite.
    case notFinite(index: Int)
    /// Larger than ``ChartInput/largestMagnitude``, or a denominator smaller than its reciprocal.
    case outOfRange(index: Int, value: Double)
    /// A count, a denominator or a time below zero.
    case negative(index: Int, value: Double)
    /// More events than there were chances, on P, P' and NP charts.
    case numeratorAboveDenominator(index: Int, numerator: Double, denominator: Double)
    /// A time between events of zero or less, on T charts.
    case notPositive(index: Int, value: Double)
    /// An index of a missing or excluded point, of a phase or of a target that is out of range or not
    /// ascending.
    case misplacedIndex(Int)
    /// A baseline of no points.
    case baselineNotPositive(Int)
    /// A multiplier that is zero, negative or beyond ``ChartInput/largestMagnitude``.
    case multiplierOutOfRange(Double)
    /// A target that is NaN or infinite.
    case targetNotFinite(Double)
}
