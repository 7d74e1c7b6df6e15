package import Statistics
package import Storage

/// A day in someone's calendar: a review by the rhythm of a unit, one that is prepared, or a follow-up that is due.
package struct CalendarEvent: Equatable, Sendable {
    /// The same for the same event at any time.
    package var key: String
    package var day: Day
    package var summary: String
    package var detail: String
    package var subject: Subject
    /// When what it says was last changed.
    package var changed: Timestamp

    package init(
        key: String,
        day: Day,
        summary: String,
        detail: String,
        subject: Subject,
        changed: Timestamp
    ) {
        self.key = key
        self.day = day
        self.summary = summary
        self.detail = detail
        self.subject = subject
        self.changed = changed
    }

    /// What it leads to.
    package enum Subject: Equatable, Sendable {
        case reviews(Unit.ID)
        case review(Unit.ID, Review.ID)
        case decision(Unit.ID, Decision.ID)
    }
}

extension CalendarEvent {
    /// How far back and ahead a calendar reaches.
    static let daysBack = 31
    static let daysAhead = 366

    /// The days of an account, by day: reviews of the units that it holds a role on, follow-ups of these units, and
    /// those that its person owns anywhere; nothing of what it may not see now.
    package static func all(
        of account: Account,
        for reader: Readership,
        today: Day,
        on connection: any SQLConnection
    ) throws -> [CalendarEvent] {
        let first = today.advanced(by: -daysBack) ?? .first
        let stretch = first...(today.advanced(by: daysAhead) ?? .last)
        let units = account.units(permitting: .read).compactMap { reader.tree[$0] }
            .filter { reader.may(.read, on: $0.id) }
        var events: [CalendarEvent] = []
        for unit in units { events += try reviews(of: unit, in: stretch, on: connection) }
        var decisions: [Decision.ID: Decision] = [:]
        for unit in units {
            for decision in try DecisionStore.all(of: unit.id, for: reader, on: connection) {
                decisions[decision.id] = decision
            }
        }
        for decision in try DecisionStore.all(ownedBy: account.person.id, for: reader, on: connection) {
            decisions[decision.id] = decision
        }
        events += decisions.values.filter { $0.followUp == nil }.map { decision in
            CalendarEvent(
                key: "decision-\(decision.id)",
                day: decision.due,
                summary: "Follow up: \(decision.text)",
                detail: ReviewSentences.decision(decision),
                subject: .decision(decision.unit, decision.id),
                changed: decision.instant
            )
        }
        return events.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    }

    private static func reviews(
        of unit: Unit,
        in stretch: ClosedRange<Day>,
        on connection: any SQLConnection
    ) throws -> [CalendarEvent] {
        let prepared = try ReviewStore.all(of: unit.id, on: connection).filter { stretch.contains($0.day) }
        let rhythm = try RhythmStore.rhythm(of: unit, on: connection)
        let set = try RevisionStore.all(.rhythm, unit.id, limit: 1, on: connection).first?.instant
        let rhythmic = rhythm.days(in: stretch).filter { kind, day in
            !prepared.contains { $0.kind == kind && $0.day == day }
        }.map { kind, day in
            CalendarEvent(
                key: "\(unit.id)-\(kind.rawValue)-\(day)",
                day: day,
                summary: "\(ReviewSentences.name(of: kind)): \(unit.name)",
                detail: "By the rhythm of \(unit.name).",
                subject: .reviews(unit.id),
                changed: set ?? Timestamp(microseconds: 0)
            )
        }
        return rhythmic
            + prepared.map { review in
                CalendarEvent(
                    key: "review-\(review.id)",
                    day: review.day,
                    summary: "\(ReviewSentences.name(of: review.kind)): \(unit.name)",
                    detail: ReviewSentences.head(of: review, in: unit),
                    subject: .review(unit.id, review.id),
                    changed: review.closed ?? review.instant
                )
            }
    }
}
