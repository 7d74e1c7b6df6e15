import Glibc
import Storage

/// A database's file, with the log that SQLite may keep beside it.
package enum SQLiteFiles {
    /// Moves a database away and puts another in its place, while no process may open either name.
    ///
    /// - Parameters:
    ///   - path: the database; it need not be there.
    ///   - copy: a complete database in one file, on the same disk; nil leaves the place empty.
    ///   - old: what the replaced database is called from now on; one of that name is overwritten.
    /// - Throws: `SQLiteFileInUse`; `SQLiteForeignFile` where another program's is in the place; or an `SQLError` when
    ///   the system refuses.
    package static func replace(_ path: String, with copy: String?, keeping old: String) throws {
        let lock = try SQLiteFileLock(databasePath: path)
        defer { lock.release() }
        if SQLiteForeignFile.isForeign(path) { throw SQLiteForeignFile(path: path) }
        for companion in ["-wal", "-shm", ""] {
            unlink(old + companion)
            guard access(path + companion, F_OK) == 0 else { continue }
            try move(path + companion, to: old + companion)
        }
        if let copy { try move(copy, to: path) }
    }

    private static func move(_ path: String, to destination: String) throws {
        guard rename(path, destination) == 0 else {
            throw SQLError(.unavailable, message: "\(path): \(String(cString: strerror(errno)))")
        }
    }
}
