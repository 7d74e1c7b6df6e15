import DatabaseTestSupport
import Glibc
import Storage
import StoragePostgres
import Testing

struct PostgresServerTests {
    @Test(.enabled(if: getenv("CI") != nil))
    func `the tests of a change run on PostgreSQL, too`() {
        #expect(TestEngine.available == TestEngine.allCases)
    }

    @Test(.enabled(if: TestEngine.postgresURL != nil))
    func `connections that the server ended are replaced`() async throws {
        try await withPostgresSchema { url in
            let name = "ended_\(UInt64.random(in: .min ... .max))"
            let database = PostgresDatabase(url: "\(url)&application_name=\(name)", connections: 3)
            try await Self.warm(database)
            // What a client sees of a server that restarts: its connections are ended.
            try await Self.endConnections(named: name, on: url)
            for _ in 1...6 {
                let one = try await database.read { try $0.one("SELECT 1") { try $0.integer(0) } }
                #expect(one == 1)
            }
            try await database.close()
        }
    }

    @Test(.enabled(if: TestEngine.postgresURL != nil))
    func `a connection lost in a transaction fails that one only`() async throws {
        try await withPostgresSchema { url in
            let database = PostgresDatabase(url: url, connections: 1)
            let other = PostgresDatabase(url: url, connections: 1)
            let (started, signal) = AsyncStream.makeStream(of: Int64.self)
            let task = Task {
                try await database.write { connection in
                    signal.yield(try connection.one("SELECT pg_backend_pid()") { try $0.integer(0) } ?? 0)
                    try connection.each("SELECT pg_sleep(30)", []) { _ in }
                }
            }
            for await process in started {
                try await other.write { connection in
                    let sql = "SELECT pg_terminate_backend(CAST(? AS INTEGER))"
                    try connection.each(sql, [.integer(process)]) { _ in }
                }
                break
            }
            let error = await #expect(throws: SQLError.self) { try await task.value }
            #expect(error?.kind == .unavailable)
            let one = try await database.read { try $0.one("SELECT 1") { try $0.integer(0) } }
            #expect(one == 1)
            try await database.close()
            try await other.close()
        }
    }

    @Test(.enabled(if: TestEngine.postgresURL != nil))
    func `a statement that takes too long is ended`() async throws {
        try await withPostgresSchema { url in
            let database = PostgresDatabase(url: url, connections: 1, statementTimeout: .milliseconds(50))
            let error = await #expect(throws: SQLError.self) {
                try await database.read { try $0.each("SELECT pg_sleep(30)", []) { _ in } }
            }
            #expect(error?.kind == .timedOut)
            try await database.close()
        }
    }

    @Test(.enabled(if: TestEngine.postgresURL != nil))
    func `a transaction that clashes with another runs again`() async throws {
        try await withPostgresSchema { url in
            let database = PostgresDatabase(url: url, connections: 2)
            try await database.write { connection in
                try connection.run(script: "CREATE TABLE counts (n BIGINT); INSERT INTO counts VALUES (0)")
            }
            // Both read the count before either writes, unless one has to wait its turn.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...2 {
                    group.addTask {
                        try await database.write { connection in
                            let count = try connection.one("SELECT n FROM counts") { try $0.integer(0) } ?? 0
                            try connection.each("SELECT pg_sleep(0.05)", []) { _ in }
                            // Swallowing the refusal must not keep the other's change from being seen.
                            _ = try? connection.execute("UPDATE counts SET n = ?", [.integer(count + 1)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let count = try await database.read { try $0.one("SELECT n FROM counts") { try $0.integer(0) } }
            #expect(count == 2)
            try await database.close()
        }
    }

    @Test(arguments: [
        "postgres:///nowhere?host=/nowhere", "postgres://nobody:secret@127.0.0.1:1/nowhere", "postgres://[",
    ])
    func `a server that can't be reached is unavailable, and no password is told`(url: String) async throws {
        let database = PostgresDatabase(url: url, connections: 1)
        let error = await #expect(throws: SQLError.self) { try await database.read { _ in } }
        #expect(error?.kind == .unavailable)
        #expect(error?.message.contains("secret") == false)
        try await database.close()
    }

    @Test(.enabled(if: TestEngine.postgresURL != nil))
    func `more statements than a connection keeps prepared still run`() async throws {
        try await withPostgresSchema { url in
            let database = PostgresDatabase(url: url, connections: 1)
            let sum = try await database.read { connection in
                try (1...1100).reduce(into: Int64(0)) { sum, number in
                    sum += try connection.one("SELECT \(number)") { try $0.integer(0) } ?? 0
                }
            }
            #expect(sum == 1100 * 1101 / 2)
            try await database.close()
        }
    }

    /// Opens every connection of a database.
    private static func warm(_ database: PostgresDatabase) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...3 {
                group.addTask { try await database.read { try $0.each("SELECT pg_sleep(0.1)", []) { _ in } } }
            }
            try await group.waitForAll()
        }
    }

    private static func endConnections(named name: String, on url: String) async throws {
        let administration = PostgresDatabase(url: url, connections: 1)
        let ended = try await administration.write { connection in
            try connection.all(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?",
                [.text(name)]
            ) { try $0.integer(0) }
        }
        #expect(ended == [1, 1, 1])
        try await administration.close()
    }
}
