package import Foundation
import Glibc

/// A program that a test runs.
///
/// Not Foundation's `Process`: to find the descriptors that a child must not inherit it copies whole directory
/// entries from the C library's buffer, reads past the end of it, and crashed so with many files open.
package final class ChildProcess {
    private let identifier: pid_t
    private var ended: Int32?

    /// Where a child reads from or writes to.
    package enum Stream {
        case nothing
        case inherited
        case file(FileHandle)
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: a path, or a name that is looked for in `PATH`.
    ///   - environment: what is changed in it.
    package init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        input: Stream = .nothing,
        output: Stream = .inherited,
        errors: Stream = .inherited
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, stream) in [(0, input), (1, output), (2, errors)] as [(Int32, Stream)] {
            switch stream {
            case .nothing: posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
            case .inherited: break
            case .file(let handle):
                posix_spawn_file_actions_adddup2(&actions, handle.fileDescriptor, descriptor)
            }
        }
        for descriptor in try Self.descriptors() { posix_spawn_file_actions_addclose(&actions, descriptor) }
        let changed = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables = changed.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var identifier = pid_t()
        let status = posix_spawnp(&identifier, program, &actions, nil, words, variables)
        guard status == 0 else {
            throw NotStarted(program: program, reason: String(cString: strerror(status)))
        }
        self.identifier = identifier
    }

    deinit {
        guard ended == nil else { return }
        terminate()
        wait()
    }

    /// What a child must not inherit: a pipe's end in a neighbour's child would keep the pipe open.
    private static func descriptors() throws -> ClosedRange<Int32> {
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(Int32.init)
        // Others may be opened meanwhile; to close one that isn't open is no error.
        return 3...(open.max() ?? 3) + 64
    }

    /// Asks it to end.
    package func terminate() { kill(identifier, SIGTERM) }

    /// Waits until it has ended, and gives its exit status; 128 and the signal's number where a signal ended it.
    @discardableResult
    package func wait() -> Int32 {
        if let ended { return ended }
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) == -1 && errno == EINTR {}
        let signal = status & 0x7f
        let result = signal == 0 ? (status >> 8) & 0xff : 128 + signal
        ended = result
        return result
    }

    /// Runs a program to its end, and gives what it wrote.
    ///
    /// - Throws: ``Failed`` where its exit status isn't 0.
    @discardableResult
    package static func run(
        _ program: String,
        _ arguments: [String],
        errors: Stream = .inherited
    ) throws -> Data {
        let pipe = Pipe()
        let child = try ChildProcess(
            program,
            arguments,
            output: .file(pipe.fileHandleForWriting),
            errors: errors
        )
        try pipe.fileHandleForWriting.close()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        let status = child.wait()
        guard status == 0 else { throw Failed(program: program, status: status) }
        return output
    }

    /// The program isn't there, or can't be run.
    package struct NotStarted: Error {
        var program: String
        var reason: String
    }

    /// The program ended with another status than 0.
    package struct Failed: Error {
        var program: String
        var status: Int32
    }
}
