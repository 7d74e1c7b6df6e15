import Markup
import Sightline

/// The fields of the forms that attach evidence and change it.
enum EvidenceFields {
    /// Which signal or story; of what lies outside its own words.
    ///
    /// - Parameter choices: the signals or stories to choose from.
    static func subject(
        _ form: FormState,
        _ kind: EvidenceKind,
        of choices: [(value: String, label: String)] = []
    ) -> HTML {
        switch kind {
        case .cycle, .signal: form.choice("evidence-target", "Which signal", of: choices)
        case .story: form.choice("evidence-target", "Which story or learning note", of: choices)
        case .study, .document: "\(paper(form, kind))"
        }
    }

    /// What lies outside the product; nothing for what lies inside.
    static func paper(_ form: FormState, _ kind: EvidenceKind) -> HTML? {
        let title = FormState.TextOptions(isRequired: true, longest: TheoryEvidence.Paper.longestTitle)
        let place = FormState.TextOptions(isRequired: true, longest: TheoryEvidence.Paper.longestPlace)
        switch kind {
        case .cycle, .signal, .story: return nil
        case .study:
            return """
                \(form.text("evidence-title", "Its reference", hint: referenceHint, options: title))
                \(form.text("evidence-year", "Year", options: .init(type: .number, isRequired: true, longest: 4)))
                \(form.text("evidence-place", "Where it was done", options: place))
                \(form.paragraph("evidence-says", "What it found", isRequired: true))
                """
        case .document:
            return """
                \(form.text("evidence-title", "Its title", options: title))
                \(form.text("evidence-place", "Where it is", hint: placeHint, options: place))
                \(form.paragraph("evidence-says", "A note on it (optional)"))
                """
        }
    }

    private static let referenceHint = "Authors, title and journal, so that others can find it."
    private static let placeHint = "An address that starts with https://, or words."

    /// Which way it speaks, and why.
    static func bearing(_ form: FormState) -> HTML {
        let ways = Bearing.allCases.map { (value: $0.rawValue, label: $0.word) }
        return """
            \(form.choice("bearing", "It speaks", of: ways))
            \(form.paragraph("evidence-why", "Why it speaks so", isRequired: true))
            """
    }

    /// The evidence with what a form says of it; what can't be read is a problem.
    static func read(
        _ form: Form,
        into evidence: TheoryEvidence,
        _ problems: inout [FormState.Problem]
    ) -> TheoryEvidence {
        var evidence = evidence
        if let bearing = Bearing(rawValue: form["bearing"]) {
            evidence.bearing = bearing
        } else {
            problems.append(.init("bearing", "Choose one from the list."))
        }
        evidence.why = form["evidence-why"]
        switch evidence.source {
        case .signal, .story: break
        case .document: evidence.source = .document(paper(form))
        case .study: evidence.source = .study(paper(form, year: Int(form["evidence-year"])))
        }
        return evidence
    }

    static func paper(_ form: Form, year: Int? = nil) -> TheoryEvidence.Paper {
        TheoryEvidence.Paper(
            title: form["evidence-title"],
            place: form["evidence-place"],
            says: form["evidence-says"],
            year: year
        )
    }
}
