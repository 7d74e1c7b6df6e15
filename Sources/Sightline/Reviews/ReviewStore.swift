import Statistics
package import Storage

/// Reviews of units, in the database.
package enum ReviewStore {
    package static func find(
        _ id: Review.ID,
        of unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> Review? {
        try connection.one(
            "\(select) WHERE r.id = ? AND r.unit_id = ? AND r.bin_id IS NULL",
            [.id(id), .id(unit)],
            review(from:)
        )
    }

    package static func find(_ id: Review.ID, on connection: any SQLConnection) throws -> Review? {
        try connection.one("\(select) WHERE r.id = ? AND r.bin_id IS NULL", [.id(id)], review(from:))
    }

    /// Those of a unit itself, the newest first.
    package static func all(of unit: Unit.ID, on connection: any SQLConnection) throws -> [Review] {
        try connection.all(
            "\(select) WHERE r.unit_id = ? AND r.bin_id IS NULL ORDER BY r.day DESC, r.id DESC",
            [.id(unit)],
            review(from:)
        )
    }

    /// Those of a unit and of those below it, the oldest first.
    static func all(within unit: Unit.ID, on connection: any SQLConnection) throws -> [Review] {
        try connection.all(
            """
            \(Subtree.sql)
            \(select) JOIN below ON below.id = r.unit_id WHERE r.bin_id IS NULL ORDER BY r.day, r.id
            """,
            [.id(unit)],
            review(from:)
        )
    }

    /// The one that was closed last before another one of its unit.
    package static func last(
        before review: Review,
        on connection: any SQLConnection
    ) throws -> Review? {
        try connection.one(
            """
            \(select) WHERE r.unit_id = ? AND r.bin_id IS NULL AND r.closed IS NOT NULL AND r.id <> ?
                AND r.closed <= ? ORDER BY r.closed DESC, r.id DESC LIMIT 1
            """,
            [.id(review.unit), .id(review.id), .instant(review.closed ?? Timestamp(microseconds: .max))],
            review(from:)
        )
    }

    /// What was written down, the oldest first.
    package static func notes(
        of review: Review.ID,
        on connection: any SQLConnection
    ) throws -> [ReviewNote] {
        try connection.all(
            """
            SELECT is_addition, text, author, person_id, instant FROM review_note
            WHERE review_id = ? ORDER BY sequence
            """,
            [.id(review)]
        ) { row in
            ReviewNote(
                isAddition: try row.bool(0),
                text: try row.text(1),
                author: try row.author(2),
                instant: try row.instant(4)
            )
        }
    }

    // MARK: Writing

    /// Opens a review.
    ///
    /// - Throws: ``ReviewProblems``.
    package static func open(
        _ review: Review,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(review)
        try connection.execute(
            """
            INSERT INTO review (id, unit_id, kind, day, present, minutes, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(review.id), .id(review.unit), .word(review.kind), .day(review.day), .int(review.present),
                .int(review.minutes), .text(review.author.name), .id(review.author.person),
                .instant(review.instant),
            ]
        )
        try RevisionStore.note(.review, review.id, from: nil, to: review.fields, context, on: connection)
        let entry = AuditEntry.review(.created, review, review.fields.changes(from: nil))
        try AuditStore.append(entry, context, on: connection)
    }

    /// Changes what kind it is, its day, how many are there and how long it takes, as long as it is open.
    ///
    /// - Throws: ``ReviewProblems``.
    package static func change(
        _ review: Review,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(review.id, on: connection) else { return }
        try check(review)
        try requireOpen(old, "review-kind")
        guard old.fields != review.fields else { return }
        try write(review, on: connection)
        let fields = review.fields
        try RevisionStore.note(.review, review.id, from: old.fields, to: fields, context, on: connection)
        let entry = AuditEntry.review(.changed, review, fields.changes(from: old.fields))
        try AuditStore.append(entry, context, on: connection)
    }

    /// Writes something down: a note while the review is open, an addition to its minutes once it is closed.
    ///
    /// - Throws: ``ReviewProblems``.
    package static func note(
        _ text: String,
        isAddition: Bool,
        on review: Review,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try ReviewProblems.check([
            .text(text, isAddition ? "addition" : "note"),
            isAddition && review.isOpen ? ReviewProblem("addition", .stillOpen) : nil,
        ])
        if !isAddition { try requireOpen(review, "note") }
        let count = try connection.one(
            "SELECT COALESCE(MAX(sequence), 0) FROM review_note WHERE review_id = ?",
            [.id(review.id)]
        ) { try $0.int(0) }
        try connection.execute(
            """
            INSERT INTO review_note (review_id, sequence, is_addition, text, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(review.id), .int((count ?? 0) + 1), .bool(isAddition), .text(text),
                .text(context.author.name), .id(context.author.person), .instant(context.now),
            ]
        )
        let change = AuditEntry.Change(isAddition ? "addition" : "note", nil, text)
        try AuditStore.append(.review(.changed, review, [change]), context, on: connection)
    }

    static func requireOpen(_ review: Review, _ field: String) throws {
        guard review.isOpen else { throw ReviewProblems([ReviewProblem(field, .closed)]) }
    }

    static func write(_ review: Review, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE review SET kind = ?, day = ?, present = ?, minutes = ?, closed = ?, closer = ?, closer_id = ?
            WHERE id = ?
            """,
            [
                .word(review.kind), .day(review.day), .int(review.present), .int(review.minutes),
                .instant(review.closed), .text(review.closer?.name), .id(review.closer?.person),
                .id(review.id),
            ]
        )
    }

    private static func check(_ review: Review) throws {
        try ReviewProblems.check([
            .number(review.present, "present", most: ReviewProblem.mostPeople),
            .number(review.minutes, "minutes", most: ReviewProblem.mostMinutes),
        ])
    }

    private static let select = """
        SELECT r.id, r.unit_id, r.kind, r.day, r.present, r.minutes, r.author, r.person_id, r.instant, r.closed,
            r.closer, r.closer_id
        FROM review r
        """

    private static func review(from row: any SQLRow) throws -> Review {
        var review = Review(
            id: try row.identifier(0),
            unit: try row.identifier(1),
            kind: try row.word(2),
            day: try row.day(3),
            present: try row.optionalInt(4),
            minutes: try row.optionalInt(5),
            author: try row.author(6),
            instant: try row.instant(8)
        )
        review.closed = try row.optionalInstant(9)
        review.closer = row.isNull(10) ? nil : try row.author(10)
        return review
    }
}
