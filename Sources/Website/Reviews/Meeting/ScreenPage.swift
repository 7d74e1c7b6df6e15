import Markup
import Sightline
import Statistics
import Storage

/// What lies before a review, large and calm, for a screen that all can see.
struct ScreenPage: Page {
    let reading: ReviewReading

    var title: String { "On a screen: \(reading.review.title)" }
    var section: Section? { .reviews }
    var isBare: Bool { true }

    func content(in frame: Frame) -> HTML {
        let (review, preparation) = (reading.review, reading.preparation)
        let overdue = preparation.overdue.map { ReviewSentences.due($0, on: reading.today) }
        let changes = preparation.changes.prefix(6).map { ReviewSentences.change($0.kind) }
        let signals = preparation.signals.prefix(6).map { "\($0.name): \(SignalSentences.what($0))" }
        let late = preparation.late.map { ReviewSentences.late($0) }
        return """
            <article class="stack on-screen">
            <header><p class="kicker">\(reading.unit.name)</p><h1>\(review.title)</h1></header>
            \(part(.overdue, "Follow-ups that are overdue", overdue, of: overdue.count))
            \(part(.changes, "What changed", Array(changes), of: preparation.changes.count))
            \(part(.signals, "Open signals", signals, of: preparation.signals.count))
            \(part(.stuck, "Cycles that are stuck", preparation.stuck.map { ReviewSentences.stuck($0) },
                of: preparation.stuck.count))
            \(part(.late, "Data that is late", late, of: preparation.lateCount))
            \(part(.decisions, "Decided so far", reading.decisions.map { ReviewSentences.decision($0) },
                of: reading.decisions.count))
            <p class="no-print"><a href="\(review.address.path)">Back to the review</a></p>
            </article>
            """
    }

    private func part(
        _ part: MinuteLine.Part,
        _ heading: String,
        _ sentences: [String],
        of count: Int
    ) -> HTML {
        let items = sentences.map { "<li>\($0)</li>" as HTML }
        let told = MeetingSentences.part(part, sentences.count, of: count)
        let list: HTML? = items.isEmpty ? nil : "<ul>\(items)</ul>"
        return "<section><h2>\(heading)</h2><p class=\"muted\">\(told)</p>\(list)</section>"
    }
}
