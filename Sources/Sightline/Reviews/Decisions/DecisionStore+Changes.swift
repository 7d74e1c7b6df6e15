import Statistics
package import Storage

/// Deciding, changing what was decided, and saying what came of it; each is told to the audit trail.
extension DecisionStore {
    /// Keeps a decision of an open review.
    ///
    /// The signal that it answers is acted on from then on, by its owner, until the day that was set.
    /// - Parameter entry: the signal that it answers.
    /// - Throws: ``ReviewProblems``, ``SignalStepError``.
    package static func decide(
        _ decision: Decision,
        in review: Review,
        about entry: LedgerEntry? = nil,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try ReviewProblems.check(problems(of: decision, context))
        try ReviewStore.requireOpen(review, "decided")
        try connection.execute(
            """
            INSERT INTO decision (id, review_id, unit_id, kind, text, expected, owner, owner_id, due_day, signal_id,
                series_id, measure_id, place_id, programme_id, cycle_id, name, happened, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)
            """,
            [
                .id(decision.id), .id(review.id), .id(review.unit), .word(decision.kind),
                .text(decision.text), .text(decision.expected), .text(decision.owner.name),
                .id(decision.owner.person), .day(decision.due),
            ] + decision.about.values + [
                .text(decision.name), .text(decision.author.name), .id(decision.author.person),
                .instant(decision.instant),
            ]
        )
        try tell(.created, from: nil, to: decision, context, on: connection)
        guard let entry, !entry.isWithdrawn, SignalStep.Kind.act.isAllowed(in: entry.state) else { return }
        let step = SignalStep.act(
            response: decision.text,
            owner: decision.owner,
            checkBack: decision.due
        )
        try LedgerStore.take(step, with: entry, seenIn: entry.state, context, on: connection)
    }

    /// Changes what was decided, who answers for it, or by when; the minutes of a closed review stay as they are.
    ///
    /// A signal that is acted on because of it gets the same owner, response and day.
    /// - Throws: ``ReviewProblems``.
    package static func change(
        _ decision: Decision,
        about entry: LedgerEntry? = nil,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(decision.id, on: connection) else { return }
        let isMoved = old.due != decision.due
        try ReviewProblems.check(problems(of: decision, context, isMoved: isMoved))
        guard old.fields != decision.fields else { return }
        try write(decision, on: connection)
        try tell(.changed, from: old, to: decision, context, on: connection)
        guard let entry, entry.state == .acting, !entry.isWithdrawn, decision.due > context.now.day else {
            return
        }
        let handling = entry.handling
        guard handling.response == old.text, handling.checkBack == old.due, handling.owner == old.owner
        else { return }
        let step = SignalStep.act(
            response: decision.text,
            owner: decision.owner,
            checkBack: decision.due
        )
        try LedgerStore.take(step, with: entry, seenIn: entry.state, context, on: connection)
    }

    /// Says what came of a decision, or says it better.
    ///
    /// - Parameter entry: the signal that it answers, where that is settled with it.
    /// - Throws: ``ReviewProblems``, ``SignalStepError``.
    package static func follow(
        up decision: Decision,
        with followUp: FollowUp,
        settling entry: LedgerEntry? = nil,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(decision.id, on: connection) else { return }
        try ReviewProblems.check([
            .text(followUp.happened, "came-text"),
            .number(followUp.minutes, "came-minutes", most: ReviewProblem.mostMinutes),
        ])
        var decision = old
        decision.followUp = followUp
        // What is said better keeps the day on which it was first said.
        if let first = old.followUp { decision.followUp?.instant = first.instant }
        guard old.fields != decision.fields else { return }
        try write(decision, on: connection)
        try tell(.changed, from: old, to: decision, context, on: connection)
        guard let entry, SignalStep.Kind.settle.isAllowed(in: entry.state) else { return }
        let step = SignalStep.settle(outcome: followUp.happened)
        try LedgerStore.take(step, with: entry, seenIn: entry.state, context, on: connection)
    }

    private static func problems(
        of decision: Decision,
        _ context: Context,
        isMoved: Bool = true
    ) -> [ReviewProblem?] {
        let today = context.now.day
        return [
            .text(decision.text, "decided"), .text(decision.expected, "expected"),
            isMoved && decision.due <= today ? ReviewProblem("due-day", .notLater(than: today)) : nil,
        ]
    }

    private static func write(_ decision: Decision, on connection: any SQLConnection) throws {
        let followUp = decision.followUp
        try connection.execute(
            """
            UPDATE decision SET kind = ?, text = ?, expected = ?, owner = ?, owner_id = ?, due_day = ?, outcome = ?,
                happened = ?, minutes = ?, followed = ?, follower = ?, follower_id = ?
            WHERE id = ?
            """,
            [
                .word(decision.kind), .text(decision.text), .text(decision.expected),
                .text(decision.owner.name), .id(decision.owner.person), .day(decision.due),
                .text(followUp?.outcome.rawValue), .text(followUp?.happened ?? ""), .int(followUp?.minutes),
                .instant(followUp?.instant), .text(followUp?.author.name), .id(followUp?.author.person),
                .id(decision.id),
            ]
        )
    }

    private static func tell(
        _ act: AuditEntry.Act,
        from old: Decision?,
        to new: Decision,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let fields = new.fields
        try RevisionStore.note(.decision, new.id, from: old?.fields, to: fields, context, on: connection)
        // The trail names people, not their ids.
        var changes = fields.changes(from: old?.fields).filter { $0.field != "owner" }
        changes.append(.init("owner", old?.owner.name, new.owner.name))
        try AuditStore.append(.decision(act, new, changes), context, on: connection)
    }
}

extension DecisionStore {
    /// What a decision leaves out that it must say.
    package static func missing(in decision: Decision) -> [ReviewProblem] {
        [.text(decision.text, "decided"), .text(decision.expected, "expected")].compactMap(\.self)
    }
}

extension DecisionStore {
    /// Makes someone else the owner of what a person has not followed up yet, as when they leave.
    static func handOver(
        from person: Person,
        to successor: Person,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        for old in try all(waitingFor: person.id, on: connection) {
            var decision = old
            decision.owner = Author(name: successor.name, person: successor.id)
            try write(decision, on: connection)
            try tell(.changed, from: old, to: decision, context, on: connection)
        }
    }
}
