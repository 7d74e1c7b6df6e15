import Markup
import Statistics

extension ChartPainter {
    /// How large marks are: smaller where points are close together.
    private var markSize: Double {
        let roomy = chart.size.isFull ? (chart.size.isNarrow ? 0.85 : 1) : 0.6
        return min(roomy, max(0.55, frame.horizontal.spacing / 7))
    }

    /// The line from point to point, with gaps, and on it the marks.
    mutating func paintPoints() {
        svg += """
            <path class='series' fill='none' stroke='\(Palette.line)' \
            stroke-width='\(frame.horizontal.spacing < 5 ? 1 : 1.3)' stroke-linejoin='round' d='
            """
        var unplotted = chart.analysis.unplotted[...]
        var isDrawing = false
        for index in frame.xs.indices {
            if unplotted.first == index {
                unplotted.removeFirst()
                isDrawing = false
                continue
            }
            svg.append(isDrawing ? " " : "M")
            svg.append(x: frame.xs[index], y: frame.y(of: chart.analysis.values[index]))
            isDrawing = true
        }
        svg.append("'/>")
        for kind in PointMark.allCases where marks.contains(kind) { paintMarks(of: kind) }
    }

    /// A cross at the foot of the chart for each point that is withheld.
    mutating func paintWithheld() {
        guard !chart.withheld.isEmpty else { return }
        svg += LegendItem.crosses
        for index in chart.withheld where frame.xs.indices.contains(index) {
            svg += LegendItem.cross(x: frame.xs[index], y: frame.bottom - 5)
        }
        svg.append("'/>")
    }

    /// What each point is drawn as; nil where there is none.
    static func marks(of chart: ControlChart) -> [PointMark?] {
        var marks = chart.analysis.marks.indices.map { index -> PointMark? in
            chart.analysis.marks[index].isEmpty
                ? .commonCause : PointMark(chart.analysis.variation(at: index))
        }
        for index in chart.excluded { marks[index] = .excluded }
        for index in chart.analysis.unplotted { marks[index] = nil }
        return marks
    }

    private mutating func paintMarks(of kind: PointMark) {
        let size = markSize
        svg += kind.pathStart(outline: size < 0.8 ? 0.5 : 1)
        for index in marks.indices where marks[index] == kind {
            kind.appendShape(
                atX: frame.xs[index],
                y: frame.y(of: chart.analysis.values[index]),
                size: size,
                to: &svg
            )
        }
        svg.append("'/>")
    }

    /// The kinds of marks that the legend must explain.
    var kindsOfMarks: [PointMark] { PointMark.allCases.filter { marks.contains($0) } }

    /// Over each point an invisible strip that tells its date and value when pointed at.
    mutating func paintPointTitles() {
        svg += "<g class='points' fill='none' pointer-events='all'>"
        for index in frame.xs.indices where chart.analysis.isPlotted(index) {
            svg.append("<path d='M")
            svg.append(x: frame.edges[index], y: frame.top)
            svg.append("H")
            svg.append(frame.edges[index + 1])
            svg.append("V")
            svg.append(frame.bottom)
            svg.append("H")
            svg.append(frame.edges[index])
            svg.append("z'><title>")
            svg.append(text: chart.period.shortLabel(for: chart.days[index]))
            svg.append(": ")
            svg.append(text: chart.format.text(chart.analysis.values[index], among: frame.valueAxis.span))
            svg.append("</title></path>")
        }
        svg.append("</g>")
    }
}
