import Markup
import Sightline
import Statistics

/// Writes one measure of a pack's file; what is as usual is left out.
enum PackMeasureWriter {
    /// What a file says where no more data is to come.
    static let noReporting = "none"

    /// The rules of a chart where a file says nothing: a run chart has no limits, which Making Data Count needs.
    static func usualRules(of kind: ChartKind) -> RuleSet.Name { kind == .run ? .anhoej : .mdc }

    static func lines(of measure: Measure) -> PackLines {
        var lines = PackLines()
        lines.text("key", measure.key)
        lines.text("title", measure.title)
        lines.text("why", measure.why)
        lines.text("domain", measure.domain)
        lines.text("stakeholder", measure.stakeholder.rawValue)
        lines.text("role", measure.role.rawValue)
        lines.text("better", measure.better.rawValue)
        lines.text("numerator", measure.definition.numerator)
        lines.text("denominator", measure.definition.denominator ?? "")
        lines.text("period", measure.definition.period.rawValue)
        lines.text("unit", measure.format.unit)
        if measure.format.decimals != 0 { lines.plain("decimals", "\(measure.format.decimals)") }
        add(measure.chart, to: &lines)
        lines.list("targets", measure.targets.map(Self.lines(of:)))
        lines.text("source", measure.provenance.source)
        lines.text("licence", measure.provenance.licence)
        lines.text("attribution", measure.provenance.attribution)
        lines.text("owner", measure.owner)
        lines.day("next-review", measure.nextReview)
        if measure.reportingDays != 31 {
            lines.plain("reporting-days", measure.reportingDays.map { "\($0)" } ?? noReporting)
        }
        if let rule = measure.disclosure { lines.inner("disclosure", Self.lines(of: rule)) }
        return lines
    }

    private static func add(_ chart: ChartSettings, to lines: inout PackLines) {
        if chart.multiplier != 1 { lines.plain("multiplier", NumberText.shortest(chart.multiplier)) }
        lines.text("chart", chart.kind.rawValue)
        let usual = RuleSet(chart.rules.name)
        if chart.rules.name != usualRules(of: chart.kind) { lines.text("rules", chart.rules.name.rawValue) }
        if chart.rules.shiftLength != usual.shiftLength, let length = chart.rules.shiftLength {
            lines.plain("shift-length", "\(length)")
        }
        if chart.rules.trendLength != usual.trendLength, let length = chart.rules.trendLength {
            lines.plain("trend-length", "\(length)")
        }
        if let baseline = chart.baseline { lines.plain("baseline", "\(baseline)") }
        if chart.minimumPoints != 13 { lines.plain("minimum-points", "\(chart.minimumPoints)") }
        if chart.screensMovingRanges { lines.plain("screens-moving-ranges", "true") }
    }

    private static func lines(of step: TargetStep) -> PackLines {
        var lines = PackLines()
        if step.start != .first { lines.day("from", step.start) }
        lines.plain("value", NumberText.shortest(step.value))
        return lines
    }

    private static func lines(of rule: DisclosureRule) -> PackLines {
        var lines = PackLines()
        lines.plain("below", "\(rule.threshold)")
        if rule.withholdsZeros { lines.plain("zeros-too", "true") }
        if let rounding = rule.rounding { lines.plain("rounded-to", "\(rounding)") }
        return lines
    }
}
