import Dispatch
import GRDB
import GRDBSQLite
package import Storage
import Synchronization

/// A database in one SQLite file, owned by this process while it is open.
///
/// Opening takes a lock on `<path>.lock`, and other processes are refused, readers too: SQLite before 3.51.3
/// can damage a file when two connections write or checkpoint at one moment, and the last reader to close a
/// file checkpoints it. A commit has reached the disk when `write` returns.
package final class SQLiteDatabase: SQLDatabase {
    private let pool: DatabasePool
    private let lock: SQLiteFileLock
    private let isClosed = Atomic(false)

    /// Opens the file at a path, and makes it where there is none.
    ///
    /// - Parameters:
    ///   - path: the file; the folder must be there.
    ///   - readers: how many transactions may read at once, beside the one that writes.
    ///   - refusesForeign: whether a file with tables that no `Migrator` made is left as it is.
    /// - Throws: `SQLiteFileInUse` when a process has the file open (this one, too); `SQLiteForeignFile`; or an
    ///   `SQLError`.
    package init(path: String, readers: Int = 3, refusesForeign: Bool = false) throws {
        lock = try SQLiteFileLock(databasePath: path)
        if refusesForeign, SQLiteForeignFile.isForeign(path) {
            lock.release()
            throw SQLiteForeignFile(path: path)
        }
        pool = try mappingErrors {
            let pool = try DatabasePool(path: path, configuration: Self.configuration(readers: readers))
            // GRDB sets NORMAL as it turns WAL on, and with that a power cut may lose the newest commits.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await mappingErrorsAndClosure {
            try await pool.read { try SQLiteConnection.reading($0, body) }
        }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await mappingErrorsAndClosure {
            try await pool.write { try SQLiteConnection.writing($0, body) }
        }
    }

    /// Waits for running transactions, moves what the write-ahead log holds into the file, and closes it.
    package func close() async throws {
        isClosed.store(true, ordering: .sequentiallyConsistent)
        // Closing blocks its thread, which must not be one of the few that run tasks.
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { [pool] in
                // The last connection to close must be the one that may write the log back: GRDB closes it first.
                pool.invalidateReadOnlyConnections()
                continuation.resume(with: Result { try mappingErrors { try pool.close() } })
            }
        }
        lock.release()
    }

    /// The version of the SQLite library in use, such as `3.51.3`.
    package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    /// What is wrong with the file, a line for each finding; none for a sound one.
    ///
    /// Looks at every page and index (`integrity_check`) and every reference (`foreign_key_check`).
    package func findings() async throws -> [String] {
        try await read { connection in
            let damage = try connection.all("PRAGMA integrity_check") { try $0.text(0) }
            let orphans = try connection.all("PRAGMA foreign_key_check") { row in
                let number = try row.optionalInteger(1).map { " \($0)" } ?? ""
                return "row\(number) of \(try row.text(0)) refers to a missing row of \(try row.text(2))"
            }
            return damage.filter { $0 != "ok" } + orphans
        }
    }

    /// Runs `body` on a connection that reads, outside a transaction.
    func readWithoutTransaction<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await mappingErrorsAndClosure { try await pool.unsafeRead(body) }
    }

    /// GRDB says in several ways that a database is closed.
    private func mappingErrorsAndClosure<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as DatabaseError {
            throw isClosed.load(ordering: .sequentiallyConsistent) ? SQLError(.closed) : SQLError(error)
        }
    }

    private static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // A new file gets pages that hold several editions each; one that is there keeps what it has.
            try database.execute(sql: "PRAGMA page_size = 8192")
            // 16 MB of pages a connection; sorting and other temporary tables stay off the disk.
            try database.execute(sql: "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}
