import FoundationEssentials
import Sightline
import Subprocess

/// How letters leave.
package enum MailDelivery: Sendable {
    /// Each becomes a file in a folder, which administrators see on the site: for a demo and for tests.
    case folder(String)
    /// The host's sendmail command, found on the PATH, with the address that letters come from.
    case sendmail(command: String, from: String)

    /// Sends one letter.
    func send(_ mail: Mail) async throws {
        switch self {
        case .folder(let path):
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let text = Self.message(mail, from: "sightline@localhost")
            try Data(text.utf8).write(to: URL(filePath: "\(path)/\(mail.id).eml"), options: .atomic)
        case .sendmail(let command, let from):
            let text = Self.message(mail, from: from)
            let result = try await run(
                .name(command),
                arguments: ["-i", "-f", from, "--", mail.recipient],
                input: .string(text),
                output: .discarded,
                error: .discarded
            )
            guard result.terminationStatus.isSuccess else { throw MailError.refused }
        }
    }

    package enum MailError: Error {
        /// The command ended with an error.
        case refused
    }

    /// The letter as RFC 5322 has it; what could begin another header can't get into one.
    static func message(_ mail: Mail, from: String) -> String {
        """
        From: \(plain(from))
        To: \(plain(mail.recipient))
        Subject: \(encoded(mail.subject))
        Message-ID: <\(mail.id)@sightline>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        \(mail.body)
        """
    }

    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 })
    }

    /// A subject that isn't plain ASCII, as RFC 2047 writes it.
    private static func encoded(_ text: String) -> String {
        let text = plain(text)
        guard text.utf8.contains(where: { $0 > 126 }) else { return text }
        return "=?utf-8?B?\(Data(text.utf8).base64EncodedString())?="
    }
}
