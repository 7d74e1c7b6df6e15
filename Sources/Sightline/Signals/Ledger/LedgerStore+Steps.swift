package import Storage

extension LedgerStore {
    /// Takes a step with a signal: its new state, what is known of it, and the record of who did it and why.
    ///
    /// - Parameter state: where the signal stood when whoever takes the step looked at it.
    /// - Throws: ``SignalStepError``.
    package static func take(
        _ step: SignalStep,
        with entry: LedgerEntry,
        seenIn state: Signal.State,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard entry.state == state else { throw SignalStepError.movedOn(to: entry.state) }
        guard step.kind.isAllowed(in: state) else { throw SignalStepError.notAllowed(step.kind, in: state) }
        guard !step.why.isEmpty else { throw SignalStepError.textMissing }
        if case .act(_, _, let checkBack) = step, checkBack <= context.now.day {
            throw SignalStepError.checkBackPast(checkBack)
        }
        if case .explain(let cause) = step, let wrong = cause.links.first(where: { !$0.isWhole }) {
            throw SignalStepError.documentIncomplete(wrong)
        }
        let after = step.applied(to: entry.handling)
        try write(step.kind.target, of: entry, on: connection)
        try write(after, of: entry.id, on: connection)
        if case .explain(let cause) = step { try write(cause.links, of: entry.id, on: connection) }
        try append(step.kind.target, step.why, to: entry.id, context, on: connection)
        let change = AuditEntry.signal(.changed, entry, step, to: after)
        try AuditStore.append(change, context, on: connection)
    }

    /// Puts what a person saw into the ledger.
    ///
    /// - Throws: ``SignalStepError/textMissing``.
    package static func raise(
        _ raised: RaisedSignal,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard !raised.words.isEmpty else { throw SignalStepError.textMissing }
        try connection.execute(
            """
            INSERT INTO raised_signal (id, unit_id, series_id, strand, meaning, day, words, state, author,
                person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(raised.id), .id(raised.unit), .id(raised.series), .word(raised.strand),
                .word(raised.meaning), .day(raised.day), .text(raised.words), .word(Signal.State.new),
                .text(raised.author.name), .id(raised.author.person), .instant(raised.instant),
            ]
        )
        let measure = try raised.series.flatMap { try MeasureStore.find(of: $0, on: connection) }
        try AuditStore.append(.raised(raised, of: measure), context, on: connection)
    }

    private static func write(
        _ state: Signal.State,
        of entry: LedgerEntry,
        on connection: any SQLConnection
    ) throws {
        switch entry.origin {
        case .rule: try SignalStore.set(state, of: entry.id, on: connection)
        case .person:
            try connection.execute(
                "UPDATE raised_signal SET state = ? WHERE id = ?",
                [.word(state), .id(entry.id)]
            )
        }
    }

    private static func write(
        _ handling: SignalHandling,
        of id: Signal.ID,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO signal_handling (signal_id, certainty, cause, response, owner, owner_id, check_day)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (signal_id) DO UPDATE SET certainty = excluded.certainty, cause = excluded.cause,
                response = excluded.response, owner = excluded.owner, owner_id = excluded.owner_id,
                check_day = excluded.check_day
            """,
            [
                .id(id), .text(handling.cause?.certainty.rawValue), .text(handling.cause?.text ?? ""),
                .text(handling.response), .text(handling.owner?.name), .id(handling.owner?.person),
                .day(handling.checkBack),
            ]
        )
    }

    private static func append(
        _ state: Signal.State,
        _ why: String,
        to id: Signal.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let count = try connection.one(
            "SELECT COALESCE(MAX(sequence), 0) FROM signal_step WHERE signal_id = ?",
            [.id(id)]
        ) { try $0.int(0) }
        try connection.execute(
            """
            INSERT INTO signal_step (signal_id, sequence, state, why, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(id), .int((count ?? 0) + 1), .word(state), .text(why), .text(context.author.name),
                .id(context.author.person), .instant(context.now),
            ]
        )
    }
}
