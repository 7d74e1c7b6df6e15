import Markup
import Statistics

/// Draws one control chart, from back to front.
struct ChartPainter {
    let chart: ControlChart
    let frame: ChartFrame
    let edgeLabels: [EdgeLabel]
    let heading: Heading
    let flags: FlagRows
    /// What stands above the phases; empty where not all of it fits, and is told below instead.
    let phaseLabels: [String]
    /// What each point is drawn as; nil where there is none.
    let marks: [PointMark?]
    var svg = SVG()
    /// Of the whole picture; known when it is painted.
    private(set) var height = 0.0

    var lineHeight: Double { chart.size.lineHeight }

    init(_ chart: ControlChart) {
        let size = chart.size
        self.chart = chart
        marks = Self.marks(of: chart)
        let heading = Heading(
            title: chart.showsTitle ? chart.title : "",
            subtitle: chart.showsTitle ? chart.subtitle : "",
            size: size
        )
        self.heading = heading
        let axis = ValueAxis(
            showing: chart.valueRange ?? chart.extent,
            ticks: max(3, Int(size.plotHeight / (size.fontSize * 3.2))),
            cap: chart.format.suffix == "%" ? 100 : nil
        )
        edgeLabels = size.isFull ? EdgeLabel.all(of: chart, among: axis.span) : []
        let labelWidth = edgeLabels.map { TextWidth.of($0.text, size: size.fontSize, isBold: $0.isBold) }
            .max()
        let horizontal = HorizontalScale(
            chart,
            left: Self.tickWidth(of: axis, on: chart) + 8,
            right: size.isFull ? (labelWidth ?? 0) + 10 : 6
        )
        let flags = FlagRows(chart.notes, on: horizontal, size: size)
        self.flags = flags
        phaseLabels = Self.phaseLabels(of: chart, on: horizontal)
        let phaseRow = phaseLabels.isEmpty ? 0 : size.lineHeight
        frame = ChartFrame(
            chart,
            horizontal: horizontal,
            valueAxis: axis,
            top: heading.height + phaseRow + flags.height + 10
        )
    }

    private static func tickWidth(of axis: ValueAxis, on chart: ControlChart) -> Double {
        let widths = axis.ticks.map {
            TextWidth.of(axis.label(of: $0, format: chart.format), size: chart.size.fontSize)
        }
        return widths.max() ?? 0
    }

    private static func phaseLabels(of chart: ControlChart, on scale: HorizontalScale) -> [String] {
        let labels = chart.phaseLabels.prefix(chart.analysis.phases.count)
        let fits = zip(labels, chart.analysis.phases).allSatisfy { label, phase in
            let isLast = phase.range.upperBound == scale.edges.count - 1
            let end = isLast ? chart.size.width : scale.edges[phase.range.upperBound]
            let room = end - scale.edges[phase.range.lowerBound] - 8
            return label.isEmpty || TextWidth.of(label, size: chart.size.fontSize) <= room
        }
        return chart.size.isFull && fits && labels.contains { !$0.isEmpty } ? Array(labels) : []
    }

    mutating func paint() -> SVG {
        svg.reserveCapacity(2000 + chart.days.count * (chart.size.isFull ? 120 : 40))
        heading.paint(in: &svg)
        if chart.analysis.unplotted.count == chart.days.count {
            paintEmptiness()
        } else {
            paintAxes()
            paintBands()
            paintGhosts()
            paintLimits()
            paintTarget()
            paintPhaseBoundaries()
            paintFlags()
            paintHighlight()
            paintPoints()
            paintWithheld()
            paintEdgeLabels()
            if chart.size.isFull { paintPointTitles() }
        }
        var height = frame.bottom + (frame.dateAxis.hasYears ? 2 : 1) * lineHeight + 8
        if chart.size.isFull { paintFoot(below: &height) }
        self.height = height.rounded(.up)
        return Picture.document(
            width: chart.size.width,
            height: self.height,
            title: chart.title,
            summary: chart.summary,
            idPrefix: chart.idPrefix,
            cssClass: chart.size.isFull ? "chart" : "chart small",
            body: svg
        )
    }

    private mutating func paintEmptiness() {
        svg += """
            <path class='grid' fill='none' stroke='\(Palette.grid)' \
            d='M\(frame.left) \(frame.top)H\(frame.right)V\(frame.bottom)H\(frame.left)z'/>
            """
        svg.appendText(
            "No values to draw",
            x: (frame.left + frame.right) / 2,
            y: (frame.top + frame.bottom) / 2,
            size: chart.size.fontSize,
            isMuted: true,
            anchor: .middle
        )
    }

    /// A line of text that starts at `x` and whose lower end is `y`.
    mutating func paintText(_ text: String, x: Double, y: Double, isMuted: Bool) {
        let size = chart.size.fontSize
        svg.appendText(text, x: x, y: y - size * 0.3, size: size, isMuted: isMuted)
    }
}
