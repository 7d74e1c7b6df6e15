import FoundationEssentials
package import MailRelay
import NIOPosix
import Sightline
import Subprocess

/// How letters leave.
package enum MailDelivery: Sendable {
    /// Each becomes a file in a folder, which administrators see on the site: for a demo and for tests.
    case folder(String)
    /// The host's sendmail command, found on the PATH, with the address that letters come from.
    case sendmail(command: String, from: String)
    /// A relay that takes them by SMTP, with the address that letters come from.
    case relay(MailRelay, from: String)

    /// Sends one letter.
    func send(_ mail: Mail) async throws {
        switch self {
        case .folder(let path):
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let text = LetterText(mail, from: "sightline@localhost").text
            try Data(text.utf8).write(to: URL(filePath: "\(path)/\(mail.id).eml"), options: .atomic)
        case .sendmail(let command, let from):
            let result = try await run(
                .name(command),
                arguments: ["-i", "-f", from, "--", mail.recipient],
                input: .string(LetterText(mail, from: from).text),
                output: .discarded,
                error: .discarded
            )
            guard result.terminationStatus.isSuccess else { throw MailError.refused }
        case .relay(let relay, let from):
            // Not every relay takes eight bits a byte.
            let text = LetterText(mail, from: from, isSevenBit: true).text
            try await NIOThreadPool.singleton.runIfActive {
                try relay.send(text, from: from, to: mail.recipient)
            }
        }
    }

    package enum MailError: Error {
        /// The command ended with an error.
        case refused
    }

    /// Why a letter didn't leave, in words that don't say whom it was to.
    static func words(_ error: any Error) -> String {
        switch error {
        case let error as RelayError: "\(error)"
        case is MailError: "the sendmail command ended with an error"
        default: "\(ErrorDigest(error))"
        }
    }
}
