import Foundation

/// A real SMTP server on loopback, which runs until it is let go.
final class RelayServer {
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// A letter as it arrived.
    struct Letter: Decodable {
        var from: String
        var to: [String]
        var text: String
        var tls: Bool
        var user: String?
    }

    init(_ arguments: [String] = []) throws {
        process.executableURL = URL(filePath: ".venv/bin/python")
        process.arguments = ["Tests/Servers/smtp.py"] + arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
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
    func stop() throws -> [Letter] {
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").map {
            try JSONDecoder().decode(Letter.self, from: Data($0.utf8))
        }
    }

    deinit { if process.isRunning { process.terminate() } }

    struct Ended: Error {}
}

/// A certificate for 127.0.0.1 that is its own authority, in a folder that is removed with this object.
final class OwnCertificate {
    let folder: URL
    var certificate: String { folder.appending(path: "certificate.pem").path }
    var key: String { folder.appending(path: "key.pem").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "relay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", key, "-out", certificate, "-days", "30", "-subj", "/CN=127.0.0.1", "-addext",
            "subjectAltName=IP:127.0.0.1,DNS:localhost",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
