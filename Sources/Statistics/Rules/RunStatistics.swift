/// Run statistics of a phase, as the Anhøj rules count them.
///
/// Source: Anhøj and Olesen, Run charts revisited, PLoS ONE 2014 (9, e113825).
package struct RunStatistics: Equatable, Sendable {
    /// Points that are not on the centre line.
    package var usefulPoints: Int
    package var longestRun: Int
    package var crossings: Int

    package init(usefulPoints: Int, longestRun: Int, crossings: Int) {
        self.usefulPoints = usefulPoints
        self.longestRun = longestRun
        self.crossings = crossings
    }

    /// The longest run that is still no signal: log2 of the useful points, rounded, plus 3.
    package var longestRunLimit: Int {
        // Half of log2(n²) is rounded without a logarithm: log2 n is never exactly a half.
        let square = usefulPoints.multipliedFullWidth(by: usefulPoints)
        let bits =
            square.high > 0
            ? 127 - square.high.leadingZeroBitCount : 63 - max(square.low, 1).leadingZeroBitCount
        return (bits + 1) / 2 + 3
    }

    /// The fewest crossings that are still no signal: the 5% quantile of Binomial(useful points − 1, ½).
    package var crossingsLimit: Int { Self.lowerQuantile(ofTosses: usefulPoints - 1) }

    /// The smallest k with P(K ≤ k) ≥ 0.05 for K heads in so many tosses of a fair coin; 0 for none.
    ///
    /// Sums outwards from the middle in units of the middle's probability, so nothing under- or overflows.
    private static func lowerQuantile(ofTosses tosses: Int) -> Int {
        guard tosses > 0 else { return 0 }
        let middle = tosses / 2
        var weights = [1.0]
        while middle - weights.count >= 0, let last = weights.last, last > 1e-18 {
            let heads = middle - weights.count
            weights.append(last * Double(heads + 1) / Double(tosses - heads))
        }
        let tail = weights.dropFirst().reversed().reduce(0, +)
        let total = 2 * tail + (tosses.isMultiple(of: 2) ? 1 : 2)
        var cumulative = 0.0
        for (distance, weight) in weights.enumerated().reversed() {
            cumulative += weight
            if cumulative >= 0.05 * total { return middle - distance }
        }
        return middle
    }
}
