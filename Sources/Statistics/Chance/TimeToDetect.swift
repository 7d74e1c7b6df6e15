/// How many points after a shift it takes to find it.
package struct TimeToDetect: Equatable, Sendable {
    /// Points within which a share of all simulated shifts are found.
    package struct Quantile: Equatable, Sendable {
        package var points: Int
        /// How far it may be off, in points.
        ///
        /// The standard error of the simulated share, over how much that share grows at the last point. Source:
        /// Stuart and Ord, Kendall's Advanced Theory of Statistics, 10.10.
        package var standardError: Double
        /// How many of the simulated shifts are found at the last of the points; what the table keeps.
        let found: Int

        init(points: Int, found: Int, share: Double, runs: Int) {
            self.points = points
            self.found = found
            standardError = (Double(runs) * share * (1 - share)).squareRoot() / Double(max(1, found))
        }
    }

    /// Half of all shifts are found within it; nil: within more than ``longestSearch``.
    package var median: Quantile?
    /// 80% of all shifts are found within it; nil: within more than ``longestSearch``.
    package var eightyPercent: Quantile?

    /// How many points were searched.
    package static let longestSearch = DetectionSimulation.longestSearch

    /// From how many of so many shifts were found at each point.
    init(foundAt: [Int], runs: Int) {
        func quantile(_ share: Double) -> Quantile? {
            var found = 0
            let index = foundAt.firstIndex { count in
                found += count
                return Double(found) >= Double(runs) * share
            }
            return index.map { Quantile(points: $0 + 1, found: foundAt[$0], share: share, runs: runs) }
        }
        median = quantile(0.5)
        eightyPercent = quantile(0.8)
    }

    /// As the shipped table tells it: points and how many were found at the last; no points: more than searched.
    init(median: (points: Int, found: Int), eightyPercent: (points: Int, found: Int), runs: Int) {
        func quantile(_ kept: (points: Int, found: Int), _ share: Double) -> Quantile? {
            guard kept.points > 0 else { return nil }
            return Quantile(points: kept.points, found: kept.found, share: share, runs: runs)
        }
        self.median = quantile(median, 0.5)
        self.eightyPercent = quantile(eightyPercent, 0.8)
    }
}
