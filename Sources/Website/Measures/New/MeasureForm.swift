import Sightline
import Statistics

/// The fields of the form for a measure, and the measure that they make.
enum MeasureForm {
    /// What someone is told who may define a measure, and not say how far it goes.
    static let sharingProblem = FormState.Problem(
        "visibility",
        "Only an administrator of the unit may let others see it: choose the narrowest."
    )

    /// What someone is told who may change a measure, and not what others see of its small numbers.
    static let disclosureProblem = FormState.Problem(
        "disclosure",
        "Only an administrator of the unit may change what is withheld from others: leave it as it is."
    )

    /// The form as a newcomer finds it.
    static let blank = FormState([
        "visibility": Visibility.unit.rawValue,
        "better": Direction.up.rawValue,
        "period": Period.month.rawValue,
        "decimals": "0",
        "multiplier": "1",
        "chart": ChartKind.individuals.rawValue,
        "rules": RuleSet.Name.mdc.rawValue,
        "reporting-days": "31",
    ])

    /// The measure that was typed, with what can't be read; the rest is for the store to check.
    ///
    /// - Parameter unit: the unit that it is to belong to; nil for one that all share.
    static func measure(
        from form: Form,
        id: Measure.ID,
        of unit: Unit.ID?
    ) -> (measure: Measure, problems: [FormState.Problem]) {
        var fields = Fields(form: form)
        var chart = ChartSettings(
            kind: fields.word("chart", ifEmpty: .individuals),
            rules: RuleSet(fields.word("rules", ifEmpty: .mdc)),
            multiplier: fields.number("multiplier", "Use a number, such as 100.") ?? 1
        )
        // A run chart has no limits, and the rules of Making Data Count need them.
        if chart.kind == .run, form["rules"].isEmpty { chart.rules = .anhoej }
        var measure = Measure(
            id: id,
            unit: unit,
            visibility: fields.word("visibility", ifEmpty: .unit),
            key: form.optional("key") ?? key(from: form["title"]),
            title: form["title"],
            why: paragraph(form["why"]),
            domain: form["domain"],
            stakeholder: fields.word("stakeholder", ifEmpty: .patient),
            role: fields.word("role", ifEmpty: .outcome),
            better: fields.word("better", ifEmpty: .none),
            definition: Definition(
                numerator: paragraph(form["numerator"]),
                denominator: form.optional("denominator").map(paragraph),
                period: fields.word("period", ifEmpty: .month)
            ),
            chart: chart,
            format: ValueFormat(unit: form["unit"], decimals: fields.whole("decimals", ifEmpty: 0)),
            provenance: Measure.Provenance(
                source: form["source"],
                licence: form["licence"],
                attribution: form["attribution"]
            ),
            owner: form["owner"],
            nextReview: fields.day("next-review"),
            reportingDays: fields.whole("reporting-days", ifEmpty: 31)
        )
        measure.targets = fields.targets("target")
        measure.disclosure = fields.disclosure()
        return (measure, fields.problems)
    }

    /// A stored measure with what was typed in its place; what the form doesn't ask stays.
    static func changed(
        _ stored: Measure,
        by form: Form
    ) -> (measure: Measure, problems: [FormState.Problem]) {
        var (measure, problems) = measure(from: form, id: stored.id, of: stored.unit)
        measure.definition.version = stored.definition.version
        let typed = measure.chart
        measure.chart = stored.chart
        measure.chart.kind = typed.kind
        measure.chart.multiplier = typed.multiplier
        // Lengths of shifts and trends belong to the rules that they were chosen for.
        if typed.rules.name != stored.chart.rules.name { measure.chart.rules = typed.rules }
        // An empty field and none of it mean the same to the form.
        if form.optional("reporting-days") == nil { measure.reportingDays = nil }
        return (measure, problems)
    }

    /// The form of a stored measure, filled in.
    static func filled(from measure: Measure, revision: Int) -> FormState {
        FormState(measure.fields, revision: revision)
    }

    /// The fields as they are read, with what can't be.
    private struct Fields {
        let form: Form
        var problems: [FormState.Problem] = []

        mutating func number(_ field: String, _ sentence: String) -> Double? {
            guard let text = form.optional(field) else { return nil }
            guard let value = Double(text), value.isFinite else {
                problems.append(.init(field, sentence))
                return nil
            }
            return value
        }

        /// One target a line: a number, with the day before it from which it holds.
        mutating func targets(_ field: String) -> [TargetStep] {
            var steps: [TargetStep] = []
            for line in form[field].split(whereSeparator: \.isNewline) {
                let words = line.split(whereSeparator: \.isWhitespace)
                guard let last = words.last else { continue }
                let start = words.count == 2 ? Day(String(words[0])) : words.count == 1 ? Day.first : nil
                guard let start, let value = Double(last), value.isFinite else {
                    problems.append(.init(field, MeasureForm.targetSentence))
                    return []
                }
                steps.append(TargetStep(start: start, value: value))
            }
            return steps.sorted { $0.start < $1.start }
        }

        /// The rule for small numbers; nil where no threshold is given.
        mutating func disclosure() -> DisclosureRule? {
            guard form.optional("disclosure") != nil else { return nil }
            return DisclosureRule(
                threshold: whole("disclosure", ifEmpty: 0),
                withholdsZeros: form["disclosure-zeros"] == "yes",
                rounding: Int(form["disclosure-rounding"]).flatMap {
                    DisclosureRule.roundings.contains($0) ? $0 : nil
                }
            )
        }

        mutating func whole(_ field: String, ifEmpty: Int) -> Int {
            guard let text = form.optional(field) else { return ifEmpty }
            guard let value = Int(text) else {
                problems.append(.init(field, "Use a whole number."))
                return ifEmpty
            }
            return value
        }

        mutating func day(_ field: String) -> Day? {
            guard let text = form.optional(field) else { return nil }
            guard let day = Day(text) else {
                problems.append(.init(field, "Enter a day, like 2027-03-31."))
                return nil
            }
            return day
        }

        func word<Word: RawRepresentable<String>>(_ field: String, ifEmpty: Word) -> Word {
            Word(rawValue: form[field]) ?? ifEmpty
        }
    }

    private static let targetSentence =
        "Use a number, such as 95, or a day and a number, such as 2026-04-01 95."

    /// Browsers end a line with two characters, whatever they were given.
    private static func paragraph(_ text: String) -> String {
        text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    }

    /// `Seen within 4 hours` as `seen-within-4-hours`.
    private static func key(from title: String) -> String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.joined(separator: "-")
    }
}
