/// The number of runs about a line in a random order of so many points above and so many below.
///
/// Source: Swed and Eisenhart, Tables for testing randomness of grouping in a sequence of alternatives,
/// Annals of Mathematical Statistics 1943; exact, one tail of 2.5% a side. Published tables of run charts
/// disagree with each other and all begin at ten useful points, as this does.
struct RunsTest: Equatable {
    /// The fewest and the most runs that are no signal.
    var expected: ClosedRange<Int>

    /// Nil for fewer than ten points, or where all lie on one side.
    init?(above: Int, below: Int) {
        guard above > 0, below > 0, above + below >= 10 else { return nil }
        let weights = Self.weights(above: above, below: below)
        // A tail of exactly 2.5% must not depend on the last digit of a sum.
        let tail = weights.reduce(0, +) * 0.025 * (1 + 1e-12)
        var (low, high) = (0, weights.count - 1)
        var sum = weights[low]
        while sum <= tail, low < high {
            low += 1
            sum += weights[low]
        }
        sum = weights[high]
        while sum <= tail, high > low {
            high -= 1
            sum += weights[high]
        }
        expected = low + 2...high + 2
    }

    /// The relative chances of 2, 3, 4, … runs.
    ///
    /// With w(k) = C(a−1, k)·C(b−1, k), 2(k+1) runs weigh 2·w(k) and 2k+1 runs w(k−1)·((a−k)/k + (b−k)/k).
    /// The largest w is taken as 1, so nothing overflows; what underflows is too rare to matter.
    private static func weights(above: Int, below: Int) -> [Double] {
        let count = min(above, below)
        func ratio(_ k: Int) -> Double {
            Double(above - 1 - k) / Double(k + 1) * (Double(below - 1 - k) / Double(k + 1))
        }
        var mode = 0
        while mode + 1 < count, ratio(mode) > 1 { mode += 1 }
        var pairs = [Double](repeating: 1, count: count)
        for k in mode..<max(mode, count - 1) { pairs[k + 1] = pairs[k] * ratio(k) }
        for k in stride(from: mode - 1, through: 0, by: -1) { pairs[k] = pairs[k + 1] / ratio(k) }
        var weights: [Double] = []
        for k in 0..<count {
            weights.append(2 * pairs[k])
            let odd = Double(above - k - 1) / Double(k + 1) + Double(below - k - 1) / Double(k + 1)
            if odd > 0 { weights.append(pairs[k] * odd) }
        }
        return weights
    }
}
