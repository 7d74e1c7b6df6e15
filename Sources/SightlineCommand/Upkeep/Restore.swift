import ArgumentParser
import Exchange
import FoundationEssentials
import Sightline
import Storage
import StorageSQLite

/// Puts a backup in the place of an SQLite database.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in the database's place.",
        discussion: """
            The backup is checked first and stays where it is. The database that it replaces is kept beside it. A \
            server has to be stopped before. For PostgreSQL use pg_restore.
            """
    )

    @Argument(help: ArgumentHelp("A file that sightline backup made.", valueName: "file"))
    var backup: String

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await reporting {
            try database.requireFile(insteadUse: "pg_restore")
            let path = database.database
            // Beside the database, so that putting it in place is one step that can't fail half-way.
            let copy = "\(path).restoring"
            defer { for suffix in ["", "-wal", "-shm", ".lock"] { remove(copy + suffix) } }
            try await check(copy)
            let old = "\(path).replaced-\(Timestamp.now.microseconds)"
            let isThere = FileManager.default.fileExists(atPath: path)
            try SQLiteFiles.replace(path, with: copy, keeping: old)
            StandardError.print("Restored \(path) from \(backup)")
            if isThere { StandardError.print("What it replaced is \(old)") }
        }
    }

    /// Copies the backup, and throws unless the copy is a sound database of this program.
    private func check(_ copy: String) async throws {
        remove(copy)
        // Says why where it can't be read.
        _ = try InputFile(path: backup)
        do {
            try FileManager.default.copyItem(atPath: backup, toPath: copy)
        } catch {
            StandardError.print("\(backup): cannot be copied to \(copy)")
            throw ExitCode.inputOutput
        }
        do {
            let opened = try SQLiteDatabase(path: copy, refusesForeign: true)
            try await requireSound(opened)
            try await requireKnownSchema(opened)
            try await opened.close()
        } catch is SQLiteForeignFile {
            throw refusal("is not a database of sightline")
        } catch let error as SQLError where error.kind == .damaged {
            throw refusal("is damaged, or no database: \(error.message)")
        }
    }

    private func requireSound(_ opened: SQLiteDatabase) async throws {
        let findings = try await opened.findings()
        for finding in findings.prefix(20) { StandardError.print("\(backup): \(finding)") }
        if !findings.isEmpty { throw refusal("is damaged") }
    }

    private func requireKnownSchema(_ opened: SQLiteDatabase) async throws {
        do {
            try await Migrator(Schema.migrations).requireCurrent(opened)
        } catch MigrationError.behind(let newest, _) where newest > 0 {
            // An older one is brought up to date when it is next opened.
        } catch MigrationError.behind {
            throw refusal("is not a database of sightline")
        }
    }

    /// Says what is wrong with the backup, and gives the status to end with.
    private func refusal(_ fault: String) -> ExitCode {
        StandardError.print("\(backup) \(fault); nothing was replaced")
        return .badData
    }

    private func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
