import Foundation
import TestSupport

/// One run of the program: what it wrote, and how it ended.
struct CommandRun {
    var status: Int32
    var output: String
    var errors: String

    /// Runs the program that was built beside these tests, in a folder of its own with nothing of anybody's in it.
    ///
    /// - Parameters:
    ///   - isPiped: whether the input comes through a pipe, not from a file; it must be short then.
    ///   - outputPath: a file that gets the output; nil: `output` does.
    ///   - environment: what is changed in it.
    init(
        _ arguments: [String],
        input: [UInt8] = [],
        isPiped: Bool = false,
        outputPath: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        let folder = try TemporaryFolder()
        let (inputPath, errorPath) = (folder.path("stdin"), folder.path("stderr"))
        try Data(input).write(to: URL(filePath: inputPath))
        try Data().write(to: URL(filePath: errorPath))

        let inputPipe = Pipe()
        try inputPipe.fileHandleForWriting.write(contentsOf: isPiped ? input : [])
        try inputPipe.fileHandleForWriting.close()
        let outputPipe = Pipe()
        let outputFile = try outputPath.map { try FileHandle(forWritingTo: URL(filePath: $0)) }
        let process = try ChildProcess(
            "env",
            ["--chdir", folder.path("."), Self.program().path] + arguments,
            environment: environment,
            input: .file(
                isPiped
                    ? inputPipe.fileHandleForReading : FileHandle(forReadingFrom: URL(filePath: inputPath))
            ),
            output: .file(outputFile ?? outputPipe.fileHandleForWriting),
            errors: .file(FileHandle(forWritingTo: URL(filePath: errorPath)))
        )
        try outputPipe.fileHandleForWriting.close()
        let bytes = try outputPipe.fileHandleForReading.readToEnd() ?? Data()
        output = String(decoding: bytes, as: UTF8.self)
        status = process.wait()
        errors = String(decoding: try Data(contentsOf: URL(filePath: errorPath)), as: UTF8.self)
    }

    /// The rows of the output, by the names in its first row; no field of it may hold a comma.
    var rows: [[String: String]] {
        let lines = output.split(separator: "\n", omittingEmptySubsequences: true)
        guard let header = lines.first?.split(separator: ",") else { return [] }
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return Dictionary(uniqueKeysWithValues: zip(header.map(String.init), fields.map(String.init)))
        }
    }

    static func program() throws -> URL {
        // Where the tests' own program lies differs from toolchain to toolchain.
        let places = [
            Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ]
        for place in places {
            let program = place.appending(path: "sightline")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        throw ProgramMissing(places: places.map(\.path))
    }

    /// The program wasn't built, or lies elsewhere.
    struct ProgramMissing: Error {
        var places: [String]
    }
}
