import Markup
import Sightline
import Storage

/// Who can see what a person opened to a coach, by the same decision that lets them in.
struct CoachAudience: Sendable {
    /// Their names, and whether each is the person themselves.
    let readers: [(name: String, isPerson: Bool)]

    init(
        of choice: CoachChoice,
        by person: Account,
        in tree: UnitTree,
        on connection: any SQLConnection
    ) throws {
        readers = try AccountStore.all(on: connection)
            .filter { Access.maySee($0, nil, of: choice, by: person, in: tree) }
            .map { ($0.person.name, $0.id == person.id) }
    }

    var html: HTML {
        let rows = readers.map { reader -> HTML in
            "<li>\(reader.name) <span class=\"muted\">\(reader.isPerson ? "who chose" : "the coach")</span></li>"
        }
        return """
            <h3>Who can see this?</h3><p>\(AudienceSentences.coached(readers.map(\.isPerson)))</p>
            <ul>\(rows)</ul>
            <p class="muted">\(AudienceSentences.server)</p>
            """
    }
}
