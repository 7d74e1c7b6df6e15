import DatabaseTestSupport
import Storage
import Testing

struct TransactionTests {
    struct Interruption: Error {}

    static let schema = Migration(1, "notes", "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT) STRICT")

    @Test(arguments: TestEngine.available)
    func `what a transaction wrote is there for the next one`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let changed = try await database.write { connection in
                try connection.execute("INSERT INTO notes VALUES (1, 'a'), (2, 'b')")
            }
            #expect(changed == 2)
            try await expectIDs(database, [1, 2])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a transaction that throws leaves nothing`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            await #expect(throws: Interruption.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO notes VALUES (1, 'a')")
                    throw Interruption()
                }
            }
            try await expectIDs(database, [])
        }
    }

    @Test(arguments: TestEngine.available)
    func `savepoints nest, and one that throws takes back only its own changes`(
        engine: TestEngine
    ) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await database.write { connection in
                try connection.execute("INSERT INTO notes VALUES (1, 'outside')")
                try connection.savepoint {
                    try connection.execute("INSERT INTO notes VALUES (2, 'outer')")
                    #expect(throws: Interruption.self) {
                        try connection.savepoint {
                            try connection.execute("INSERT INTO notes VALUES (3, 'inner')")
                            throw Interruption()
                        }
                    }
                    try connection.savepoint {
                        _ = try connection.execute("INSERT INTO notes VALUES (4, 'inner')")
                    }
                }
                #expect(throws: Interruption.self) {
                    try connection.savepoint {
                        try connection.savepoint {
                            _ = try connection.execute("INSERT INTO notes VALUES (5, 'inner')")
                        }
                        throw Interruption()
                    }
                }
            }
            try await expectIDs(database, [1, 2, 4])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a savepoint lets a transaction go on after a refusal`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await database.write { connection in
                try connection.execute("INSERT INTO notes VALUES (1, 'first')")
                let error = #expect(throws: SQLError.self) {
                    try connection.savepoint {
                        _ = try connection.execute("INSERT INTO notes VALUES (1, 'again')")
                    }
                }
                #expect(error?.kind == .unique)
                try connection.execute("INSERT INTO notes VALUES (2, 'second')")
            }
            try await expectIDs(database, [1, 2])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a refusal that is swallowed still takes the transaction back`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let error = await #expect(throws: SQLError.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO notes VALUES (1, 'first')")
                    _ = try? connection.execute("INSERT INTO notes VALUES (1, 'again')")
                    let next = #expect(throws: SQLError.self) { try connection.execute("DELETE FROM notes") }
                    #expect(next?.kind == .aborted)
                }
            }
            #expect(error?.kind == .aborted)
            try await expectIDs(database, [])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a transaction that reads can't write`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let error = await #expect(throws: SQLError.self) {
                try await database.read { try $0.execute("INSERT INTO notes VALUES (1, 'a')") }
            }
            #expect(error?.kind == .readOnly)
            try await expectIDs(database, [])
        }
    }

    @Test(arguments: TestEngine.available)
    func `after a failure the connection serves others`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            for _ in 1...20 {
                _ = try? await database.write { try $0.execute("nonsense") }
                _ = try? await database.read { _ in throw Interruption() }
            }
            try await expectIDs(database, [])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a closed database refuses`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await database.close()
            let reading = await #expect(throws: SQLError.self) { try await database.read { _ in } }
            #expect(reading?.kind == .closed)
            let writing = await #expect(throws: SQLError.self) { try await database.write { _ in } }
            #expect(writing?.kind == .closed)
        }
    }

    @Test(arguments: TestEngine.available)
    func `the changed rows are counted, and only those`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let statements = [
                "INSERT INTO notes VALUES (1, 'a'), (2, 'b'), (3, 'c')", "SELECT * FROM notes",
                "UPDATE notes SET body = 'x' WHERE id > 1", "UPDATE notes SET body = 'y' WHERE id > 10",
                "CREATE TABLE more (id TEXT)", "DELETE FROM notes",
            ]
            let changed = try await database.write { connection in
                try statements.map { try connection.execute($0) }
            }
            #expect(changed == [3, 0, 2, 0, 0, 3])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a query may run inside another one, and the same one, too`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let pairs = try await database.write { connection in
                try connection.execute("INSERT INTO notes VALUES (1, 'a'), (2, 'b')")
                let sql = "SELECT id FROM notes ORDER BY id"
                return try connection.all(sql) { outer in
                    let inner = try connection.all(sql) { try $0.integer(0) }
                    return [try outer.integer(0)] + inner
                }
            }
            #expect(pairs == [[1, 1, 2], [2, 1, 2]])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a change gives back what it changed`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let returned = try await database.write { connection in
                try connection.one(
                    """
                    INSERT INTO notes (id, body) VALUES (?, ?)
                    ON CONFLICT (id) DO UPDATE SET body = excluded.body RETURNING body
                    """,
                    [.integer(1), .text("new")]
                ) { try $0.text(0) }
            }
            #expect(returned == "new")
            try await expectIDs(database, [1])
        }
    }

    private func expectIDs(_ database: any SQLDatabase, _ wanted: [Int64]) async throws {
        let found = try await database.read { connection in
            try connection.all("SELECT id FROM notes ORDER BY id") { try $0.integer(0) }
        }
        #expect(found == wanted)
    }
}
