import Markup
import Sightline
import Statistics
import Storage

extension SignalPage {
    /// What happened just before, as questions to ask.
    var promptsSection: HTML {
        let shown = prompts.prompts.prefix(Self.mostPrompts)
        let told = LedgerSentences.prompts(
            shown.count,
            of: prompts.prompts.count,
            from: prompts.days.lowerBound,
            to: prompts.days.upperBound
        )
        let list: HTML? = shown.isEmpty ? nil : "<ul class=\"signals\">\(shown.map(item))</ul>"
        return """
            <section aria-labelledby="before"><h2 id="before">What happened just before?</h2>
            <p class="muted">\(told)</p>
            \(list)</section>
            """
    }

    private static let mostPrompts = 30

    private func item(_ prompt: Prompt) -> HTML {
        let place = prompt.unit.id == unit.id ? "here" : prompt.unit.name
        let page: Address? =
            switch prompt.kind {
            case .decision(let decision): .reviews(.decision(prompt.unit.id, decision))
            case .activity(let activity): .activities(.activity(prompt.unit.id, activity))
            default: nil
            }
        let text: HTML = page.map { "<a href=\"\($0.path)\">\(prompt.text)</a>" } ?? "\(prompt.text)"
        let chart: HTML? = prompt.series.flatMap { series in
            guard let measure = prompt.measure else { return nil }
            return " <a href=\"\(Address.series(prompt.unit.id, series).path)\">\(measure.title)</a>"
        }
        var link = chart
        if case .cycle(let cycle, let programme) = prompt.source {
            link = " <a href=\"\(Address.cycle(prompt.unit.id, programme, cycle).path)\">The cycle</a>"
        }
        return """
            <li><span class="small">\(prompt.day.words), \(place): \(prompt.kind.words)</span>\
            <span>\(text)\(link)</span></li>
            """
    }
}

extension Prompt.Kind {
    fileprivate var words: String {
        switch self {
        case .note(let kind): kind.words
        case .phase: "a new phase begins"
        case .definition: "a changed definition"
        case .numbers: "numbers recorded"
        case .cycle(.planned): "a test of change planned"
        case .cycle(.begun): "a test of change begun"
        case .cycle(.closed(let decision)):
            "a test of change closed\(decision.map { ": \($0.word.lowercased())" } ?? "")"
        case .decision: "a review decided"
        case .activity: "leaders did something together"
        case .membership(let membership): "the unit \(membership.event.lowercased())"
        }
    }
}
