import Markup
import Sightline

extension CoachingPage {
    func content(in frame: Frame) -> HTML {
        let rows = people.map { entry -> HTML in
            """
            <li><a href="\(Address.coachedPerson(entry.choice.id).path)">\(entry.name)</a>
            <span class="muted">since \(entry.choice.started.day.words)</span></li>
            """
        }
        let list: HTML = "<ul class=\"signals panel\">\(rows)</ul>"
        return """
            <div class="stack">
            <h1>\(title)</h1>
            <p class="lede">Each of them says what you see, and can end it at any time. Nobody else sees this list.</p>
            <p>\(PeopleSentences.coached(since: people.map(\.choice.started)))</p>
            \(people.isEmpty ? nil : list)
            </div>
            """
    }
}
