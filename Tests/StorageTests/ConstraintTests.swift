import DatabaseTestSupport
import Storage
import Testing

struct ConstraintTests {
    static let schema = Migration(
        1,
        "parents and children",
        """
        CREATE TABLE parents (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, age INTEGER CHECK (age >= 0)
        ) STRICT;
        CREATE TABLE children (
            parent INTEGER NOT NULL REFERENCES parents DEFERRABLE INITIALLY DEFERRED
        ) STRICT;
        INSERT INTO parents VALUES (1, 'Ann', 30);
        """
    )

    struct Mistake: Sendable {
        let sql: String
        let kind: SQLError.Kind
    }

    static let mistakes = [
        Mistake(sql: "INSERT INTO parents VALUES (1, 'Bob', 1)", kind: .unique),
        Mistake(sql: "INSERT INTO parents VALUES (2, 'Ann', 1)", kind: .unique),
        Mistake(sql: "INSERT INTO parents VALUES (2, NULL, 1)", kind: .notNull),
        Mistake(sql: "INSERT INTO parents VALUES (2, 'Bob', -1)", kind: .check),
        // Found as the transaction is committed.
        Mistake(sql: "INSERT INTO children VALUES (7)", kind: .foreignKey),
        Mistake(sql: "INSERT INTO parents VALUES ('two', 'Bob', 1)", kind: .mismatchedType),
        Mistake(sql: "SELEC 1", kind: .syntax),
        Mistake(sql: "SELECT nothing FROM parents", kind: .syntax),
        Mistake(sql: "SELECT * FROM nowhere", kind: .syntax),
        Mistake(sql: "SELECT 1; SELECT 2", kind: .syntax),
    ]

    @Test(arguments: TestEngine.available, mistakes)
    func `a mistake is of the same kind on each engine`(engine: TestEngine, mistake: Mistake) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let error = await #expect(throws: SQLError.self) {
                try await database.write { try $0.execute(mistake.sql) }
            }
            #expect(error?.kind == mistake.kind)
            #expect(error?.message.isEmpty == false)
            let rows = try await database.read { connection in
                try connection.one("SELECT (SELECT COUNT(*) FROM parents) + (SELECT COUNT(*) FROM children)")
                {
                    try $0.integer(0)
                }
            }
            #expect(rows == 1)
        }
    }
}
