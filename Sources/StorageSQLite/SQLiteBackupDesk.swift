import Glibc
import Storage

/// How a command gets a backup of a database that another process has open: it leaves a note beside the file,
/// and the owner, which alone may touch the database, makes the copy.
///
/// The note is a file `<path>.backup-wanted` that holds a token; the copy is `<path>.backup-<token>`.
package enum SQLiteBackupDesk {
    /// Asks the owner for a copy and waits for it.
    ///
    /// - Parameters:
    ///   - path: the database.
    ///   - token: letters and digits that no other request has.
    ///   - seconds: how long the owner may take to answer; the copy itself may take any time.
    /// - Returns: the copy's path, for the caller to move away; nil where nobody answers.
    package static func request(_ path: String, token: String, seconds: Int = 10) async throws -> String? {
        let note = path + noteSuffix
        try write(token, to: note)
        defer { unlink(note) }
        for attempt in 0... {
            let isTaken = access(note, F_OK) != 0
            let copy = "\(path).backup-\(token)"
            if isTaken, access(copy, F_OK) == 0 { return copy }
            let isWorking = access(copy + ".unfinished", F_OK) == 0
            if attempt > seconds * 10, !isWorking { return nil }
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
        let note = path + noteSuffix
        // Looking for a file costs microseconds, and needs no signal that another process might die of.
        while (try? await Task.sleep(for: .milliseconds(500))) != nil {
            guard let token = read(note), !token.isEmpty else { continue }
            do {
                unlink(note)
                try await database.backup(to: "\(path).backup-\(token)")
            } catch {
                report(error)
            }
        }
    }

    private static let noteSuffix = ".backup-wanted"

    private static func write(_ text: String, to path: String) throws {
        let unfinished = path + ".unfinished"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw error(unfinished) }
        let bytes = Array(text.utf8)
        let count = Glibc.write(descriptor, bytes, bytes.count)
        close(descriptor)
        guard count == bytes.count, rename(unfinished, path) == 0 else { throw error(path) }
    }

    /// A token: nothing that could name a file elsewhere.
    private static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? text : nil
    }

    private static func error(_ path: String) -> SQLError {
        SQLError(.unavailable, message: "\(path): \(String(cString: strerror(errno)))")
    }
}
