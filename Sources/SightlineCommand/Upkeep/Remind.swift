import ArgumentParser
import Logging
import Sightline
import Storage
import Website

/// Reminds those who own decisions; a running server does it by itself.
struct Remind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write to those who are to follow up a decision; for cron, where no server sends letters.",
        discussion: """
            A decision is reminded of a week before its day and on it, each once: run it as often as you like. A \
            running server with --mail-from or --mail-folder does the same every hour.
            """
    )

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var mail: MailOptions

    @Option(
        help: ArgumentHelp("What people type to reach the site, for links in letters.", valueName: "address")
    )
    var publicAddress: String

    func validate() throws {
        guard publicAddress.hasPrefix("http://") || publicAddress.hasPrefix("https://") else {
            throw ValidationError(
                "--public-address must begin with https:// or http://, not \(publicAddress)."
            )
        }
    }

    func run() async throws {
        try await reporting {
            let opened = try await database.open(making: false)
            let base = publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress
            let count = try await AuditedDatabase(opened).write { connection in
                try Reminders.post(
                    .ofCommand(author: "sightline remind"),
                    address: { base + Address.reviews(.decision($0.unit, $0.id)).path },
                    on: connection
                )
            }
            if let delivery = try mail.delivery() {
                var configuration = SiteConfiguration()
                configuration.publicAddress = base
                configuration.mail = delivery
                let logger = Logger(
                    label: "sightline",
                    factory: { StreamLogHandler.standardError(label: $0) }
                )
                let site = Site(
                    database: opened,
                    configuration: configuration,
                    logger: logger,
                    clock: { .now }
                )
                await MailService(site: site, delivery: delivery, logger: logger).sendDue()
            }
            try await opened.close()
            try StandardOutput.print(
                count == 0
                    ? "nobody has to be reminded now"
                    : "\(count) \(count == 1 ? "letter" : "letters") written"
            )
        }
    }
}
