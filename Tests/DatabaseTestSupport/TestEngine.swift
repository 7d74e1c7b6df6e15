import Glibc
package import Storage
import StoragePostgres
import StorageSQLite

/// An engine to test on.
///
/// Give a test `arguments: TestEngine.available`, and let it ask for a database.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// The engines that are here: SQLite always, PostgreSQL where `SIGHTLINE_TEST_POSTGRES` names a server.
    package static var available: [TestEngine] { postgresURL == nil ? [.sqlite] : allCases }

    /// The server that `bin/with-postgres` started.
    package static var postgresURL: String? { getenv("SIGHTLINE_TEST_POSTGRES").map { String(cString: $0) } }

    /// Runs `body` with a database of its own, with these migrations applied, and removes it afterwards.
    package func withDatabase<Value>(
        _ migrations: [Migration] = [],
        _ body: (any SQLDatabase) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .sqlite:
            try await withTemporaryFolder { folder in
                try await Self.use(SQLiteDatabase(path: folder + "/test.sqlite"), migrations, body)
            }
        case .postgres:
            try await withPostgresSchema { url in
                try await Self.use(PostgresDatabase(url: url), migrations, body)
            }
        }
    }

    private static func use<Value>(
        _ database: some SQLDatabase,
        _ migrations: [Migration],
        _ body: (any SQLDatabase) async throws -> Value
    ) async throws -> Value {
        do {
            try await Migrator(migrations).migrate(database, instant: 0)
            let value = try await body(database)
            try await database.close()
            return value
        } catch {
            try? await database.close()
            throw error
        }
    }
}
