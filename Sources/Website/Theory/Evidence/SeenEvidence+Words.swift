import Markup
import Sightline
import Statistics
import Storage

extension SeenEvidence {
    /// What it is called in a list and above its own page.
    var title: String {
        switch subject {
        case .signal(let entry): entry.name
        case .story(let story): story.title
        case .paper(let paper): paper.name
        }
    }

    /// What it says or where it is, after its title.
    var detail: HTML? {
        switch subject {
        case .signal(let entry):
            return """
                \(SignalSentences.what(entry)) <a href="\(entry.address.path)">The signal’s page\
                <span class="visually-hidden">: \(entry.name)</span></a>
                """
        case .story(let story):
            return """
                \(story.kind.word) of \(story.day.words). <a href="\(story.address.path)">Read it\
                <span class="visually-hidden">: \(story.title)</span></a>
                """
        case .paper(let paper): return paper.detail
        }
    }

    /// That it doesn't count, and why.
    var discountTag: HTML? {
        discount.map { " <span class=\"tag\">\(EvidenceSentences.discount($0))</span>" }
    }
}

extension TheoryEvidence.Paper {
    /// A study with its year.
    var name: String { title + (year.map { " (\($0))" } ?? "") }

    /// Where it is or was done, and what it says.
    var detail: HTML {
        let said: HTML? = says.isEmpty ? nil : ": \(LinkedText.html(says))"
        return "\(LinkedText.html(place))\(said)"
    }
}

extension LedgerEntry {
    var address: Address { .signal(unit.id, id) }
}
