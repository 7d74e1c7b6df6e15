import GRDB
import Glibc
import Storage

extension SQLiteDatabase {
    /// Writes a copy of the database, as it is at this moment, to a file that must not exist yet.
    ///
    /// Reading and writing go on meanwhile. The copy is compact, needs no other file beside it, and is on the
    /// disk when this returns; a copy that fails leaves no file of that name.
    package func backup(to path: String) async throws {
        let unfinished = path + ".unfinished"
        guard access(path, F_OK) != 0 else {
            throw SQLError(.unavailable, message: "\(path): \(String(cString: strerror(EEXIST)))")
        }
        unlink(unfinished)
        defer { unlink(unfinished) }
        try await readWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [unfinished])
            try Self.flush(unfinished)
            guard rename(unfinished, path) == 0 else { throw Self.error(path) }
            try Self.flush(Self.folder(of: path))
        }
    }

    /// Makes sure that a file's bytes, or a folder's names, are on the disk.
    private static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(path) }
        // The method of this type hides the function.
        defer { _ = Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw error(path) }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    }

    private static func error(_ path: String) -> SQLError {
        SQLError(.unavailable, message: "\(path): \(String(cString: strerror(errno)))")
    }
}
