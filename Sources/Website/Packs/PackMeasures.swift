import Exchange
import Markup
import Sightline
import Statistics

/// The measures of a pack, each as its definition says it.
struct PackMeasures: Sendable {
    let content: PackContent

    var html: HTML {
        let items = content.measures.map { Self.item($0.measure) }
        let told = PackSentences.content(content.measures.map(\.measure))
        return "<p>\(told)</p><ol class=\"stack pack-measures\">\(items)</ol>"
    }

    private static func item(_ measure: Measure) -> HTML {
        """
        <li><h3>\(measure.title)</h3><p class="why">\(measure.why)</p>
        <dl class="facts">\(facts(of: measure).map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl></li>
        """
    }

    private static func facts(of measure: Measure) -> [(String, String)] {
        let facts =
            MeasureFacts.definition(of: measure)
            + [
                ("For", "\(measure.stakeholder.plural), \(measure.role.rawValue)"), ("About", measure.domain),
                ("Unit", measure.format.unit), ("Chart", MeasureFacts.chart(of: measure)),
                ("Targets", measure.targets.map { target($0, of: measure) }.joined(separator: "; ")),
                ("Small numbers", MeasureFacts.smallNumbers(of: measure)),
                ("Data is expected", expected(measure)), ("Answers for it", measure.owner),
                ("Next review", measure.nextReview?.words ?? ""),
            ] + MeasureFacts.provenance(of: measure) + [("Key in files", measure.key)]
        return facts.filter { !$0.1.isEmpty }
    }

    private static func target(_ step: TargetStep, of measure: Measure) -> String {
        let value = measure.format.text(step.value)
        return step.start == .first ? value : "\(value) from \(step.start.words)"
    }

    private static func expected(_ measure: Measure) -> String {
        switch measure.reportingDays {
        case nil: ""
        case 1?: "1 day after the end of a \(measure.definition.period.rawValue)"
        case let days?: "\(days) days after the end of a \(measure.definition.period.rawValue)"
        }
    }
}

/// What a pack says of itself: who wrote and who reviewed it, on what terms, from where.
struct PackFacts: Sendable {
    let header: PackHeader
    let today: Day

    var html: HTML {
        let facts = [
            ("Written by", header.author), ("Reviewed", reviewed),
            ("Next review", header.nextReview?.words ?? ""),
            ("Licence", header.licence), ("Source", header.source), ("Name in files", header.name),
        ]
        let rows = facts.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML }
        return "\(warning)<dl class=\"facts\">\(rows)</dl>"
    }

    private var reviewed: String {
        header.reviewed.map { "By \(header.reviewer), on \($0.words)" } ?? ""
    }

    /// What to know before relying on it.
    private var warning: HTML? {
        if header.isReviewOverdue(on: today), let day = header.nextReview {
            return """
                <p class="panel"><strong>Its review was due by \(day.words).</strong> See whether it still holds \
                before you use it.</p>
                """
        }
        guard header.reviewed == nil else { return nil }
        return """
            <p class="panel"><strong>Nobody has reviewed it yet.</strong> Read it through before you use it.</p>
            """
    }
}
