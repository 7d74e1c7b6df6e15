package import Statistics

/// What the lists of reviews, of what lies before one and of its minutes say, in sentences.
package enum MeetingSentences {
    /// What a part of a review or of its minutes holds; in no tense, as minutes are read long after.
    ///
    /// - Parameters:
    ///   - shown: how many of it are listed.
    ///   - all: how many there are.
    package static func part(_ part: MinuteLine.Part, _ shown: Int, of all: Int) -> String {
        switch part {
        case .head: ""
        case .decisions:
            all == 0 ? "No decision so far." : Words.here(shown, of: all, "decision", "decisions")
        case .meanings:
            all == 0
                ? "No meaning agreed so far."
                : Words.here(shown, of: all, "agreed meaning", "agreed meanings")
        case .notes: all == 0 ? "No note so far." : Words.here(shown, of: all, "note", "notes")
        case .changes:
            all == 0
                ? "No change on record."
                : Words.here(shown, of: all, "change", "changes", first: "the newest")
        case .overdue:
            all == 0
                ? "No follow-up whose day has passed."
                : Words.here(
                    shown,
                    of: all,
                    "follow-up whose day has passed",
                    "follow-ups whose day has passed"
                )
        case .signals:
            all == 0
                ? "No open signal."
                : Words.here(
                    shown,
                    of: all,
                    "open signal",
                    "open signals",
                    first: "those that most deserve attention"
                )
        case .stuck:
            all == 0
                ? "No cycle open for more than six weeks."
                : Words.here(
                    shown,
                    of: all,
                    "cycle open for more than six weeks",
                    "cycles open for more than six weeks"
                )
        case .late:
            all == 0
                ? "No data later than expected."
                : Words.here(
                    shown,
                    of: all,
                    "series with data later than expected",
                    "series with data later than expected"
                )
        }
    }

    /// What was added to minutes.
    package static func additions(_ count: Int) -> String {
        count == 0 ? "Nothing has been added." : "\(Words.count(count, "addition"))."
    }

    /// Since when things are said to have changed.
    ///
    /// - Parameter since: when the review before was closed; nil where there was none.
    package static func since(_ since: Timestamp?) -> String {
        guard let since else {
            return "This is the unit’s first review: there is nothing to compare with yet."
        }
        return "Since the last review was closed on \(ReviewSentences.day(since.day))."
    }

    /// Whether a review is open, and what that means for its minutes.
    package static func standing(closed: Timestamp?, by closer: String?) -> String {
        guard let closed else {
            return "Open: what it says changes as things change, until it is closed and its minutes freeze."
        }
        let name = closer.map { " by \($0)" } ?? ""
        return "Closed on \(ReviewSentences.day(closed.day))\(name). Its minutes stay as they were."
    }

    // MARK: The reviews of a unit

    /// What is open and what waits.
    package static func reviews(open: Int, waiting: Int, overdue: Int) -> String {
        let reviews =
            open == 0 ? "No review is open." : open == 1 ? "1 review is open." : "\(open) reviews are open."
        guard waiting > 0 else { return "\(reviews) Nothing waits to be followed up." }
        let decisions = waiting == 1 ? "1 decision waits" : "\(waiting) decisions wait"
        let late = overdue == 0 ? "" : ", \(overdue) of them overdue"
        return "\(reviews) \(decisions) to be followed up\(late)."
    }

    /// The open ones.
    package static func open(_ count: Int) -> String {
        count == 1
            ? "1 review, open until someone closes it."
            : "\(count) reviews, each open until someone closes it."
    }

    /// Decisions that wait.
    package static func toFollowUp(_ dues: [Day], on today: Day) -> String {
        guard let first = dues.min() else { return "No decision waits to be followed up." }
        let (day, nearness) = (ReviewSentences.day(first), ReviewSentences.nearness(first, today))
        let by = "to be followed up by \(day), \(nearness)."
        return dues.count == 1 ? "1 decision, \(by)" : "\(dues.count) decisions, the first \(by)"
    }

    /// Decisions of which it is known what came of them.
    package static func followedUp(_ instants: [Timestamp]) -> String {
        guard let newest = instants.max() else { return "None has been followed up." }
        let day = ReviewSentences.day(newest.day)
        return instants.count == 1
            ? "1 decision, on \(day)." : "\(instants.count) decisions, the last on \(day)."
    }

    /// The closed ones.
    package static func past(_ days: [Day]) -> String {
        guard let newest = days.max() else { return "No review has been closed." }
        let day = ReviewSentences.day(newest)
        return days.count == 1 ? "1 review, of \(day)." : "\(days.count) reviews, the newest of \(day)."
    }

    /// Units below that hold reviews of their own.
    package static func below(_ count: Int) -> String {
        count == 1
            ? "1 unit below has reviews of its own." : "\(count) units below have reviews of their own."
    }

    /// When reviews are held next.
    package static func rhythm(_ next: [(kind: Review.Kind, day: Day)]) -> String {
        guard !next.isEmpty else { return "No reviews are held by a rhythm." }
        return next.map { "\(ReviewSentences.name(of: $0.kind)): \(ReviewSentences.day($0.day))." }
            .joined(separator: " ")
    }

    /// The kinds of review that a rhythm holds.
    package static func kinds(_ count: Int) -> String {
        guard count > 0 else { return "No reviews are held by a rhythm." }
        return "\(Words.count(count, "kind of review is", "kinds of review are")) held by this rhythm."
    }

    /// What reviews said of a signal or a cycle.
    package static func reviewed(meanings: Int, decisions: Int) -> String {
        let parts = [
            meanings == 0 ? nil : "\(meanings) that reviews agreed on",
            decisions == 0 ? nil : "\(decisions) that \(meanings == 0 ? "reviews" : "they") decided",
        ].compactMap(\.self)
        switch parts.count {
        case 0: return "No review has spoken of it."
        case 1:
            let what = meanings > 0 ? "that reviews agreed on" : "that reviews decided"
            return "\(Words.count(meanings + decisions, "thing")) \(what)."
        default: return "\(meanings + decisions) things: \(parts.joined(separator: " and "))."
        }
    }
}
