import TestSupport

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
        try ChildProcess.run("sqlite3", [path, statement])
    }

    /// The first column of what a query finds.
    func rows(_ query: String) throws -> [String] {
        let bytes = try ChildProcess.run("sqlite3", [path, query])
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Runs a command on the database.
    func run(_ arguments: String..., input: String = "") throws -> CommandRun {
        try CommandRun(arguments + ["--database", path], input: Array(input.utf8))
    }
}
