/// Draws counts from a distribution by inverting its cumulative probabilities.
struct CountSampler: Sendable {
    /// The cumulative probabilities from the count `first` up, until they are as good as 1.
    private let cumulative: [Double]
    private let first: Int
    /// For each 256th of the probability, where the search starts.
    private let starts: [Int]

    init(_ distribution: CountDistribution) {
        let first = distribution.quantile(1e-17)
        let last = distribution.quantile(1 - 1e-16)
        var cumulative: [Double] = []
        for count in Int(first)...Int(max(first, last)) {
            cumulative.append(distribution.cumulative(Double(count)))
        }
        self.first = Int(first)
        starts = (0..<256).map { step in
            cumulative.firstIndex { $0 > Double(step) / 256 } ?? cumulative.count - 1
        }
        self.cumulative = cumulative
    }

    func draw(_ random: inout RandomNumbers) -> Double {
        let uniform = random.uniform()
        var index = starts[Int(uniform * 256)]
        while index < cumulative.count - 1, cumulative[index] < uniform { index += 1 }
        return Double(first + index)
    }
}
