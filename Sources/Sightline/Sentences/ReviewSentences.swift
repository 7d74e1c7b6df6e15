import Markup
package import Statistics

/// What a review, its decisions and its minutes say, in sentences.
package enum ReviewSentences {
    /// What it was, where and when, how many people were there, and for how long.
    package static func head(of review: Review, in unit: Unit) -> String {
        let what = "\(name(of: review.kind)) of \(unit.name) on \(day(review.day))."
        guard let present = review.present, let minutes = review.minutes else { return what }
        let people = present == 1 ? "1 person was" : "\(present) people were"
        return "\(what) \(people) there for \(Words.count(minutes, "minute"))."
    }

    package static func name(of kind: Review.Kind) -> String {
        switch kind {
        case .huddle: "Weekly huddle"
        case .monthly: "Monthly review"
        case .community: "Quarterly community session"
        }
    }

    package static func name(of kind: Decision.Kind) -> String {
        switch kind {
        case .amplify: "Amplify"
        case .adapt: "Adapt"
        case .stop: "Stop"
        case .watch: "Watch"
        case .support: "Support"
        }
    }

    package static func words(of outcome: FollowUp.Outcome) -> String {
        switch outcome {
        case .asExpected: "As expected"
        case .partly: "Partly as expected"
        case .not: "Not as expected"
        case .cannotTell: "Cannot tell"
        }
    }

    /// What was decided, by whom it is done, and what is expected of it.
    package static func decision(_ decision: Decision) -> String {
        let about = decision.name.isEmpty ? "" : " About: \(sentence(decision.name))"
        return
            "\(name(of: decision.kind)): \(sentence(decision.text))\(about) Owner: \(decision.owner.name), by "
            + "\(day(decision.due)). Expected: \(sentence(decision.expected))"
    }

    /// What came of a decision; nil where nobody has said.
    package static func followUp(_ decision: Decision) -> String? {
        decision.followUp.map { followUp in
            "\(words(of: followUp.outcome)): \(sentence(followUp.happened))"
        }
    }

    /// What is to be followed up, and how near that is.
    package static func due(_ decision: Decision, on today: Day) -> String {
        "\(name(of: decision.kind)): \(sentence(decision.text)) Owner: \(decision.owner.name). "
            + "To be followed up by \(day(decision.due)), \(nearness(decision.due, today))."
    }

    /// "today", "in 3 days", "12 days ago".
    package static func nearness(_ day: Day, _ today: Day) -> String {
        let days = Int(day.number - today.number)
        if days == 0 { return "today" }
        return days > 0 ? "in \(Words.count(days, "day"))" : "\(Words.count(-days, "day")) ago"
    }

    /// What a signal was taken to mean.
    package static func meaning(_ meaning: AgreedMeaning) -> String {
        let cause =
            switch meaning.certainty {
            case .known: "known cause"
            case .suspected: "suspected cause"
            case .notFound: "no cause found"
            }
        return "\(meaning.name) (\(cause)): \(sentence(meaning.text))"
    }

    /// What a signal says, and how it stands.
    package static func signal(_ entry: LedgerEntry) -> String {
        let chance = SignalSentences.chance(entry).map { " \($0)" } ?? ""
        return "\(entry.name): \(SignalSentences.what(entry))\(chance) \(state(of: entry))"
    }

    private static func state(of entry: LedgerEntry) -> String {
        switch entry.state {
        case .new: "Nobody has explained it yet."
        case .explained: "It is explained."
        case .acting: "It is acted on."
        case .settled: "It is settled."
        case .dismissed: "It is dismissed."
        }
    }

    package static func stuck(_ stuck: ReviewPreparation.StuckCycle) -> String {
        "\(stuck.cycle.question) (\(stuck.programme.title)): open for \(Words.count(stuck.days, "day"))."
    }

    package static func late(_ row: MeasureTable.Row) -> String {
        let names = [row.measure.title, row.series.key.group, row.unit.name].filter { !$0.isEmpty }
        let due = row.status.dueDay.map { ": data was expected by \(day($0))" } ?? ": data is late"
        return "\(names.joined(separator: ", "))\(due)."
    }

    package static func change(_ kind: ReviewPreparation.Change.Kind) -> String {
        switch kind {
        case .signalFound(let entry): "New signal. \(entry.name): \(SignalSentences.what(entry))"
        case .signalWithdrawn(let entry):
            "A signal is withdrawn: what was recorded later took it away. "
                + "\(entry.name): \(SignalSentences.what(entry))"
        case .cycleBegun(let cycle, let programme):
            "A cycle began (\(programme.title)): \(sentence(cycle.question))"
        case .cycleClosed(let cycle, let programme):
            "A cycle was closed\(cycle.decision.map { ", \(outcome(of: $0))" } ?? "") "
                + "(\(programme.title)): \(sentence(cycle.question)) Learned: \(sentence(cycle.learned))"
        case .followedUp(let decision):
            "Followed up. \(name(of: decision.kind)): \(sentence(decision.text)) \(followUp(decision) ?? "")"
        case .membership(let event, let unit):
            "\(unit.name) \(verb(of: event.membership)) on \(day(event.day))"
                + (event.reason.isEmpty ? "." : ": \(sentence(event.reason))")
        }
    }

    /// Of signals that were withdrawn since the last review before anybody did anything with them; nil where there are
    /// none.
    package static func gone(_ count: Int) -> String? {
        switch count {
        case 0: nil
        case 1: "1 signal that nobody had done anything with was taken away by what was recorded later."
        default:
            "\(Words.count(count, "signal")) that nobody had done anything with were taken away by what was recorded "
                + "later."
        }
    }

    private static func outcome(of decision: Cycle.Decision) -> String {
        switch decision {
        case .adopt: "adopted"
        case .adapt: "to be adapted"
        case .abandon: "abandoned"
        case .extend: "to be extended"
        }
    }

    private static func verb(of membership: Unit.Membership) -> String {
        switch membership {
        case .joined: "joined"
        case .paused: "paused"
        case .left: "left"
        }
    }

    /// What a chart can tell since a decision, before what it says at its newest point.
    ///
    /// - Parameter days: the days of the points that have a value.
    package static func since(_ day: Day, points days: [Day], of period: Period) -> String {
        let after = days.count { period.start(of: $0) > day }
        guard after > 0 else {
            return
                "No whole \(period.rawValue) has been recorded since the decision on \(self.day(day)) yet: "
                + "the chart can’t tell what came of it."
        }
        let points = after == 1 ? "1 point lies" : "\(after) points lie"
        return
            "\(points) after the decision on \(self.day(day)). What comes after a decision need not come from it."
    }

    static func day(_ day: Day) -> String { Period.day.label(for: day) }

    /// What people wrote, as a sentence: with an end.
    private static func sentence(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard let last = line.last, !".!?…:".contains(last) else { return line }
        return "\(line)."
    }
}
