/// By how much institutions differ beyond chance.
///
/// Source: Spiegelhalter, "Handling over-dispersion of performance indicators", Quality and Safety in Health
/// Care 14, 2005; truncation as in NHS England's SHMI specification.
package struct Overdispersion: Equatable, Sendable {
    /// The mean square of the trimmed z-scores: about 1 where chance explains everything.
    package var phi: Double
    /// The variance between institutions, on the scale of the limits; 0 where chance explains everything.
    package var tauSquared: Double

    /// Measures overdispersion by the method of moments (DerSimonian and Laird 1986).
    ///
    /// Nil where trimming leaves nothing.
    ///
    /// - Parameters:
    ///   - scores: the z-score of each institution.
    ///   - standardErrors: the standard error of each, on the scale of the limits, in the same order.
    ///   - trimming: what is done about extreme scores.
    init?(scores: [Double], standardErrors: [Double], trimming: FunnelOptions.Trimming) {
        var kept = Array(zip(scores, standardErrors))
        switch trimming {
        case .winsorised:
            let sorted = scores.sorted()
            guard let lower = Self.quantile(0.1, ofSorted: sorted),
                let upper = Self.quantile(0.9, ofSorted: sorted)
            else { return nil }
            kept = kept.map { (max(lower, min(upper, $0.0)), $0.1) }
        case .truncated:
            let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
            let middle = order.enumerated().filter { rank, _ in
                1...8 ~= (rank + 1) * 10 / (scores.count + 1)
            }
            kept = middle.map { _, index in kept[index] }
        }
        guard !kept.isEmpty else { return nil }

        let count = Double(kept.count)
        let squares = kept.reduce(0) { $0 + $1.0 * $1.0 }
        let weights = kept.map { 1 / ($0.1 * $0.1) }
        let total = weights.reduce(0, +)
        let spread = total - weights.reduce(0) { $0 + $1 * $1 } / total
        phi = squares / count
        tauSquared = spread > 0 ? max(0, (squares - (count - 1)) / spread) : 0
    }

    /// A quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
    private static func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double? {
        guard let last = sorted.last else { return nil }
        let place = p * Double(sorted.count - 1)
        let index = Int(place)
        guard index + 1 < sorted.count else { return last }
        return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
    }
}
