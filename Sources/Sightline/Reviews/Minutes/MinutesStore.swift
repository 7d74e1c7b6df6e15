import Statistics
package import Storage

/// Minutes that froze when their review was closed.
package enum MinutesStore {
    /// Closes a review: what it said is kept as it is told now, and stays.
    ///
    /// - Parameter minutes: what it says, of what whoever closes it may see.
    /// - Throws: ``ReviewProblems``: it says how many were there and how long it took.
    package static func close(
        _ review: Review,
        saying minutes: (Review) throws -> Minutes,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try ReviewStore.requireOpen(review, "present")
        try ReviewProblems.check([
            .number(review.present, "present", most: ReviewProblem.mostPeople, isRequired: true),
            .number(review.minutes, "minutes", most: ReviewProblem.mostMinutes, isRequired: true),
            review.day > context.now.day ? ReviewProblem("review-day", .inFuture) : nil,
        ])
        try ReviewStore.change(review, context, on: connection)
        var closed = review
        (closed.closed, closed.closer) = (context.now, context.author)
        try ReviewStore.write(closed, on: connection)
        for (index, line) in try minutes(closed).lines.enumerated() {
            try connection.execute(
                """
                INSERT INTO review_line (review_id, sequence, part, text, signal_id, series_id, measure_id, place_id,
                    programme_id, cycle_id, decision_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [.id(review.id), .int(index + 1), .word(line.part), .text(line.text)]
                    + line.about.values + [.id(line.decision)]
            )
        }
        let change = AuditEntry.Change("state", "open", "closed")
        try AuditStore.append(.review(.changed, closed, [change]), context, on: connection)
    }

    /// What a closed review said, as far as the reader may see what it was about.
    package static func minutes(
        of review: Review.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> Minutes {
        let lines = try connection.all(
            """
            SELECT part, text, signal_id, series_id, measure_id, place_id, programme_id, cycle_id, decision_id
            FROM review_line WHERE review_id = ? ORDER BY sequence
            """,
            [.id(review)]
        ) { row in
            MinuteLine(
                try row.word(0),
                try row.text(1),
                about: try row.about(2),
                decision: try row.optionalIdentifier(8)
            )
        }
        return Minutes(lines: try lines.filter { try reader.sees($0.about, on: connection) })
    }
}
