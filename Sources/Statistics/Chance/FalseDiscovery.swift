/// Which of many tests stand out when the share of false ones among them is to stay small.
///
/// Source: Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical
/// Society B 57, 1995.
package enum FalseDiscovery {
    /// The largest probability that stands out; nil where none does.
    ///
    /// - Parameters:
    ///   - probabilities: of tests that found something, in any order: how often chance alone would find as much.
    ///   - tests: all tests; those that found nothing count as certain.
    ///   - share: the share of false ones that is put up with, over the long run, among those that stand out.
    package static func threshold(_ probabilities: [Double], among tests: Int, share: Double) -> Double? {
        let sorted = probabilities.sorted()
        let place = sorted.indices.last { sorted[$0] <= Double($0 + 1) / Double(tests) * share }
        return place.map { sorted[$0] }
    }

    /// For each test the smallest share at which it stands out, in the order given.
    package static func adjusted(_ probabilities: [Double]) -> [Double] {
        let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
        var adjusted = probabilities
        var least = 1.0
        for (place, index) in order.enumerated().reversed() {
            least = min(least, probabilities[index] * Double(order.count) / Double(place + 1))
            adjusted[index] = least
        }
        return adjusted
    }
}
