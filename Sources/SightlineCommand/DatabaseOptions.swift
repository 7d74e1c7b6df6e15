import ArgumentParser
import Exchange
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
    var database: String = Self.usual

    init() {}

    /// One SQLite file, whatever the command line says.
    init(path: String) { database = path }

    private static var usual: String {
        let named = ProcessInfo.processInfo.environment["SIGHTLINE_DATABASE"] ?? ""
        return named.isEmpty ? "var/sightline.sqlite" : named
    }

    func validate() throws {
        guard !database.isEmpty else { throw ValidationError("--database: name a file.") }
        let scheme = database.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
        if !isPostgres, !scheme.isEmpty, database.dropFirst(scheme.count).hasPrefix("://") {
            throw ValidationError("--database \(scheme)://…: give an SQLite file or a postgres:// address.")
        }
    }

    /// Opens the database and brings its schema up to this program's, after a backup of an SQLite file.
    ///
    /// - Parameter making: whether it is made where there is none.
    /// - Throws: `MigrationError.unknown` for a database of a newer program, which is left as it is.
    func open(making: Bool = true) async throws -> any SQLDatabase {
        let migrator = Migrator(Schema.migrations)
        if isPostgres {
            let opened = openServer()
            if !making { try await requireTables(in: opened, migrator) }
            try await migrator.migrate(opened, instant: Timestamp.now.microseconds)
            return opened
        }
        if making { try Folder.make(folder) } else { try requireFile() }
        let opened = try SQLiteDatabase(path: database, refusesForeign: true)
        if !making { try await requireTables(in: opened, migrator) }
        try await migrator.migrate(opened, instant: Timestamp.now.microseconds) { newest in
            try await opened.backup(to: "\(database).before-\(newest + 1)-\(Timestamp.now.microseconds)")
        }
        return opened
    }

    /// Whether there is an SQLite file with something in it.
    var isFileThere: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
        return (attributes?[.size] as? Int ?? 0) > 0
    }

    /// - Throws: the exit status of a database that can't be read, unless this program has made tables in it.
    private func requireTables(in opened: some SQLDatabase, _ migrator: Migrator) async throws {
        do {
            try await migrator.requireCurrent(opened)
        } catch MigrationError.behind(newest: 0, _) {
            StandardError.print(
                "\(shown): there are no tables of sightline in it; sightline serve makes them"
            )
            throw ExitCode.inputOutput
        } catch MigrationError.behind {
            // Brought up to date next.
        }
    }

    /// Opens a database on a PostgreSQL server, and leaves its schema as it is.
    func openServer() -> PostgresDatabase { PostgresDatabase(url: database) }

    /// Opens an SQLite file that must be there, and leaves its schema as it is.
    func openFile() throws -> SQLiteDatabase {
        try requireFile()
        return try SQLiteDatabase(path: database, refusesForeign: true)
    }

    private func requireFile() throws {
        guard FileManager.default.fileExists(atPath: database) else {
            StandardError.print("\(database): there is no such file")
            throw ExitCode.inputOutput
        }
        guard isFileThere else {
            StandardError.print("\(database): the file is empty, and no database")
            throw ExitCode.inputOutput
        }
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

    /// The folder that the SQLite file is in.
    private var folder: String { database.lastIndex(of: "/").map { String(database[...$0]) } ?? "." }

    /// The file itself, where the name is a link to it.
    private var resolved: String { URL(filePath: database).resolvingSymlinksInPath().path }

    /// Without the password that an address may hold.
    private var shown: String { isPostgres ? "the database on the PostgreSQL server" : database }
}
