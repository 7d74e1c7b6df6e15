import DatabaseTestSupport
import Storage
import Synchronization
import Testing

struct MigratorTests {
    static let first = Migration(1, "units", "CREATE TABLE units (id TEXT PRIMARY KEY, weight REAL) STRICT;")
    static let second = Migration(
        2,
        "measures",
        """
        CREATE TABLE measures (id TEXT PRIMARY KEY, unit TEXT NOT NULL REFERENCES units, content BLOB) STRICT;
        CREATE INDEX measures_by_unit ON measures (unit);
        """
    )

    @Test(arguments: TestEngine.available)
    func `a new database gets every step, and the second time none`(engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator([Self.first, Self.second])
            let applied = try await migrator.migrate(database, instant: 42) { _ in
                Issue.record("there is nothing to back up yet")
            }
            #expect(applied.map(\.number) == [1, 2])
            let again = try await migrator.migrate(database, instant: 43) { _ in
                Issue.record("there is nothing to change")
            }
            #expect(again == [])
            try await migrator.requireCurrent(database)
            try await database.write { connection in
                try connection.execute("INSERT INTO units VALUES ('u', 1.5)")
                try connection.execute("INSERT INTO measures VALUES ('m', 'u', ?)", [.blob([1])])
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an older database is refused until it is migrated, after a backup`(engine: TestEngine) async throws
    {
        try await engine.withDatabase([Self.first]) { database in
            let migrator = Migrator([Self.first, Self.second])
            await #expect(throws: MigrationError.behind(newest: 1, wanted: 2)) {
                try await migrator.requireCurrent(database)
            }
            let backups = Mutex<[Int]>([])
            let applied = try await migrator.migrate(database, instant: 42) { newest in
                await #expect(throws: SQLError.self) {
                    try await database.read { try $0.each("SELECT * FROM measures", []) { _ in } }
                }
                backups.withLock { $0.append(newest) }
            }
            #expect(applied.map(\.number) == [2])
            #expect(backups.withLock { $0 } == [1])
        }
    }

    @Test(arguments: TestEngine.available)
    func `nothing is migrated when the backup fails`(engine: TestEngine) async throws {
        struct NoSpace: Error {}
        try await engine.withDatabase([Self.first]) { database in
            let migrator = Migrator([Self.first, Self.second])
            await #expect(throws: NoSpace.self) {
                try await migrator.migrate(database, instant: 42) { _ in throw NoSpace() }
            }
            await #expect(throws: MigrationError.behind(newest: 1, wanted: 2)) {
                try await migrator.requireCurrent(database)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a step that was changed after it was applied is refused`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.first]) { database in
            let migrator = Migrator([
                Migration(1, "units", "CREATE TABLE units (id TEXT) STRICT"), Self.second,
            ])
            let refusal = MigrationError.changed(number: 1, name: "units")
            await #expect(throws: refusal) { try await migrator.migrate(database, instant: 42) }
            await #expect(throws: refusal) { try await migrator.requireCurrent(database) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a newer database is refused`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.first, Self.second]) { database in
            let migrator = Migrator([Self.first])
            let refusal = MigrationError.unknown(number: 2, name: "measures")
            await #expect(throws: refusal) { try await migrator.migrate(database, instant: 42) }
            await #expect(throws: refusal) { try await migrator.requireCurrent(database) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a step that fails leaves nothing of itself, and the steps before it`(
        engine: TestEngine
    ) async throws {
        try await engine.withDatabase { database in
            let broken = Migration(
                2,
                "broken",
                "CREATE TABLE half (id TEXT) STRICT; CREATE TABLE units (id TEXT) STRICT;"
            )
            await #expect(throws: SQLError.self) {
                try await Migrator([Self.first, broken]).migrate(database, instant: 42)
            }
            try await Migrator([Self.first]).requireCurrent(database)
            let error = await #expect(throws: SQLError.self) {
                try await database.read { try $0.each("SELECT * FROM half", []) { _ in } }
            }
            #expect(error?.kind == .syntax)
        }
    }

    @Test(arguments: TestEngine.available)
    func `programs that migrate at once apply each step once`(engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let migrator = Migrator([Self.first, Self.second])
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 1...4 {
                    group.addTask { try await migrator.migrate(database, instant: 42).map(\.number) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == [1, 2])
        }
    }

    @Test func `PostgreSQL's text has its own names of types, but for what is quoted`() {
        let migration = Migration(
            1,
            "all types",
            """
            CREATE TABLE t (a INTEGER, b REAL, c BLOB, d TEXT DEFAULT '''BLOB''') STRICT; -- BLOB
            CREATE TABLE "INTEGER" (REALITY INTEGER) STRICT /* STRICT */;
            """
        )
        #expect(
            migration.text(for: .postgres) == """
                CREATE TABLE t (a BIGINT, b DOUBLE PRECISION, c BYTEA, d TEXT DEFAULT '''BLOB''') ; -- BLOB
                CREATE TABLE "INTEGER" (REALITY BIGINT)  /* STRICT */;
                """
        )
        #expect(migration.hash(for: .sqlite) != migration.hash(for: .postgres))
    }

    @Test func `the hash is the SHA-256 of the text`() {
        let hash = Migration(1, "abc", "abc").hash(for: .sqlite)
        // FIPS 180-4's example.
        #expect(hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
