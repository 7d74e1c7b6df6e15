import Foundation

/// A folder with the demo in it, for commands that need a database.
struct SampleDatabase {
    let folder: TemporaryFolder
    var path: String { folder.path("sightline.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
        let made = try CommandRun(["demo", "--folder", folder.path(""), "--no-serve"])
        guard made.status == 0 else { throw DemoFailed(errors: made.errors) }
    }

    struct DemoFailed: Error {
        var errors: String
    }

    /// Changes the database behind the program's back.
    func sql(_ statement: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", path, statement]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw DemoFailed(errors: statement) }
    }

    /// The first column of what a query finds.
    func rows(_ query: String) throws -> [String] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", path, query]
        process.standardOutput = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Runs a command on the database.
    func run(_ arguments: String..., input: String = "") throws -> CommandRun {
        try CommandRun(arguments + ["--database", path], input: Array(input.utf8))
    }
}
