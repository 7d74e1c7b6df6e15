import Foundation
import TestSupport

/// A certificate for 127.0.0.1 that vouches for itself, in files that go with this object.
final class TestCertificate: Sendable {
    let folder: URL

    /// - Parameter days: how long it is valid.
    init(days: Int = 365) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try make("certificate.pem", "key.pem", days: days)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func make(_ certificate: String, _ key: String, days: Int) throws {
        try openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
            path(key),
            "-out", path(certificate), "-days", "\(days)", "-subj", "/CN=\(UUID().uuidString)", "-addext",
            "subjectAltName=IP:127.0.0.1",
        ])
    }

    func openssl(_ arguments: [String]) throws {
        try ChildProcess.run("openssl", arguments, errors: .nothing)
    }
}
