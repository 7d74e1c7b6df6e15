import Statistics
package import Storage

/// What reviews agreed that signals mean, in the database.
package enum MeaningStore {
    /// Those of a review that the reader may see, the oldest first.
    package static func all(
        of review: Review.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [AgreedMeaning] {
        try meanings("m.review_id = ? ORDER BY m.instant, m.id", .id(review), on: connection)
            .filter { try reader.sees($0.about, on: connection) }
    }

    /// Those of a signal, the oldest first; whoever asks may see the signal.
    package static func all(
        of signal: Signal.ID,
        on connection: any SQLConnection
    ) throws -> [AgreedMeaning] {
        try meanings("m.signal_id = ? ORDER BY m.instant, m.id", .id(signal), on: connection)
    }

    package static func find(
        of signal: Signal.ID,
        in review: Review.ID,
        on connection: any SQLConnection
    ) throws -> AgreedMeaning? {
        try all(of: signal, on: connection).first { $0.review == review }
    }

    /// Keeps what a review agreed about a signal, anew or instead of what it had agreed before.
    ///
    /// A signal that nobody has acted on yet becomes explained by it; one that is acted on stays so.
    /// - Throws: ``ReviewProblems``, ``SignalStepError``.
    package static func agree(
        _ text: String,
        _ certainty: SignalHandling.Certainty,
        on entry: LedgerEntry,
        in review: Review,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try ReviewProblems.check([.text(text, "agreed")])
        try ReviewStore.requireOpen(review, "agreed")
        let old = try find(of: entry.id, in: review.id, on: connection)
        let meaning = AgreedMeaning(
            id: old?.id ?? context.makeID(),
            review: review.id,
            about: About(entry),
            name: entry.name,
            certainty: certainty,
            text: text,
            author: context.author,
            instant: context.now
        )
        guard old?.fields != meaning.fields else { return }
        try connection.execute(
            """
            INSERT INTO review_meaning (id, review_id, signal_id, series_id, measure_id, place_id, name, certainty,
                text, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (review_id, signal_id) DO UPDATE SET name = excluded.name, certainty = excluded.certainty,
                text = excluded.text, author = excluded.author, person_id = excluded.person_id,
                instant = excluded.instant
            """,
            [
                .id(meaning.id), .id(review.id), .id(entry.id), .id(meaning.about.series),
                .id(meaning.about.measure), .id(entry.unit.id), .text(meaning.name), .word(certainty),
                .text(text), .text(context.author.name), .id(context.author.person), .instant(context.now),
            ]
        )
        let fields = meaning.fields
        try RevisionStore.note(.meaning, meaning.id, from: old?.fields, to: fields, context, on: connection)
        let act: AuditEntry.Act = old == nil ? .created : .changed
        let entryOfTrail = AuditEntry.review(
            act,
            review,
            fields.changes(from: old?.fields),
            about: meaning.about,
            name: entry.name
        )
        try AuditStore.append(entryOfTrail, context, on: connection)
        if entry.state == .new || entry.state == .explained, !entry.isWithdrawn {
            let step = SignalStep.explain(SignalHandling.Cause(certainty, text))
            try LedgerStore.take(step, with: entry, seenIn: entry.state, context, on: connection)
        }
    }

    private static func meanings(
        _ condition: String,
        _ argument: SQLValue,
        on connection: any SQLConnection
    ) throws -> [AgreedMeaning] {
        try connection.all(
            """
            SELECT m.id, m.review_id, m.signal_id, m.series_id, m.measure_id, m.place_id, NULL, NULL, m.name,
                m.certainty, m.text, m.author, m.person_id, m.instant
            FROM review_meaning m JOIN review r ON r.id = m.review_id AND r.bin_id IS NULL
            WHERE \(condition)
            """,
            [argument]
        ) { row in
            AgreedMeaning(
                id: try row.identifier(0),
                review: try row.identifier(1),
                about: try row.about(2),
                name: try row.text(8),
                certainty: try row.word(9),
                text: try row.text(10),
                author: try row.author(11),
                instant: try row.instant(13)
            )
        }
    }
}
