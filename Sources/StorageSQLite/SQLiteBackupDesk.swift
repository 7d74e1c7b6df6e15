import Glibc
import Storage

/// How a command gets a backup of a database that another process has open: it leaves a note beside the file,
/// and the owner, which alone may touch the database, makes the copy.
///
/// The note is an empty file `<path>.backup-wanted-<token>`, by whatever name the database is known to either side;
/// the owner calls it `<path>.backup-begun-<token>` until the copy, `<path>.backup-<token>`, is there. Several
/// commands may ask at once: they are served one after another.
package enum SQLiteBackupDesk {
    /// Asks the owner for a copy and waits for it.
    ///
    /// - Parameters:
    ///   - path: the database.
    ///   - token: letters and digits that no other request has.
    ///   - seconds: how long the owner may take to answer; the copy itself, and those before it, may take any time.
    /// - Returns: the copy's path, for the caller to move away; nil where nobody answers, or the copy failed.
    package static func request(_ path: String, token: String, seconds: Int = 10) async throws -> String? {
        let path = try SQLiteFileLock.canonicalPath(path)
        let note = path + wanted + token
        try make(note)
        defer { unlink(note) }
        for attempt in 0... {
            let copy = "\(path).backup-\(token)"
            if access(copy, F_OK) == 0 { return copy }
            if access(path + begun + token, F_OK) != 0 {
                let isWaiting = access(note, F_OK) == 0
                // The copy may have come between the two looks.
                if !isWaiting { return access(copy, F_OK) == 0 ? copy : nil }
                if attempt > seconds * 10 { return nil }
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        return nil
    }

    /// Answers requests until the task is cancelled.
    ///
    /// - Parameter report: told of a copy that could not be made.
    package static func serve(
        _ database: SQLiteDatabase,
        at path: String,
        report: @Sendable (any Error) -> Void
    ) async {
        guard let path = try? SQLiteFileLock.canonicalPath(path) else { return }
        // What an owner that was killed had begun will never be done.
        for token in tokens(of: begun, path) { unlink(path + begun + token) }
        // Looking into a folder costs microseconds, and needs no signal that another process might die of.
        while (try? await Task.sleep(for: .milliseconds(500))) != nil {
            let tokens = tokens(of: wanted, path)
            for token in tokens { rename(path + wanted + token, path + begun + token) }
            for token in tokens {
                do {
                    try await database.backup(to: "\(path).backup-\(token)")
                } catch {
                    report(error)
                }
                unlink(path + begun + token)
            }
        }
    }

    private static let wanted = ".backup-wanted-"
    private static let begun = ".backup-begun-"

    private static func make(_ note: String) throws {
        let descriptor = open(note, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SQLError(.unavailable, message: "\(note): \(String(cString: strerror(errno)))")
        }
        close(descriptor)
    }

    /// The tokens of the notes of a kind beside a database: nothing that could name a file elsewhere.
    private static func tokens(of kind: String, _ path: String) -> [String] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let folder = opendir(parts.dropLast().joined(separator: "/") + "/") else { return [] }
        defer { closedir(folder) }
        let prefix = (parts.last ?? "") + kind
        var tokens: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(prefix) else { continue }
            let token = String(name.dropFirst(prefix.count))
            if token.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) { tokens.append(token) }
        }
        return tokens.sorted()
    }
}
