import Markup
import Sightline
import Statistics
import Storage

/// What reviews agreed and decided about a signal or a cycle, for its page.
struct Reviewed: Sendable {
    private let meanings: [(meaning: AgreedMeaning, review: Review)]
    private let decisions: [Decision]

    init(signal: Signal.ID, for reader: Readership, on connection: any SQLConnection) throws {
        decisions = try DecisionStore.all(about: signal, for: reader, on: connection)
        meanings = try MeaningStore.all(of: signal, on: connection).compactMap { meaning in
            guard let review = try ReviewStore.find(meaning.review, on: connection),
                reader.may(.read, on: review.unit)
            else { return nil }
            return (meaning, review)
        }
    }

    init(cycle: Cycle.ID, for reader: Readership, on connection: any SQLConnection) throws {
        decisions = try DecisionStore.all(about: cycle, for: reader, on: connection)
        meanings = []
    }

    /// Nothing where no review has spoken of it.
    func section(on today: Day?) -> HTML? {
        guard let today, !meanings.isEmpty || !decisions.isEmpty else { return nil }
        let agreed = meanings.map { meaning, review -> HTML in
            """
            <li><span>\(meaning.certainty.word): \(LinkedText.html(meaning.text))</span>
            <span class="muted small">Agreed in the <a href="\(review.address.path)">\(review.title)</a></span></li>
            """
        }
        return """
            <section><h2>In reviews</h2>
            <p>\(MeetingSentences.reviewed(meanings: meanings.count, decisions: decisions.count))</p>
            <ul class="signals">\(agreed)\(decisions.map { $0.item(on: today) })</ul></section>
            """
    }
}
