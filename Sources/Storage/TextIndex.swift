/// Texts that are found by their words, on either engine: a table of FTS5 in SQLite, a `tsvector` in PostgreSQL.
///
/// Whoever uses it folds words alike for both: they are letters and digits, without case and accents. The table has the
/// columns `rowid`, `title` and `body` in SQLite, and `number` and `words` in PostgreSQL, and is made by a migration.
package struct TextIndex: Sendable {
    let table: String

    package init(table: String) { self.table = table }

    /// Something to look for.
    package struct Term: Equatable, Sendable {
        /// Several that follow each other are a phrase.
        package var words: [String]
        /// Whether a word that goes on after the last of them is found too.
        package var isPrefix: Bool

        package init(_ words: [String], isPrefix: Bool = false) {
            self.words = words
            self.isPrefix = isPrefix
        }
    }

    /// How much of what is looked for must be there.
    package enum Demand: Sendable {
        case all, any
    }

    /// Puts a text under a number, in place of the one that it has there.
    package func put(
        _ title: [String],
        _ body: [String],
        at number: Int64,
        on connection: any SQLConnection
    ) throws {
        try remove(number, on: connection)
        switch connection.dialect {
        case .sqlite:
            try connection.execute(
                "INSERT INTO \(table) (rowid, title, body) VALUES (?, ?, ?)",
                [
                    .integer(number), .text(title.joined(separator: " ")),
                    .text(body.joined(separator: " ")),
                ]
            )
        case .postgres:
            try connection.execute(
                "INSERT INTO \(table) (number, words) VALUES (?, CAST(? AS TSVECTOR))",
                [.integer(number), .text(Self.vector(title, body))]
            )
        }
    }

    package func remove(_ number: Int64, on connection: any SQLConnection) throws {
        let column = connection.dialect == .sqlite ? "rowid" : "number"
        try connection.execute("DELETE FROM \(table) WHERE \(column) = ?", [.integer(number)])
    }

    package func removeAll(on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM \(table)")
    }

    /// A query for the numbers of the texts that hold terms, to stand after `IN`, with its argument.
    ///
    /// - Parameter terms: at least one, each with at least one word.
    package func matches(
        _ terms: [Term],
        _ demand: Demand,
        in dialect: Dialect
    ) -> (sql: String, argument: SQLValue) {
        switch dialect {
        case .sqlite:
            let texts = terms.map { "\"\($0.words.joined(separator: " "))\"\($0.isPrefix ? " *" : "")" }
            return (
                "(SELECT rowid FROM \(table) WHERE \(table) MATCH ?)",
                .text(texts.joined(separator: demand == .all ? " AND " : " OR "))
            )
        case .postgres:
            let texts = terms.map { term -> String in
                let words = term.words.enumerated().map { index, word in
                    "'\(word)'\(term.isPrefix && index == term.words.count - 1 ? ":*" : "")"
                }
                return "(\(words.joined(separator: " <-> ")))"
            }
            return (
                "(SELECT number FROM \(table) WHERE words @@ CAST(? AS TSQUERY))",
                .text(texts.joined(separator: demand == .all ? " & " : " | "))
            )
        }
    }

    /// Words with their places, the body so far from the title that no phrase spans both.
    ///
    /// PostgreSQL keeps places up to 16,383; what comes later is found as words, and not as part of a phrase.
    private static func vector(_ title: [String], _ body: [String]) -> String {
        let gap = 10
        let places =
            title.enumerated().map { ($1, $0 + 1) }
            + body.enumerated().map { ($1, title.count + gap + $0 + 1) }
        return places.map { word, place in place > 16_383 ? "'\(word)'" : "'\(word)':\(place)" }
            .joined(separator: " ")
    }
}
