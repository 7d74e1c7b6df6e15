import Foundation

/// A real SMTP server on loopback, which runs until it is let go.
package final class RelayServer {
    package let port: Int
    private let process: ChildProcess
    private let input = Pipe()
    private let output = Pipe()

    /// A letter as it arrived.
    package struct Letter: Decodable {
        package var from: String
        package var to: [String]
        package var text: String
        package var tls: Bool
        package var user: String?
    }

    package init(_ arguments: [String] = []) throws {
        process = try ChildProcess(
            ".venv/bin/python",
            ["Tests/Servers/smtp.py"] + arguments,
            input: .file(input.fileHandleForReading),
            output: .file(output.fileHandleForWriting),
            errors: .nothing
        )
        try input.fileHandleForReading.close()
        try output.fileHandleForWriting.close()
        var line = ""
        while !line.hasSuffix("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Ended() }
            line += String(decoding: data, as: UTF8.self)
        }
        guard let port = Int(line.dropLast()) else { throw Ended() }
        self.port = port
    }

    /// Stops it, and gives the letters that it took.
    package func stop() throws -> [Letter] {
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.wait()
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").map {
            try JSONDecoder().decode(Letter.self, from: Data($0.utf8))
        }
    }

    /// It ended before it was ready.
    package struct Ended: Error {}
}
