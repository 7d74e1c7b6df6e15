import Statistics

/// The horizontal places of a chart's points, in pixels.
struct HorizontalScale {
    /// The area of the points.
    let left: Double
    let right: Double
    /// The middle of each point.
    let xs: [Double]
    /// Half-way between neighbouring points, and the two ends: one more than points.
    let edges: [Double]
    /// The distance between neighbouring points, on average.
    let spacing: Double
    /// Between the first point and the last.
    let width: Double
    private let firstDay: Double
    private let pixelsADay: Double
    private let start: Double

    /// - Parameters:
    ///   - chart: what is drawn.
    ///   - left: the room that labels need, of which they get a third of the width at most.
    ///   - right: the same.
    init(_ chart: ControlChart, left: Double, right: Double) {
        let days = chart.days
        let padding = chart.size.isFull ? 9.0 : 5
        let left = min(left, chart.size.width * 0.3)
        let right = chart.size.width - min(right, chart.size.width * 0.3)
        let firstDay = Double((chart.dayRange?.lowerBound ?? days.first)?.number ?? 0)
        let daysShown = Double((chart.dayRange?.upperBound ?? days.last)?.number ?? 0) - firstDay
        let width = right - left - 2 * padding
        let pixelsADay = daysShown > 0 ? width / daysShown : 0
        // A single day stands in the middle.
        let start = daysShown > 0 ? left + padding : (left + right) / 2
        let xs = days.map { start + (Double($0.number) - firstDay) * pixelsADay }
        let edges = Self.edges(of: xs, in: left...right, isShared: chart.dayRange != nil)
        (self.left, self.right, self.width, self.xs, self.edges) = (left, right, width, xs, edges)
        (self.firstDay, self.pixelsADay, self.start) = (firstDay, pixelsADay, start)
        spacing = xs.count > 1 ? (xs[xs.count - 1] - xs[0]) / Double(xs.count - 1) : width
    }

    /// The outer edges are those of the area, unless the points have it for a part only.
    private static func edges(of xs: [Double], in area: ClosedRange<Double>, isShared: Bool) -> [Double] {
        guard let first = xs.first, let last = xs.last else { return [area.lowerBound] }
        var edges = [area.lowerBound]
        edges.reserveCapacity(xs.count + 1)
        for index in xs.indices.dropFirst() { edges.append((xs[index - 1] + xs[index]) / 2) }
        edges.append(area.upperBound)
        guard isShared, xs.count > 1 else { return edges }
        edges[0] = max(area.lowerBound, first - (edges[1] - first))
        edges[xs.count] = min(area.upperBound, last + (last - edges[xs.count - 1]))
        return edges
    }

    /// The place of a day; of one before or after the points, the edge's.
    func x(of day: Day) -> Double {
        min(max(start + (Double(day.number) - firstDay) * pixelsADay, left), right)
    }
}
