import ArgumentParser
import Exchange
import FoundationEssentials
import Glibc
import StorageSQLite

/// Copies an SQLite database, while it is served or not.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the database, safe while it is served.",
        discussion: """
            The copy is one compact file, complete in itself. Where a server has the database open, the server makes \
            the copy beside it, and this moves it to where you asked. For PostgreSQL use pg_dump.
            """
    )

    @Argument(
        help: ArgumentHelp("Where to put the copy; nothing of that name may be there.", valueName: "file")
    )
    var destination: String

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await reporting {
            try database.requireFile(insteadUse: "pg_dump")
            guard !FileManager.default.fileExists(atPath: destination) else {
                StandardError.print("\(destination) is there already; a backup overwrites nothing")
                throw ExitCode.inputOutput
            }
            try requireFolder()
            try await copy()
            StandardError.print("Copied \(database.database) to \(destination)")
        }
    }

    /// - Throws: `IOError` where no file can be put: found before a copy is made.
    private func requireFolder() throws(IOError) {
        let folder = destination.lastIndex(of: "/").map { String(destination[...$0]) } ?? "."
        var status = stat()
        guard stat(folder, &status) == 0, access(folder, W_OK | X_OK) == 0 else {
            throw IOError(.write, path: destination, code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw IOError(.write, path: destination, code: ENOTDIR)
        }
    }

    private func copy() async throws {
        do {
            let opened = try database.openFile()
            try await opened.backup(to: destination)
            try await opened.close()
        } catch let inUse as SQLiteFileInUse {
            let token = UUID().uuidString.filter(\.isHexDigit)
            guard let copy = try await SQLiteBackupDesk.request(database.database, token: token) else {
                throw inUse
            }
            do {
                try FileManager.default.moveItem(atPath: copy, toPath: destination)
            } catch {
                try? FileManager.default.removeItem(atPath: copy)
                StandardError.print("the copy could not be moved to \(destination)")
                throw ExitCode.inputOutput
            }
        }
    }
}
