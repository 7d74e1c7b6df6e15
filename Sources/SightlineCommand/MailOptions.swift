import ArgumentParser
import Glibc
import MailRelay
import Website

/// How letters leave, for every command that serves the website.
struct MailOptions: ParsableArguments {
    @Option(
        name: .customLong("mail-from"),
        help: ArgumentHelp(
            "The address that letters come from; they go through sendmail, or through --smtp.",
            valueName: "address"
        )
    )
    var from: String?

    @Option(
        name: .customLong("mail-folder"),
        help: ArgumentHelp(
            "Letters become files in this folder, which administrators see.",
            valueName: "folder"
        )
    )
    var folder: String?

    @Option(
        name: .customLong("smtp"),
        help: ArgumentHelp("A relay that takes the letters by SMTP.", valueName: "host:port")
    )
    var relay: String?

    @Option(
        name: .customLong("smtp-tls"),
        help: """
            How the relay is spoken to: starttls (TLS or nothing), implicit (TLS from the first byte), or none, for a \
            relay on this machine only.
            """,
        transform: readSecurity
    )
    var security = MailRelay.Security.starttls

    @Option(
        name: .customLong("smtp-user"),
        help: ArgumentHelp("The name that the relay knows us by.", valueName: "name")
    )
    var user: String?

    @Option(
        name: .customLong("smtp-password-file"),
        help: ArgumentHelp(
            "A file with the password for it; or else SIGHTLINE_SMTP_PASSWORD has it.",
            valueName: "file"
        )
    )
    var passwordFile: String?

    @Option(
        name: .customLong("smtp-trust"),
        help: ArgumentHelp(
            "Certificates in PEM to believe the relay by, instead of the system's.",
            valueName: "file"
        )
    )
    var trustFile: String?

    func validate() throws {
        guard from == nil || folder == nil else {
            throw ValidationError("--mail-from sends letters, --mail-folder keeps them: give one of the two.")
        }
        guard let relay else {
            guard user == nil, passwordFile == nil, trustFile == nil else {
                throw ValidationError(
                    "--smtp-user, --smtp-password-file and --smtp-trust need --smtp host:port."
                )
            }
            return
        }
        guard from != nil else {
            throw ValidationError("--smtp needs --mail-from, the address that letters come from.")
        }
        guard let place = Self.place(relay) else {
            throw ValidationError("--smtp must be host:port, like mail.example.org:587, not \(relay).")
        }
        let asked = MailRelay(host: place.host, port: place.port, security: security)
        guard security != .none || asked.isOnLoopback else {
            throw ValidationError(
                "--smtp-tls none is for a relay on 127.0.0.1 only: letters hold links that sign in."
            )
        }
        guard passwordFile == nil || user != nil else {
            throw ValidationError("--smtp-password-file needs --smtp-user.")
        }
    }

    /// How letters leave; nil where they wait.
    ///
    /// - Throws: ``SettingError``.
    func delivery() throws -> MailDelivery? {
        if let folder { return .folder(folder) }
        guard let from else { return nil }
        guard let place = relay.flatMap(Self.place) else { return .sendmail(command: "sendmail", from: from) }
        var relay = MailRelay(host: place.host, port: place.port, security: security)
        relay.trustFile = trustFile
        if let user { relay.credentials = MailRelay.Credentials(user: user, password: try password()) }
        return .relay(relay, from: from)
    }

    private func password() throws -> String {
        if let passwordFile { return try SecretFile.read(passwordFile, for: "--smtp-password-file") }
        guard let password = getenv("SIGHTLINE_SMTP_PASSWORD").map({ String(cString: $0) }), !password.isEmpty
        else {
            throw SettingError(
                "--smtp-user",
                "needs a password: give --smtp-password-file, or set SIGHTLINE_SMTP_PASSWORD"
            )
        }
        return password
    }

    /// `host:port`, where the host may be an IPv6 address in brackets.
    private static func place(_ text: String) -> (host: String, port: Int)? {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        let isPlain = host.utf8.allSatisfy { (33...126).contains($0) && $0 != 47 && $0 != 64 }
        return host.isEmpty || !isPlain ? nil : (String(host), port)
    }
}

@Sendable private func readSecurity(_ text: String) throws -> MailRelay.Security {
    guard let security = MailRelay.Security(rawValue: text) else {
        throw ValidationError("--smtp-tls must be starttls, implicit or none, not \(text).")
    }
    return security
}
