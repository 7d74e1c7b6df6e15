/// The root of an increasing function within a bracket, by Newton's steps, halving where a step leaves it.
///
/// - Parameters:
///   - start: a first guess, within the bracket.
///   - bracket: where the root lies; the function isn't asked for values at its ends.
///   - function: gives the value and the slope at a point.
/// - Returns: the root, to the last digit or two.
func increasingRoot(
    near start: Double,
    in bracket: ClosedRange<Double>,
    _ function: (Double) -> (value: Double, slope: Double)
) -> Double {
    var lower = bracket.lowerBound
    var upper = bracket.upperBound
    var x = start > lower && start < upper ? start : lower + (upper - lower) / 2
    for _ in 0..<200 {
        let (value, slope) = function(x)
        if value == 0 { return x }
        if value < 0 { lower = x } else { upper = x }
        let step = x - value / slope
        let next = step > lower && step < upper ? step : lower + (upper - lower) / 2
        if abs(next - x) <= 2 * x.ulp { return next }
        x = next
    }
    return x
}
