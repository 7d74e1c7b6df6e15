/// One series, in time order, ready to be charted.
///
/// Missing and excluded points are named by their index. The numbers stored at a missing point are never
/// read.
package struct ChartInput: Sendable {
    package enum Content: Sendable {
        /// One number a point: a measurement, a count, a time between events.
        case values([Double])
        /// Numerators over denominators, both with one number a point.
        case ratios(numerators: [Double], denominators: [Double])
        /// The measurements of each point, for X-bar and S charts.
        case subgroups([[Double]])
    }

    /// The largest magnitude of a number that can be charted; the smallest denominator is its reciprocal.
    ///
    /// Far beyond anything that is counted or measured, and small enough that no sum, square, power or
    /// multiple that a chart needs can overflow.
    package static let largestMagnitude = 1e100

    package var content: Content
    /// Indices of points that have no data, ascending.
    package var missing: [Int]
    /// Indices of points that are plotted but left out of limits and run rules, ascending.
    package var excluded: [Int]

    package init(_ content: Content, missing: [Int] = [], excluded: [Int] = []) {
        self.content = content
        self.missing = missing
        self.excluded = excluded
    }

    /// The number of points, missing ones included.
    package var count: Int {
        switch content {
        case .values(let values): values.count
        case .ratios(let numerators, _): numerators.count
        case .subgroups(let subgroups): subgroups.count
        }
    }
}
