import Markup
import Statistics

/// A line's or the newest point's name and value, written beside the right end of the chart.
struct EdgeLabel {
    var text: String
    var value: Double
    var cssClass: StaticString
    var colour: StaticString
    var isBold = false

    /// The labels of a chart, from the top down; narrow charts have values only, and name the lines in the
    /// legend.
    static func all(of chart: ControlChart, among span: Double) -> [EdgeLabel] {
        let analysis = chart.analysis
        guard let newest = analysis.newestPlotted, let phase = analysis.phase(at: newest) else { return [] }
        let offset = newest - phase.range.lowerBound
        let kind = analysis.kind
        var labels: [EdgeLabel] = []
        let mark = PointMark(analysis.variation(at: newest))
        let latest = analysis.values[newest]
        let limits = [phase.limits?.lower[offset], phase.limits?.upper[offset]].compactMap(\.self)
        // A value beyond a limit must be seen to be.
        let format = chart.format.telling(latest, from: limits, among: span)
        func add(
            _ name: String,
            _ value: Double?,
            cssClass: StaticString,
            colour: StaticString,
            isBold: Bool = false
        ) {
            guard let value else { return }
            let words = format.text(value, among: span)
            labels.append(
                EdgeLabel(
                    text: chart.size.isNarrow ? words : name + " " + words,
                    value: value,
                    cssClass: cssClass,
                    colour: colour,
                    isBold: isBold
                )
            )
        }
        add("Upper limit", phase.limits?.upper[offset], cssClass: "muted", colour: Palette.muted)
        add(
            "Latest",
            latest,
            cssClass: mark.cssClass,
            colour: mark == .commonCause ? Palette.ink : mark.colour,
            isBold: true
        )
        add(kind.centreLineTitle, phase.centreLine?[offset], cssClass: "muted", colour: Palette.muted)
        add("Target", chart.target?.value(at: newest), cssClass: "ink", colour: Palette.ink)
        add("Lower limit", phase.limits?.lower[offset], cssClass: "muted", colour: Palette.muted)
        return labels.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
            .map(\.element)
    }
}
