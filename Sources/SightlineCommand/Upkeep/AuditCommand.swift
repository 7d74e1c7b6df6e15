import ArgumentParser
import Sightline
import Storage

/// The audit trail.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Look after the audit trail.",
        subcommands: [Verify.self]
    )

    /// Checks the trail from its first record to its newest.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that no record of the audit trail was changed, moved or removed.",
            discussion: """
                Prints how many records there are and the hash of the newest. Note both somewhere else: with --newest \
                a later check also finds out whether the end was cut off. Ends with 65 where something was changed.
                """
        )

        @OptionGroup var database: DatabaseOptions

        @Option(
            help: ArgumentHelp("The hash that an earlier check printed: it must be there.", valueName: "hash")
        )
        var newest: String?

        func run() async throws {
            try await reporting {
                let opened = try await database.open()
                let (finding, isThere) = try await opened.read { [newest] connection in
                    (
                        try AuditStore.verify(on: connection),
                        try newest.map { try AuditStore.holds($0, on: connection) } ?? true
                    )
                }
                try await opened.close()
                switch finding {
                case .sound(let count, _) where !isThere:
                    StandardError.print("none of the \(count) records has that hash: the end was cut off")
                    throw ExitCode.badData
                case .sound(let count, let newest):
                    print("\(count) records, each as it was written; the newest is \(newest)")
                case .broken(let sequence):
                    StandardError.print("record \(sequence) is not what was written there")
                    throw ExitCode.badData
                }
            }
        }
    }
}
