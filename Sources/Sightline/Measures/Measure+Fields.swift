import Markup
import Statistics

extension Measure {
    /// What a form shows of it: what its revisions keep, and what a change is told by.
    ///
    /// The names are those of the form's fields. A field that people can change belongs in here, so that its history
    /// can be read and put back.
    package var fields: [Revision.Field] {
        [
            .init("title", title), .init("key", key), .init("why", why), .init("domain", domain),
            .init("stakeholder", stakeholder.rawValue), .init("role", role.rawValue),
            .init("better", better.rawValue), .init("visibility", visibility.rawValue),
            .init("numerator", definition.numerator), .init("denominator", definition.denominator ?? ""),
            .init("period", definition.period.rawValue), .init("unit", format.unit),
            .init("decimals", String(format.decimals)), .init("multiplier", Self.plain(chart.multiplier)),
            .init("target", targets.map(Self.line).joined(separator: "\n")),
            .init("chart", chart.kind.rawValue), .init("rules", chart.rules.name.rawValue),
            .init("source", provenance.source), .init("licence", provenance.licence),
            .init("attribution", provenance.attribution), .init("owner", owner),
            .init("next-review", nextReview?.description ?? ""),
            .init("reporting-days", reportingDays.map(String.init) ?? ""),
            .init("disclosure", (disclosure?.threshold).map(String.init) ?? ""),
            .init("disclosure-zeros", disclosure?.withholdsZeros == true ? "yes" : "no"),
            .init("disclosure-rounding", (disclosure?.rounding).map(String.init) ?? ""),
        ]
    }

    private static func line(_ target: TargetStep) -> String {
        target.start == .first ? plain(target.value) : "\(target.start) \(plain(target.value))"
    }

    /// `95` and not `95.0`; it reads back to the same number.
    private static func plain(_ number: Double) -> String { NumberText.shortest(number) }
}
