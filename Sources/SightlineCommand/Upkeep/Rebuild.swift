import ArgumentParser
import Sightline
import Storage

/// Makes what is derived (status rows, signals, the library's index) again from what was recorded.
struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge every series anew, and repair what is derived where it differs."
    )

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await reporting {
            let opened = try await database.open(making: false)
            let context = Context(author: Author(name: "sightline rebuild"), now: .now)
            let (report, library) = try await opened.write { connection in
                (try Watch.rebuild(context, on: connection), try LibraryIndex.rebuild(on: connection))
            }
            try await opened.close()
            let found =
                report.statusRows + report.signals == 0
                ? "nothing differed from what was recorded"
                : "\(report.statusRows) status rows and \(report.signals) signals differed, and are right now"
            try StandardOutput.print("\(report.series) series judged: \(found)")
            let mended =
                library.mended == 0 ? "nothing differed" : "\(library.mended) differed, and are right now"
            try StandardOutput.print("\(library.items) cycles and change ideas in the library: \(mended)")
        }
    }
}
