package import Statistics
package import Storage

/// What the measures of how Sightline is used are computed from: of a unit and of those below it, as far as the reader
/// may see it.
package struct OwnRecord: Sendable {
    /// A signal, when it came, was explained and was decided about.
    package struct Watched: Equatable, Sendable {
        package var found: Timestamp
        package var explained: Timestamp?
        package var decided: Timestamp?

        package init(found: Timestamp, explained: Timestamp? = nil, decided: Timestamp? = nil) {
            self.found = found
            self.explained = explained
            self.decided = decided
        }
    }

    /// A decision's day, and when somebody said what came of it.
    package struct Promised: Equatable, Sendable {
        package var due: Day
        package var followed: Timestamp?

        package init(due: Day, followed: Timestamp? = nil) {
            self.due = due
            self.followed = followed
        }
    }

    /// Minutes that were asked of people on a day.
    package struct Asked: Equatable, Sendable {
        package var day: Day
        package var minutes: Int

        package init(day: Day, minutes: Int) {
            self.day = day
            self.minutes = minutes
        }
    }

    package var signals: [Watched]
    package var decisions: [Promised]
    package var asked: [Asked]

    package init(signals: [Watched] = [], decisions: [Promised] = [], asked: [Asked] = []) {
        self.signals = signals
        self.decisions = decisions
        self.asked = asked
    }

    package init(of unit: Unit.ID, for reader: Readership, on connection: any SQLConnection) throws {
        let entries = try LedgerStore.reading(of: unit, for: reader, on: connection).entries
            .filter { !$0.isWithdrawn }
        let touched = entries.filter { $0.state != .new }
        let decided = try LedgerStore.decisions(about: touched, on: connection)
        let explained = try Self.explanations(of: touched, on: connection)
        signals = entries.map {
            Watched(found: $0.found, explained: explained[$0.id], decided: decided[$0.id])
        }
        let made = try DecisionStore.all(within: unit, for: reader, on: connection)
        decisions = made.map { Promised(due: $0.due, followed: $0.followUp?.instant) }
        asked = try ReviewStore.all(within: unit, on: connection).compactMap { review in
            guard !review.isOpen, let minutes = review.askedMinutes else { return nil }
            return Asked(day: review.day, minutes: minutes)
        }
        asked += made.compactMap { decision in
            guard let followUp = decision.followUp, let minutes = followUp.minutes else { return nil }
            return Asked(day: followUp.instant.day, minutes: minutes)
        }
    }

    /// When the causes of signals were first named, or looked for in vain, in the ledger or in a review.
    private static func explanations(
        of entries: [LedgerEntry],
        on connection: any SQLConnection
    ) throws -> [Signal.ID: Timestamp] {
        var explained: [Signal.ID: Timestamp] = [:]
        try connection.each(in: entries.map { .id($0.id) }) { list in
            """
            SELECT e.signal_id, MIN(e.instant) FROM (
                SELECT signal_id, instant FROM signal_step WHERE state = 'explained'
                UNION ALL SELECT signal_id, instant FROM review_meaning
            ) e WHERE e.signal_id IN \(list) GROUP BY e.signal_id
            """
        } _: { row in
            explained[try row.identifier(0)] = try row.instant(1)
        }
        return explained
    }
}
