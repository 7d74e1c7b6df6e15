import Drawing
import Exchange
import Markup
import Statistics

/// Draws the chart of a series for `analyse --svg`.
struct AnalysePicture: Sendable {
    private let target: Target?

    init(_ request: AnalyseRequest) { target = request.target.map { Target($0) } }

    @Sendable func draw(name: String, days: [Day], analysis: Analysis) -> [UInt8] {
        var chart = ControlChart(
            title: name.isEmpty ? analysis.kind.title : name,
            summary: summary(of: analysis, days: days),
            days: days,
            period: Period.inferred(from: days) ?? .day,
            analysis: analysis,
            format: .plain,
            idPrefix: "chart"
        )
        chart.target = target
        return chart.svg().bytes
    }

    private func summary(of analysis: Analysis, days: [Day]) -> String {
        let points = days.count - analysis.unplotted.count
        let signals = analysis.signallingPoints
        return "\(analysis.kind.title) of \(points) point\(points == 1 ? "" : "s"), judged by the rules of "
            + "\(analysis.rules.name.title): \(signals) point\(signals == 1 ? " signals" : "s signal"). "
            + "Variation: \(analysis.variation.rawValue). Assurance: \(analysis.assurance.rawValue)."
    }
}
