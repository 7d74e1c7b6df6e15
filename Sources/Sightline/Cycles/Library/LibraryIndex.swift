package import Storage

/// The words that cycles and change ideas are found by, written whenever one of them is.
package enum LibraryIndex {
    enum Kind: String {
        case cycle, idea
    }

    /// What is in the index of one item.
    struct Entry: Equatable {
        let item: String
        let kind: Kind
        let programme: Programme.ID
        let title: String
        let body: String
    }

    private static let index = TextIndex(table: "library_index")

    /// Takes down what a cycle says now.
    static func note(_ cycle: Cycle.ID, on connection: any SQLConnection) throws {
        for entry in try cycles("c.id = ?", [.id(cycle)], on: connection) { try write(entry, on: connection) }
    }

    /// Takes down what a change idea says now, for itself and for its cycles; forgets one that was taken out.
    static func note(idea: TheoryNode.ID, on connection: any SQLConnection) throws {
        let entries = try ideas("n.id = ?", [.id(idea)], on: connection)
        if entries.isEmpty { try forget(idea.description, on: connection) }
        for entry in try entries + cycles("c.idea_id = ?", [.id(idea)], on: connection) {
            try write(entry, on: connection)
        }
    }

    /// Makes the index anew.
    ///
    /// - Returns: how many items it has, and of how many it said something else before.
    package static func rebuild(on connection: any SQLConnection) throws -> (items: Int, mended: Int) {
        let wanted = try cycles("1 = 1", [], on: connection) + ideas("1 = 1", [], on: connection)
        let known = try connection.all("SELECT item, kind, programme_id, title, body FROM library_text") {
            row in
            Entry(
                item: try row.text(0),
                kind: try row.word(1),
                programme: try row.identifier(2),
                title: try row.text(3),
                body: try row.text(4)
            )
        }
        let byItem = Dictionary(known.map { ($0.item, $0) }) { first, _ in first }
        let items = Set(wanted.map(\.item))
        let superfluous = known.filter { !items.contains($0.item) }
        for entry in superfluous { try forget(entry.item, on: connection) }
        // The engine's own table could have lost something too.
        try index.removeAll(on: connection)
        for entry in wanted { try write(entry, on: connection) }
        return (wanted.count, wanted.count { byItem[$0.item] != $0 } + superfluous.count)
    }

    /// What holds the terms of a search, whoever may read it.
    static func hits(
        _ search: LibrarySearch,
        on connection: any SQLConnection
    ) throws -> [(entry: Entry, count: Int, score: Double)] {
        let (matches, argument) = index.matches(search.terms, search.demand, in: connection.dialect)
        return try connection.all(
            """
            SELECT item, kind, programme_id, title, body FROM library_text WHERE number IN \(matches)
            """,
            [argument]
        ) { row in
            let entry = Entry(
                item: try row.text(0),
                kind: try row.word(1),
                programme: try row.identifier(2),
                title: try row.text(3),
                body: try row.text(4)
            )
            let rank = search.rank(title: words(entry.title), body: words(entry.body))
            return (entry, rank.count, rank.score)
        }
    }

    private static func words(_ folded: String) -> [String] {
        folded.split(separator: " ").map(String.init)
    }

    private static func write(_ entry: Entry, on connection: any SQLConnection) throws {
        let number = try connection.one(
            """
            INSERT INTO library_text (item, kind, programme_id, title, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (item) DO UPDATE SET title = excluded.title, body = excluded.body
            RETURNING number
            """,
            [
                .text(entry.item), .word(entry.kind), .id(entry.programme), .text(entry.title),
                .text(entry.body),
            ]
        ) { try $0.integer(0) }
        guard let number else { return }
        try index.put(words(entry.title), words(entry.body), at: number, on: connection)
    }

    /// Forgets all that a purged programme said.
    package static func forget(programme: Programme.ID, on connection: any SQLConnection) throws {
        let items = try connection.all(
            "SELECT item FROM library_text WHERE programme_id = ?",
            [.id(programme)]
        ) { try $0.text(0) }
        for item in items { try forget(item, on: connection) }
    }

    /// Forgets one cycle or change idea.
    static func forget(_ item: String, on connection: any SQLConnection) throws {
        let number = try connection.one("SELECT number FROM library_text WHERE item = ?", [.text(item)]) {
            try $0.integer(0)
        }
        guard let number else { return }
        try index.remove(number, on: connection)
        try connection.execute("DELETE FROM library_text WHERE item = ?", [.text(item)])
    }

    // MARK: What is to be in it

    private static func cycles(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Entry] {
        var predictions: [String: String] = [:]
        try connection.each(
            """
            SELECT p.cycle_id, p.text FROM prediction p JOIN cycle c ON c.id = p.cycle_id WHERE \(condition)
            ORDER BY p.cycle_id, p.version
            """,
            arguments
        ) { predictions[try $0.text(0), default: ""] += " \(try $0.text(1))" }
        return try connection.all(
            """
            SELECT c.id, c.programme_id, c.question, n.title, n.detail, c.plan_what, c.plan_who, c.plan_where,
                c.population, c.needed, c.happened, c.learned, c.decision_reason
            FROM cycle c JOIN theory_node n ON n.id = c.idea_id WHERE \(condition) ORDER BY c.id
            """,
            arguments
        ) { row in
            let item = try row.text(0)
            let texts = try (3..<13).map { try row.text($0) } + [predictions[item] ?? ""]
            return Entry(
                item: item,
                kind: .cycle,
                programme: try row.identifier(1),
                title: FoldedText.fold(try row.text(2)),
                body: FoldedText.fold(texts.joined(separator: " "))
            )
        }
    }

    private static func ideas(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Entry] {
        try connection.all(
            """
            SELECT n.id, n.programme_id, n.title, n.detail FROM theory_node n
            WHERE n.kind = ? AND n.removed IS NULL AND \(condition) ORDER BY n.id
            """,
            [.word(TheoryNode.Kind.changeIdea)] + arguments
        ) { row in
            Entry(
                item: try row.text(0),
                kind: .idea,
                programme: try row.identifier(1),
                title: FoldedText.fold(try row.text(2)),
                body: FoldedText.fold(try row.text(3))
            )
        }
    }
}
