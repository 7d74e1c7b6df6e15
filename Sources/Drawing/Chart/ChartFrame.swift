import Statistics

/// Where everything of a chart goes, in pixels from its top left corner.
struct ChartFrame {
    let horizontal: HorizontalScale
    /// The area of the points.
    let top: Double
    let bottom: Double
    let valueAxis: ValueAxis
    let dateAxis: DateAxis

    var left: Double { horizontal.left }
    var right: Double { horizontal.right }
    var xs: [Double] { horizontal.xs }
    var edges: [Double] { horizontal.edges }

    init(_ chart: ControlChart, horizontal: HorizontalScale, valueAxis: ValueAxis, top: Double) {
        self.horizontal = horizontal
        self.valueAxis = valueAxis
        self.top = top
        bottom = top + chart.size.plotHeight
        let first = chart.days.first ?? .first
        dateAxis = DateAxis(
            showing: chart.dayRange ?? first...max(first, chart.days.last ?? first),
            width: horizontal.width,
            fontSize: chart.size.fontSize,
            period: chart.period
        )
    }

    /// The height of a value; of one that the axis doesn't show, the edge's.
    func y(of value: Double) -> Double {
        let share = (value - valueAxis.range.lowerBound) / valueAxis.span
        return bottom - min(max(share, 0), 1) * (bottom - top)
    }
}
