package import Statistics

/// What a letter about follow-ups says.
package enum ReminderSentences {
    /// "2 decisions to follow up, one of them now": nothing of what they say, as a subject is read by many.
    package static func subject(_ letter: Reminders.Letter) -> String {
        let count = letter.items.count
        let decisions = count == 1 ? "A decision" : "\(count) decisions"
        let due = letter.items.count { $0.kind == .due }
        guard due > 0 else { return "\(decisions) to follow up within a week" }
        return due == count
            ? "\(decisions) to follow up now" : "\(decisions) to follow up, \(due) of them now"
    }

    package static func body(
        _ letter: Reminders.Letter,
        today: Day,
        address: (Decision) -> String
    ) -> String {
        let items = letter.items.map { item -> String in
            let decision = item.decision
            let sentence =
                item.isTold
                ? "\(ReviewSentences.due(decision, on: today)) Expected: \(decision.expected)"
                : "A decision about what its unit keeps to itself, to be followed up by "
                    + "\(ReviewSentences.day(decision.due)), "
                    + "\(ReviewSentences.nearness(decision.due, today))."
            return "- \(sentence)\n  \(address(decision))"
        }
        return """
            What came of it? Under each address you can say so, and see the chart since.

            \(items.joined(separator: "\n\n"))

            You get this because a review named you as the owner. Each decision is reminded of a week before its day \
            and on it, and never again.

            """
    }
}
