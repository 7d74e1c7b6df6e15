import Sightline
import Statistics

/// Reads one measure of a pack's file.
enum PackMeasureReader {
    static func measure(from fields: inout PackFields) -> Measure {
        let kind: ChartKind = fields.word("chart", otherwise: .individuals)
        var measure = Measure(
            id: PackedMeasure.noID,
            key: fields.text("key", isNeeded: true),
            title: fields.text("title", isNeeded: true),
            why: fields.text("why", hasLines: true),
            domain: fields.text("domain"),
            stakeholder: fields.word("stakeholder", otherwise: .patient),
            role: fields.word("role", otherwise: .outcome),
            better: fields.word("better", otherwise: .none),
            definition: definition(from: &fields),
            chart: chart(kind, from: &fields),
            targets: targets(from: &fields),
            format: ValueFormat(unit: fields.text("unit"), decimals: fields.whole("decimals") ?? 0),
            provenance: Measure.Provenance(
                source: fields.text("source"),
                licence: fields.text("licence"),
                attribution: fields.text("attribution")
            ),
            owner: fields.text("owner"),
            nextReview: fields.day("next-review"),
            reportingDays: reportingDays(from: &fields)
        )
        measure.disclosure = disclosure(from: &fields)
        return measure
    }

    private static func definition(from fields: inout PackFields) -> Definition {
        let numerator = fields.text("numerator", isNeeded: true, hasLines: true)
        let denominator = fields.text("denominator", hasLines: true)
        return Definition(
            numerator: numerator,
            denominator: denominator.isEmpty ? nil : denominator,
            period: fields.word("period", otherwise: .month)
        )
    }

    private static func chart(_ kind: ChartKind, from fields: inout PackFields) -> ChartSettings {
        // A run chart has no limits, and the rules of Making Data Count need them.
        let name: RuleSet.Name = fields.word(
            "rules",
            isNeeded: false,
            otherwise: PackMeasureWriter.usualRules(of: kind)
        )
        var rules = RuleSet(name)
        if let length = fields.whole("shift-length") {
            do { rules = try rules.with(shiftLength: length) } catch {
                fields.wrong("shift-length", sentence(error))
            }
        }
        if let length = fields.whole("trend-length") {
            do { rules = try rules.with(trendLength: length) } catch {
                fields.wrong("trend-length", sentence(error))
            }
        }
        return ChartSettings(
            kind: kind,
            rules: rules,
            baseline: fields.whole("baseline"),
            minimumPoints: fields.whole("minimum-points") ?? 13,
            screensMovingRanges: fields.flag("screens-moving-ranges") ?? false,
            multiplier: fields.number("multiplier") ?? 1
        )
    }

    private static func sentence(_ error: RuleSetError) -> String {
        switch error {
        case .noSuchRule: "These rules have none: leave it out, or choose other rules."
        case .lengthTooShort(_, let shortest): "Use \(shortest) or more."
        }
    }

    private static func targets(from fields: inout PackFields) -> [TargetStep] {
        let part = fields.name(of: "targets")
        let parts = fields.parts("targets") { "\(part) \($0 + 1)" }
        var steps: [TargetStep] = []
        for var part in parts {
            let start = part.day("from")
            if let value = part.number("value") {
                steps.append(TargetStep(start: start ?? .first, value: value))
            } else if !part.hasProblem("value") {
                part.wrong("value", "This is needed.")
            }
            part.close()
            fields.add(part)
        }
        return steps.sorted { $0.start < $1.start }
    }

    /// 31 unless the file says otherwise, as in the form; `none` where no more data is to come.
    private static func reportingDays(from fields: inout PackFields) -> Int? {
        if fields.peeks("reporting-days", at: PackMeasureWriter.noReporting) { return nil }
        return fields.whole("reporting-days") ?? 31
    }

    private static func disclosure(from fields: inout PackFields) -> DisclosureRule? {
        guard var part = fields.inner("disclosure") else { return nil }
        let threshold = part.whole("below")
        if threshold == nil, !part.hasProblem("below") { part.wrong("below", "This is needed.") }
        let zeros = part.flag("zeros-too") ?? false
        let rounding = part.whole("rounded-to")
        if let rounding, !DisclosureRule.roundings.contains(rounding) {
            let words = DisclosureRule.roundings.map { "\($0)" }.joined(separator: ", ")
            part.wrong("rounded-to", "Use one of \(words).")
        }
        part.close()
        fields.add(part)
        // What is wrong with it is said already; the smallest rule stands in.
        return DisclosureRule(
            threshold: threshold ?? DisclosureRule.thresholds.lowerBound,
            withholdsZeros: zeros,
            rounding: rounding
        )
    }

    /// What a file calls the field of a problem.
    static func name(of problem: PackProblem) -> String {
        problem.field == "target" ? "targets" : problem.field
    }
}
