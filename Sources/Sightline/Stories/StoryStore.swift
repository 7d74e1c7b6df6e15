package import Storage

/// Stories and learning notes, as they are read; what lies in the bin is left out.
package enum StoryStore {
    package static func find(_ id: Story.ID, on connection: any SQLConnection) throws -> Story? {
        try stories("s.id = ?", [.id(id)], on: connection).first
    }

    /// Those by their ids that a reader may read.
    package static func all(
        _ ids: [Story.ID],
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Story] {
        guard !ids.isEmpty else { return [] }
        let list = Array(repeating: "?", count: ids.count).joined(separator: ", ")
        return try stories("s.id IN (\(list))", ids.map { .id($0) }, on: connection)
            .filter { reader.may(.read, $0) }
    }

    /// Those of a unit and of those below it that a reader may read, the newest first, and how many there are besides.
    package static func all(
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> (stories: [Story], kept: Int) {
        let all = try stories(
            "s.unit_id IN (SELECT id FROM below)",
            [.id(unit)],
            with: Subtree.sql,
            on: connection
        )
        let readable = all.filter { reader.may(.read, $0) }
        return (readable, all.count - readable.count)
    }

    /// Those that tell of a programme or of its cycles and that a reader may read, the newest first.
    package static func all(
        of programme: Programme.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Story] {
        try stories("s.programme_id = ?", [.id(programme)], on: connection)
            .filter { reader.may(.read, $0) }
    }

    private static func stories(
        _ condition: String,
        _ arguments: [SQLValue],
        with head: String = "",
        on connection: any SQLConnection
    ) throws -> [Story] {
        let consents = try connection.all(
            """
            \(head)
            SELECT c.story_id, c.id, c.who, c.audience, c.day, c.author, c.person_id, c.instant, c.withdrawn,
                c.withdrawn_by, c.withdrawn_reason
            FROM story_consent c JOIN story s ON s.id = c.story_id
            WHERE \(condition) AND s.bin_id IS NULL ORDER BY c.instant, c.id
            """,
            arguments
        ) { row in (story: try row.identifier(0, of: Story.self), consent: try consent(row)) }
        let byStory = Dictionary(grouping: consents, by: \.story)
        return try connection.all(
            """
            \(head)
            SELECT s.id, s.unit_id, s.programme_id, s.cycle_id, s.kind, s.visibility, s.title, s.day, s.changed,
                s.matters, s.chosen_by, s.chosen_because, s.author, s.person_id, s.instant
            FROM story s WHERE \(condition) AND s.bin_id IS NULL ORDER BY s.day DESC, s.id DESC
            """,
            arguments
        ) { row in
            var story = try story(row)
            story.consents = (byStory[story.id] ?? []).map(\.consent)
            return story
        }
    }

    private static func consent(_ row: any SQLRow) throws -> Consent {
        let withdrawal = try row.optionalInstant(8).map { instant in
            Consent.Withdrawal(name: try row.text(9), instant: instant, reason: try row.text(10))
        }
        return Consent(
            id: try row.identifier(1),
            who: try row.text(2),
            audience: try row.word(3),
            day: try row.day(4),
            author: try row.author(5),
            instant: try row.instant(7),
            withdrawal: withdrawal
        )
    }

    private static func story(_ row: any SQLRow) throws -> Story {
        Story(
            id: try row.identifier(0),
            unit: try row.identifier(1),
            programme: try row.optionalIdentifier(2),
            cycle: try row.optionalIdentifier(3),
            kind: try row.word(4),
            visibility: try row.word(5),
            title: try row.text(6),
            day: try row.day(7),
            changed: try row.text(8),
            matters: try row.text(9),
            chosenBy: try row.text(10),
            chosenBecause: try row.text(11),
            author: try row.author(12),
            instant: try row.instant(14)
        )
    }
}
