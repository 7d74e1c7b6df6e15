import Markup
import Sightline

extension CoachedPersonPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.coaching.path)">People who chose me</a></p><h1>\(name)</h1></div>
        <p class="lede">\(name) chose you on \(choice.started.day.words). Each time that you look is on record, and \
        they see when you last did.</p>
        <div class="panels">
        \(section(
            "Roles",
            PeopleSentences.coachedRoles(roles?.count ?? 0),
            roles?.map { "<li>\($0.role.word) of \($0.unitName)</li>" }
        ))
        \(section("Notes on charts", ListSentences.coachedNotes(notes?.map(\.annotation.day) ?? []), notes?.map(item)))
        \(section(
            "Brought in",
            ListSentences.coachedRecordings(recordings?.map(\.instant.day) ?? []),
            recordings?.map(item)
        ))
        <section class="panel">\(audience.html)</section>
        </div>
        </div>
        """
    }

    /// A list of what the person lets the coach see; nothing where they don't.
    private func section(_ heading: String, _ told: String, _ items: [HTML]?) -> HTML? {
        items.map { items in
            let list: HTML? = items.isEmpty ? nil : "<ul class=\"signals\">\(items)</ul>"
            return "<section class=\"panel\"><h2>\(heading)</h2><p>\(told)</p>\(list)</section>"
        }
    }

    private func item(_ note: Note) -> HTML {
        """
        <li><span>\(note.annotation.text)</span>
        <span class="muted">\(note.annotation.kind.words), \(note.annotation.day.words): \(note.place)</span></li>
        """
    }

    private func item(_ recording: Recording) -> HTML {
        """
        <li><span>\(recording.heading)</span>
        <span class="muted">\(recording.instant.words): \
        \(ImportSentences.changes(recording.changes)). \(recording.reason)</span></li>
        """
    }
}
