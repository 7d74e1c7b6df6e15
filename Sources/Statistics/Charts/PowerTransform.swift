import RealModule

/// Nelson's transform of Weibull times between events, which makes them nearly Normal.
///
/// Source: Nelson, A control chart for parts-per-million nonconforming items, Journal of Quality Technology
/// 1994.
enum PowerTransform {
    private static let exponent = 3.6

    /// A positive time's 3.6th root.
    static func forward(_ time: Double) -> Double { Double.pow(time, 1 / exponent) }

    /// Back to a time; what lies below zero becomes zero.
    static func back(_ score: Double) -> Double { Double.pow(max(score, 0), exponent) }
}
