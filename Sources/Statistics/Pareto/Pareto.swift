/// Categories of a Pareto chart, the greatest first, each with its share and the share of all down to it.
///
/// Source: qicharts2's paretochart, from counted categories.
package struct Pareto: Equatable, Sendable {
    /// One bar.
    package struct Bar: Equatable, Sendable {
        package var name: String
        package var count: Int
        /// This and the ones before it; a Double, for counts that each fit an Int may not fit one together.
        package var cumulativeCount: Double
        /// Of all; from 0 to 1.
        package var share: Double
        /// Of all, down to this; the last is 1.
        package var cumulativeShare: Double
    }

    package let bars: [Bar]

    /// Counts categories and puts them in order.
    ///
    /// Equally frequent categories stay in the order of their first event; none gives no bars.
    ///
    /// - Parameter categories: one name an event, in any order; nil where it isn't known: not counted.
    package init(categories: some Sequence<String?>) {
        var places: [String: Int] = [:]
        var counts: [(name: String, count: Int)] = []
        for case let name? in categories {
            if let place = places[name] {
                counts[place].count += 1
            } else {
                places[name] = counts.count
                counts.append((name, 1))
            }
        }
        self.init(counts: counts)
    }

    /// Puts counted categories in order.
    ///
    /// Equally frequent categories stay in the order given; none gives no bars.
    ///
    /// - Parameter counts: each category once with how often it came, in any order; below 1 it is left out.
    package init(counts: [(name: String, count: Int)]) {
        // The standard library's sort is stable.
        let kept = counts.filter { $0.count > 0 }.sorted { $0.count > $1.count }
        // Added in the order of the bars, so that the last share is 1 whatever is lost in rounding.
        let total = kept.reduce(0) { $0 + Double($1.count) }
        var cumulative = 0.0
        bars = kept.map { name, count in
            cumulative += Double(count)
            return Bar(
                name: name,
                count: count,
                cumulativeCount: cumulative,
                share: Double(count) / total,
                cumulativeShare: cumulative / total
            )
        }
    }
}
