package import Statistics
import Storage

/// The minutes of a review: what it will say when it is closed, or what it said when it was.
package struct Minutes: Equatable, Sendable {
    package var lines: [MinuteLine]

    /// What the minutes would say now.
    package init(
        of review: Review,
        _ preparation: ReviewPreparation,
        _ meanings: [AgreedMeaning],
        _ decisions: [Decision],
        _ notes: [ReviewNote],
        in unit: Unit,
        today: Day
    ) {
        lines = [MinuteLine(.head, ReviewSentences.head(of: review, in: unit))]
        lines += decisions.map {
            MinuteLine(.decisions, ReviewSentences.decision($0), about: $0.about, decision: $0.id)
        }
        lines += meanings.map { MinuteLine(.meanings, ReviewSentences.meaning($0), about: $0.about) }
        lines += notes.filter { !$0.isAddition }.map { MinuteLine(.notes, $0.text) }
        lines += preparation.changes.prefix(ReviewPreparation.mostChanges).map { change in
            MinuteLine(
                .changes,
                ReviewSentences.change(change.kind),
                about: change.about,
                decision: change.decision
            )
        }
        lines += preparation.overdue.map {
            MinuteLine(.overdue, ReviewSentences.due($0, on: today), about: $0.about, decision: $0.id)
        }
        lines += preparation.signals.prefix(ReviewPreparation.mostSignals).map {
            MinuteLine(.signals, ReviewSentences.signal($0), about: About($0))
        }
        lines += preparation.stuck.map {
            MinuteLine(.stuck, ReviewSentences.stuck($0), about: About($0.cycle, of: $0.programme))
        }
        lines += preparation.late.map { MinuteLine(.late, ReviewSentences.late($0), about: About($0)) }
    }

    init(lines: [MinuteLine]) { self.lines = lines }

    /// The lines of a part.
    package subscript(part: MinuteLine.Part) -> [MinuteLine] { lines.filter { $0.part == part } }
}
