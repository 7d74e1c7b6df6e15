/// Brings a database's schema forward, one numbered step and one transaction at a time.
///
/// The table `schema_migrations` holds what was applied, with a hash of its text.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// A migrator over steps numbered upwards, in order.
    package init(_ migrations: [Migration]) {
        precondition(
            zip(migrations, migrations.dropFirst()).allSatisfy { $0.number < $1.number },
            "migrations must be numbered upwards"
        )
        self.migrations = migrations
    }

    /// Throws a `MigrationError` unless the database has exactly this program's schema.
    package func requireCurrent(_ database: some SQLDatabase) async throws {
        let applied = try await applied(in: database)
        if let last = try pending(after: applied).last {
            throw MigrationError.behind(newest: applied.last?.number ?? 0, wanted: last.number)
        }
    }

    /// Applies the steps that the database lacks.
    ///
    /// - Parameters:
    ///   - database: the database to bring forward.
    ///   - instant: the present, in microseconds since 1970 in UTC.
    ///   - beforeMigrating: called once before the first change to a database that has a schema already, with
    ///     the number of its newest step. The place for a backup.
    /// - Returns: the steps that were applied, in order; none when it was current.
    /// - Throws: `MigrationError.changed` or `.unknown` before anything is changed, or the `SQLError` of a
    ///   step that failed: the steps before it are kept, and nothing of it is.
    @discardableResult
    package func migrate(
        _ database: some SQLDatabase,
        instant: Int64,
        beforeMigrating: (_ newest: Int) async throws -> Void = { _ in }
    ) async throws -> [Migration] {
        let applied = try await applied(in: database)
        let pending = try pending(after: applied)
        guard !pending.isEmpty else { return [] }
        if let newest = applied.last {
            try await beforeMigrating(newest.number)
        } else {
            try await createTable(in: database)
        }
        var done: [Migration] = []
        for migration in pending where try await apply(migration, to: database, instant: instant) {
            done.append(migration)
        }
        return done
    }

    /// A step as `schema_migrations` has it.
    private struct Applied {
        let number: Int
        let name: String
        let hash: String
        let dialect: Dialect
    }

    private func applied(in database: some SQLDatabase) async throws -> [Applied] {
        try await database.read { connection in
            guard try connection.hasTable("schema_migrations") else { return [] }
            return try Self.applied(on: connection)
        }
    }

    private static func applied(on connection: any SQLConnection) throws -> [Applied] {
        let dialect = connection.dialect
        return try connection.all("SELECT number, name, hash FROM schema_migrations ORDER BY number") { row in
            Applied(
                number: Int(try row.integer(0)),
                name: try row.text(1),
                hash: try row.text(2),
                dialect: dialect
            )
        }
    }

    private func pending(after applied: [Applied]) throws(MigrationError) -> [Migration] {
        var missing = migrations
        for step in applied {
            guard let index = missing.firstIndex(where: { $0.number == step.number }) else {
                throw .unknown(number: step.number, name: step.name)
            }
            let known = missing.remove(at: index)
            guard known.hash(for: step.dialect) == step.hash else {
                throw .changed(number: step.number, name: step.name)
            }
        }
        return missing
    }

    private func createTable(in database: some SQLDatabase) async throws {
        try await database.write { connection in
            if connection.dialect == .postgres {
                // Two servers that start together would both find no table, and one would fail.
                try connection.each("SELECT pg_advisory_xact_lock(7355608)", []) { _ in }
            }
            let table = """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    number INTEGER PRIMARY KEY,
                    name TEXT NOT NULL,
                    hash TEXT NOT NULL,
                    applied_at INTEGER NOT NULL
                ) STRICT
                """
            try connection.run(script: Migration(0, "bookkeeping", table).text(for: connection.dialect))
        }
    }

    /// Applies a step unless another server has just done so; tells which.
    private func apply(
        _ migration: Migration,
        to database: some SQLDatabase,
        instant: Int64
    ) async throws -> Bool {
        try await database.write { connection in
            if connection.dialect == .postgres {
                // A lock first: the snapshot is taken by the first query, which then sees what others did.
                try connection.execute("LOCK TABLE schema_migrations IN ACCESS EXCLUSIVE MODE")
            }
            guard try Self.applied(on: connection).allSatisfy({ $0.number != migration.number }) else {
                return false
            }
            try connection.run(script: migration.text(for: connection.dialect))
            try connection.execute(
                "INSERT INTO schema_migrations (number, name, hash, applied_at) VALUES (?, ?, ?, ?)",
                [
                    .integer(Int64(migration.number)),
                    .text(migration.name),
                    .text(migration.hash(for: connection.dialect)),
                    .integer(instant),
                ]
            )
            return true
        }
    }
}

extension SQLConnection {
    fileprivate func hasTable(_ name: String) throws -> Bool {
        let sql =
            switch dialect {
            case .sqlite: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
            case .postgres: "SELECT 1 FROM pg_class WHERE oid = to_regclass(?)"
            }
        return try one(sql, [.text(name)]) { _ in true } ?? false
    }
}
