import DatabaseTestSupport
import Storage
import Testing

struct PlaceholderTests {
    /// Pieces of SQL that make one column each, and how many arguments each takes.
    static let pieces: [(sql: String, arguments: Int)] = [
        ("CAST(? AS TEXT)", 1), ("'?'", 0), ("'it''s ? and $1'", 0), ("/* ? /* ? */ */ CAST(? AS TEXT)", 1),
        ("'--?'", 0), ("CAST(? AS TEXT) || CAST(? AS TEXT)", 2), ("'/*' -- ? ' \"\n", 0),
        ("(SELECT \"?\" FROM (SELECT 'x' AS \"?\") AS t)", 0), ("'\"?' || CAST(? AS TEXT)", 1), ("'\\'", 0),
    ]

    /// SQLite counts `?` itself, so it is the judge of PostgreSQL's translation.
    ///
    /// Its comments do not nest, so the piece with such a comment is only for PostgreSQL.
    @Test(.enabled(if: TestEngine.postgresURL != nil))
    func `both engines find the same places for arguments`() async throws {
        var generator = SystemRandomNumberGenerator()
        let both = Self.pieces.filter { !$0.sql.contains("/* ? /*") }
        for _ in 1...20 {
            let chosen = (1...Int.random(in: 1...8, using: &generator)).map { _ in
                both.randomElement() ?? both[0]
            }
            let answers = try await Self.answers(to: chosen, on: TestEngine.allCases)
            #expect(answers.first == answers.last)
        }
    }

    @Test(.enabled(if: TestEngine.postgresURL != nil))
    func `a comment in a comment hides its question marks`() async throws {
        let answers = try await Self.answers(to: Self.pieces, on: [.postgres])
        #expect(answers == [["a0", "?", "it's ? and $1", "a1", "--?", "a2a3", "/*", "x", "\"?a4", "\\"]])
    }

    private static func answers(
        to pieces: [(sql: String, arguments: Int)],
        on engines: [TestEngine]
    ) async throws -> [[String]] {
        let sql = "SELECT " + pieces.map(\.sql).joined(separator: ", ")
        let count = pieces.count
        let arguments = (0..<pieces.reduce(0) { $0 + $1.arguments }).map { SQLValue.text("a\($0)") }
        var answers: [[String]] = []
        for engine in engines {
            let row = try await engine.withDatabase { database in
                try await database.read { connection in
                    try connection.one(sql, arguments) { row in try (0..<count).map { try row.text($0) } }
                }
            }
            answers.append(row ?? [])
        }
        return answers
    }
}
