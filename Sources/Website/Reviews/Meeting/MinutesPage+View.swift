import Markup
import Sightline
import Statistics
import Storage

extension MinutesPage {
    func content(in frame: Frame) -> HTML {
        let (unit, review) = (reading.unit, reading.review)
        return """
            <article class="stack">
            <header><p class="kicker"><a href="\(review.address.path)">\(review.title)</a></p>
            <h1>Minutes</h1>\(minutes[.head].map { "<p class=\"lede\">\($0.text)</p>" as HTML })
            <p>\(standing)</p>
            <p class="downloads"><a href="\(Address.reviews(.minutesFile(unit.id, review.id)).path)" download>Minutes \
            as a file (Markdown)</a></p></header>
            \(MinuteLine.Part.allCases.compactMap(part))
            \(review.isOpen ? nil : later(in: frame))
            </article>
            """
    }

    private func part(_ part: MinuteLine.Part) -> HTML? {
        let lines = minutes[part]
        guard let heading = part.heading, !lines.isEmpty else { return nil }
        let told = MeetingSentences.part(part, lines.count, of: lines.count)
        return """
            <section><h2>\(heading)</h2><p class="muted">\(told)</p>
            <ul>\(lines.map { "<li>\(linked($0))</li>" as HTML })</ul></section>
            """
    }

    private func linked(_ line: MinuteLine) -> HTML {
        let unit = reading.unit.id
        if let decision = line.decision, line.part != .changes {
            return "<a href=\"\(Address.reviews(.decision(unit, decision)).path)\">\(line.text)</a>"
        }
        if let signal = line.about.signal, let place = line.about.place {
            return "<a href=\"\(Address.signal(place, signal).path)\">\(line.text)</a>"
        }
        return "\(line.text)"
    }

    private func later(in frame: Frame) -> HTML {
        let notes = additions.map { note -> HTML in
            """
            <li>\(LinkedText.html(note.text)) <span class="muted small">(\(note.author.name), \
            \(note.instant.words))</span></li>
            """
        }
        let told = MeetingSentences.additions(notes.count)
        let list: HTML = "<p class=\"muted\">\(told)</p>\(notes.isEmpty ? nil : "<ul>\(notes)</ul>" as HTML)"
        let adding: HTML? =
            reading.mayNote
            ? frame.form(
                to: .reviews(.additions(reading.unit.id, reading.review.id)),
                content: """
                    \(form.summary)
                    \(form.paragraph("addition", "Something to add, or a correction",
                        hint: "The minutes themselves stay as they are.", isRequired: true))
                    <button>Add it</button>
                    """
            ) : nil
        return "<section><h2>Added later</h2>\(list)\(adding)</section>"
    }
}
