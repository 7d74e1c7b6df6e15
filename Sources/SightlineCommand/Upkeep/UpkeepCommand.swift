import ArgumentParser
import Sightline
import Storage

/// Deletes for good what has lain in the bin for its 30 days.
struct UpkeepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upkeep",
        abstract:
            "Do now what the running server does every hour: delete for good what has lain in the bin for 30 days."
    )

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await reporting {
            let opened = try await database.open(making: false)
            let count = try await AuditedDatabase(opened).write {
                try BinStore.purgeExpired(.ofCommand(), on: $0)
            }
            try await opened.close()
            try StandardOutput.print(
                count == 0
                    ? "nothing in the bin has lain there for \(BinItem.keptDays) days"
                    : "\(count) \(count == 1 ? "thing" : "things") in the bin deleted for good"
            )
        }
    }
}
