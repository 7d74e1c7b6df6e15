import Foundation
import Testing

/// What `serve` says of settings that it can't start with, before it serves anybody.
struct ServingOptionTests {
    private func serve(_ options: [String], environment: [String: String] = [:]) throws -> CommandRun {
        let folder = try TemporaryFolder()
        let database = ["--database", folder.path("site.sqlite"), "--port", "0"]
        try Data("nonsense".utf8).write(to: URL(filePath: folder.path("nonsense")))
        let placed = options.map { $0.replacingOccurrences(of: "FOLDER", with: folder.path("")) }
        return try CommandRun(["serve"] + database + placed, environment: environment)
    }

    @Test(arguments: [
        (["--tls-certificate", "x.pem"], "--tls-certificate and --tls-key belong together"),
        (["--smtp", "mail.example.org:587"], "--smtp needs --mail-from"),
        (["--mail-from", "a@example.org", "--smtp", "mail.example.org"], "--smtp must be host:port"),
        (["--mail-from", "a@example.org", "--smtp", "a b:25"], "--smtp must be host:port"),
        (
            ["--mail-from", "a@example.org", "--smtp", "mail.example.org:25", "--smtp-tls", "none"],
            "--smtp-tls none is for a relay on 127.0.0.1 only"
        ),
        (
            ["--mail-from", "a@example.org", "--smtp", "localhost:25", "--smtp-tls", "maybe"],
            "--smtp-tls must be starttls, implicit or none"
        ),
        (["--smtp-user", "me"], "need --smtp host:port"),
        (["--metrics-port", "0"], "--metrics-port must be from 1 to 65535"),
    ])
    func `a wrong option is wrong usage, and says what would be right`(
        options: [String],
        sentence: String
    ) throws {
        let run = try serve(options)
        #expect(run.status == 64)
        #expect(run.errors.contains(sentence), "\(run.errors)")
    }

    @Test(arguments: [
        (["--tls-certificate", "FOLDER/none", "--tls-key", "FOLDER/none"], "--tls-certificate: "),
        (
            ["--tls-certificate", "FOLDER/nonsense", "--tls-key", "FOLDER/nonsense"],
            "isn't a certificate in PEM"
        ),
        (["--openid", "FOLDER/none"], "--openid: "),
        (["--openid", "FOLDER/nonsense"], "isn't JSON"),
        (
            ["--mail-from", "a@example.org", "--smtp", "localhost:587", "--smtp-user", "me"],
            "--smtp-user: needs a password"
        ),
        (
            [
                "--mail-from", "a@example.org", "--smtp", "localhost:587", "--smtp-user", "me",
                "--smtp-password-file", "FOLDER/none",
            ],
            "--smtp-password-file: "
        ),
    ])
    func `a file that can't be used is bad data, named with its option`(
        options: [String],
        sentence: String
    ) throws {
        let run = try serve(options)
        #expect(run.status == 65)
        #expect(run.errors.contains(sentence), "\(run.errors)")
        #expect(!run.output.contains("/sign-in/"))
    }
}
