import ArgumentParser
import DemoCommunity
import Exchange
import FoundationEssentials
import Sightline
import Storage
import StorageSQLite

/// Fills a folder with the demo and serves it.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill a folder with a demo, and serve it.",
        discussion: """
            A fictional community with five years of data, and England's A&E departments. Once the folder holds a \
            database, that is served as it is, with everything that people did since.
            """
    )

    @Option(help: "The folder that holds (or gets) the database, sightline.sqlite.")
    var folder = "var"

    @Flag(help: "Start over: the database that is there becomes sightline.sqlite.before-fresh.")
    var fresh = false

    @Option(
        help: """
            A folder with ae-attendances.csv, NHS England's A&E figures by organisation: adds 274 organisations to \
            a new demo.
            """
    )
    var openData: String?

    @Flag(name: .customLong("no-serve"), help: "Fill the folder, and don't serve it.")
    var isOnlyFilled = false

    @OptionGroup var site: SiteOptions

    func run() async throws {
        try await reporting {
            let database = DatabaseOptions(path: "\(folder)/sightline.sqlite")
            if fresh { try startOver(database.database) }
            let opened = try await database.open()
            let now = Timestamp.now
            let content = try DemoContent(today: now.day, organisations: try organisations())
            let isNew = try await content.fill(opened, now: now) { StandardError.print($0) }
            if !isNew, openData != nil {
                StandardError.print(
                    "The demo is there already and stays as it is; --fresh makes one with the open data"
                )
            }
            var site = site
            if site.mail.from == nil, site.mail.folder == nil { site.mail.folder = "\(folder)/mail" }
            if isOnlyFilled { try await opened.close() } else { try await site.serve(opened, of: database) }
        }
    }

    private func startOver(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try SQLiteFiles.replace(path, with: nil, keeping: "\(path).before-fresh")
        StandardError.print("The old database is now \(path).before-fresh")
    }

    private func organisations() throws -> [UInt8]? {
        guard let openData else { return nil }
        return try InputFile(path: "\(openData)/ae-attendances.csv").contents()
    }
}
