import Markup
import Sightline
import Statistics

extension Review {
    /// "Monthly review of 4 March 2026".
    var title: String { "\(ReviewSentences.name(of: kind)) of \(day.words)" }
}

extension Review.Kind {
    static var choices: [(value: String, label: String)] {
        allCases.map { ($0.rawValue, ReviewSentences.name(of: $0)) }
    }
}

extension Decision.Kind {
    /// What it says when it is chosen: "Amplify: more of what works".
    var explanation: String {
        let name = ReviewSentences.name(of: self)
        return switch self {
        case .amplify: "\(name): more of what works"
        case .adapt: "\(name): the same in another way"
        case .stop: "\(name): no more of it"
        case .watch: "\(name): look again, and do nothing yet"
        case .support: "\(name): help those who do it"
        }
    }
}

extension MinuteLine.Part {
    /// The heading of a part of the minutes; nil for what stands at their top.
    var heading: String? {
        switch self {
        case .head: nil
        case .decisions: "Decisions"
        case .meanings: "What signals mean to us"
        case .notes: "Notes"
        case .changes: "What changed since the last review"
        case .overdue: "Follow-ups that were overdue"
        case .signals: "Open signals"
        case .stuck: "Cycles that were stuck"
        case .late: "Data that was late"
        }
    }
}

extension ReviewProblem {
    var problem: FormState.Problem { .init(field, sentence) }

    private var sentence: String {
        switch reason {
        case .missing: "This is needed."
        case .tooLong(let most): "Use at most \(most) characters."
        case .outOfRange(let most): "Use a whole number from 1 to \(most)."
        case .notLater(let day): "Choose a day after \(day.words)."
        case .inFuture: "It lies in the future: close the review on its day, or change the day first."
        case .closed:
            "The review has been closed meanwhile: its minutes take additions, and later decisions belong to the next "
                + "review."
        case .stillOpen: "The review is still open: write a note instead."
        }
    }
}
