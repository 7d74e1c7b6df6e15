import Markup
import Sightline
import Statistics
import Storage

/// The part of the form that links a cause to what tells of it.
enum CauseField {
    static let name = "cause-links"

    /// What stands for a link in the form; for a document its words, folded into what an id may hold.
    static func value(of link: CauseLink) -> String {
        switch link {
        case .cycle(let id): "cycle-\(id.pathText)"
        case .annotation(let id): "note-\(id.pathText)"
        case .document(let title, let place):
            "document-\(String("\(title)\n\(place)".utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 36))"
        }
    }

    static func fields(_ choices: CauseChoices, _ state: FormState) -> HTML {
        let offered = choices.choices.map { choice in
            let before = choice.isPrompt ? " (just before)" : ""
            return (value: value(of: choice.cause.link), label: choice.cause.label + before)
        }
        let checks: HTML? =
            offered.isEmpty
            ? nil
            : state.checks(
                name,
                "What tells of it",
                hint: "Cycles, and notes on charts, from just before, from here, and what is linked already.",
                of: offered
            )
        return """
            \(checks)
            \(state.text("document-title", "A document that tells of it: its title (optional)"))
            \(state.text("document-place", "Where it is",
                hint: "An address that starts with https://, or words.",
                options: .init(longest: CauseLink.longestPlace)))
            """
    }
}

extension SeenCause {
    /// A line of the list to choose from.
    fileprivate var label: String {
        switch self {
        case .cycle(let cycle, let programme): "Cycle: \(cycle.question) (\(programme.title))"
        case .annotation(let note, _, let measure, let unit):
            "\(note.kind.words), \(note.day.words): \(note.text) (\(measure.title), \(unit.name))"
        case .document(let title, let place): "Document: \(title), \(place)"
        }
    }

    /// What it is, with a link to its page where it has one.
    fileprivate var html: HTML {
        switch self {
        case .cycle(let cycle, let programme):
            let path = Address.cycle(programme.unit, programme.id, cycle.id).path
            return
                "Cycle: <a href=\"\(path)\">\(cycle.question)</a> <span class=\"tag\">\(cycle.standing)</span>"
        case .annotation(let note, let series, let measure, let unit):
            let path = Address.series(unit.id, series.id).path
            return """
                \(note.kind.words), \(note.day.words): \(note.text) \
                (<a href="\(path)">\(measure.title), \(unit.name)</a>)
                """
        case .document(let title, let place): return "Document: \(title), \(LinkedText.html(place))"
        }
    }
}

extension SignalPage {
    /// What its cause is linked to; nothing where there is nothing that the visitor may see.
    var causeLinks: HTML? {
        causes.isEmpty ? nil : "<ul>\(causes.map { "<li>\($0.html)</li>" as HTML })</ul>"
    }

    /// The links that a form asks for.
    ///
    /// What is linked already and the visitor may not see stays.
    func links(chosenIn form: Form) -> [CauseLink] {
        let chosen = Set(form.all(CauseField.name))
        let seen = Set(causes.map(\.link))
        let hidden = (entry.handling.cause?.links ?? []).filter { !seen.contains($0) }
        var links = choices.choices.map(\.cause.link).filter { chosen.contains(CauseField.value(of: $0)) }
        links += hidden
        if !form["document-title"].isEmpty || !form["document-place"].isEmpty {
            let document = CauseLink.document(title: form["document-title"], place: form["document-place"])
            if !links.contains(document) { links.append(document) }
        }
        return links
    }
}
