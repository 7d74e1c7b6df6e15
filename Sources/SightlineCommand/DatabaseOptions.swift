import ArgumentParser
import FoundationEssentials
import Sightline
import Storage
import StoragePostgres
import StorageSQLite

/// Where the database is, for every command that needs one.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: """
            The SQLite file, or a postgres:// address. SIGHTLINE_DATABASE says so for every command.
            """
    )
    var database: String = ProcessInfo.processInfo.environment["SIGHTLINE_DATABASE"] ?? "var/sightline.sqlite"

    init() {}

    /// One SQLite file, whatever the command line says.
    init(path: String) { database = path }

    /// Opens the database and brings its schema up to this program's, after a backup of an SQLite file.
    ///
    /// - Throws: `MigrationError.unknown` for a database of a newer program, which is left as it is.
    func open() async throws -> any SQLDatabase {
        if isPostgres {
            let opened = openServer()
            try await Migrator(Schema.migrations).migrate(opened, instant: Timestamp.now.microseconds)
            return opened
        }
        try makeFolder()
        let opened = try SQLiteDatabase(path: database)
        try await Migrator(Schema.migrations).migrate(opened, instant: Timestamp.now.microseconds) { newest in
            try await opened.backup(to: "\(database).before-\(newest + 1)-\(Timestamp.now.microseconds)")
        }
        return opened
    }

    /// Opens a database on a PostgreSQL server, and leaves its schema as it is.
    func openServer() -> PostgresDatabase { PostgresDatabase(url: database) }

    /// Opens an SQLite file that must be there, and leaves its schema as it is.
    func openFile() throws -> SQLiteDatabase {
        guard FileManager.default.fileExists(atPath: database) else {
            StandardError.print("\(database): there is no such file")
            throw ExitCode.inputOutput
        }
        return try SQLiteDatabase(path: database)
    }

    /// Whether it is on a PostgreSQL server.
    var isPostgres: Bool { database.hasPrefix("postgres://") || database.hasPrefix("postgresql://") }

    /// - Throws: the exit status of wrong usage for a database on a PostgreSQL server, which has its own tools.
    func requireFile(insteadUse tool: String) throws {
        guard isPostgres else { return }
        StandardError.print(
            "this database is on a PostgreSQL server: use \(tool), as for every other one there"
        )
        throw ExitCode.validationFailure
    }

    private func makeFolder() throws {
        let folder = URL(filePath: database).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
}
