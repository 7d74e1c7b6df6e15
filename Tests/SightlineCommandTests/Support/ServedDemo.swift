import Foundation
import TestSupport

/// A `sightline demo` that serves on a free port until it is stopped.
final class ServedDemo {
    private let process: ChildProcess
    private let pipe = Pipe()
    private let errorPath: String
    /// What it printed until it was ready.
    private(set) var output = ""

    init(_ folder: TemporaryFolder) throws {
        errorPath = folder.path("serve-errors.txt")
        try Data().write(to: URL(filePath: errorPath))
        let errorFile = try FileHandle(forWritingTo: URL(filePath: errorPath))
        process = try ChildProcess(
            CommandRun.program().path,
            ["demo", "--folder", folder.path(""), "--port", "0", "--log-level", "warning"],
            output: .file(pipe.fileHandleForWriting),
            errors: .file(errorFile)
        )
        try pipe.fileHandleForWriting.close()
        while !output.contains("/sign-in/") {
            let data = pipe.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Ended(output: output, errors: try errors) }
            output += String(decoding: data, as: UTF8.self)
        }
    }

    var errors: String {
        get throws { String(decoding: try Data(contentsOf: URL(filePath: errorPath)), as: UTF8.self) }
    }

    /// Asks it to end, and gives its exit status.
    func stop() -> Int32 {
        process.terminate()
        return process.wait()
    }

    /// It ended before it was ready.
    struct Ended: Error {
        var output: String
        var errors: String
    }
}
