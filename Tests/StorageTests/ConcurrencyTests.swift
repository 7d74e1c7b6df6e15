import DatabaseTestSupport
import Storage
import Testing

struct ConcurrencyTests {
    static let schema = Migration(
        1,
        "accounts",
        """
        CREATE TABLE accounts (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT;
        INSERT INTO accounts VALUES (1, 500), (2, 500);
        """
    )

    @Test(arguments: TestEngine.available)
    func `readers see one moment while a writer goes on`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for step in 1...100 {
                        try await Self.move(step % 2 == 0 ? 3 : -3, in: database)
                    }
                }
                for _ in 1...20 {
                    group.addTask {
                        for _ in 1...10 {
                            let total = try await database.read { connection in
                                // Two queries, which a write between them would set apart.
                                let sql = "SELECT amount FROM accounts WHERE id = ?"
                                let one = try connection.one(sql, [.integer(1)]) { try $0.integer(0) } ?? 0
                                let two = try connection.one(sql, [.integer(2)]) { try $0.integer(0) } ?? 0
                                return one + two
                            }
                            #expect(total == 1000)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `writers that read first lose no change of each other`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...3 {
                    group.addTask { for _ in 1...10 { try await Self.move(1, in: database) } }
                }
                try await group.waitForAll()
            }
            let amounts = try await database.read { connection in
                try connection.all("SELECT amount FROM accounts ORDER BY id") { try $0.integer(0) }
            }
            #expect(amounts == [470, 530])
        }
    }

    private static func move(_ amount: Int64, in database: any SQLDatabase) async throws {
        try await database.write { connection in
            let found = try connection.all("SELECT amount FROM accounts ORDER BY id") { try $0.integer(0) }
            for (index, change) in [-amount, amount].enumerated() {
                try connection.execute(
                    "UPDATE accounts SET amount = ? WHERE id = ?",
                    [.integer(found[index] + change), .integer(Int64(index + 1))]
                )
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a cancelled task's query stops, and its changes are taken back`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let (started, signal) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await database.write { connection in
                    try connection.execute("UPDATE accounts SET amount = 0")
                    signal.yield()
                    // Would run for hours.
                    try connection.each(
                        """
                        WITH RECURSIVE numbers (n) AS
                            (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000000000)
                        SELECT COUNT(*) FROM numbers
                        """,
                        []
                    ) { _ in }
                }
            }
            for await _ in started { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let total = try await database.read { connection in
                try connection.one("SELECT SUM(amount) FROM accounts") { try $0.integer(0) }
            }
            #expect(total == 1000)
        }
    }
}
