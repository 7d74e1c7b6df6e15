import Glibc
import Storage
import Synchronization

/// The sole right of this process to a database file, until it is released or the process ends, however that
/// may come.
///
/// An advisory lock on a file beside the database, which names its owner's process and is never removed:
/// removing it would let two processes lock two files of one name.
final class SQLiteFileLock: Sendable {
    private let descriptor: Mutex<CInt?>

    init(databasePath: String) throws {
        let path = try Self.canonicalPath(databasePath) + ".lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.error(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            defer { close(descriptor) }
            guard isHeld else { throw Self.error(path) }
            throw SQLiteFileInUse(path: databasePath, owner: Self.owner(descriptor))
        }
        self.descriptor = Mutex(descriptor)
        let owner = Array("\(getpid())\n".utf8)
        // Only a help for people: the lock holds without it.
        ftruncate(descriptor, 0)
        _ = pwrite(descriptor, owner, owner.count, 0)
    }

    deinit { release() }

    func release() {
        let held = descriptor.withLock { descriptor in
            defer { descriptor = nil }
            return descriptor
        }
        guard let held else { return }
        // A child that another thread has forked holds the descriptor too, until it runs its program:
        // closing alone would leave the file locked for that moment.
        flock(held, LOCK_UN)
        close(held)
    }

    /// The path without links and dots, so that two names of a file have one lock.
    ///
    /// The file may not be there yet.
    static func canonicalPath(_ path: String) throws -> String {
        if let resolved = resolved(path) { return resolved }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = parts.last ?? ""
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
        guard !name.isEmpty, let folder = resolved(folder) else { throw error(path) }
        return folder + "/" + name
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func owner(_ descriptor: CInt) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    private static func error(_ path: String) -> SQLError {
        SQLError(.unavailable, message: "\(path): \(String(cString: strerror(errno)))")
    }
}
