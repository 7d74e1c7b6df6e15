import Sightline
import Statistics

/// The fields of the form for a measure, and the measure that they make.
enum MeasureForm {
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
            why: form["why"],
            domain: form["domain"],
            stakeholder: fields.word("stakeholder", ifEmpty: .patient),
            role: fields.word("role", ifEmpty: .outcome),
            better: fields.word("better", ifEmpty: .none),
            definition: Definition(
                numerator: form["numerator"],
                denominator: form.optional("denominator"),
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
        if let target = fields.number("target", "Use a number, such as 95.") {
            measure.targets = [TargetStep(start: .first, value: target)]
        }
        return (measure, fields.problems)
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

    /// `Seen within 4 hours` as `seen-within-4-hours`.
    private static func key(from title: String) -> String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.joined(separator: "-")
    }
}
