import Foundation

/// A `sightline demo` that serves on a free port until it is stopped.
final class ServedDemo {
    private let process = Process()
    private let pipe = Pipe()
    private let errorPath: String
    /// What it printed until it was ready.
    private(set) var output = ""

    init(_ folder: TemporaryFolder) throws {
        errorPath = folder.path("serve-errors.txt")
        try Data().write(to: URL(filePath: errorPath))
        process.executableURL = try CommandRun.program()
        process.arguments = ["demo", "--folder", folder.path(""), "--port", "0", "--log-level", "warning"]
        process.standardOutput = pipe
        process.standardError = FileHandle(forWritingAtPath: errorPath)
        try process.run()
        while !output.contains("/sign-in/") {
            let data = pipe.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Ended(output: output, errors: try errors) }
            output += String(decoding: data, as: UTF8.self)
        }
    }

    deinit { if process.isRunning { process.terminate() } }

    var errors: String {
        get throws { String(decoding: try Data(contentsOf: URL(filePath: errorPath)), as: UTF8.self) }
    }

    /// Asks it to end, and gives its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// It ended before it was ready.
    struct Ended: Error {
        var output: String
        var errors: String
    }
}
