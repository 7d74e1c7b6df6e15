import ArgumentParser
import Exchange
import Sightline

/// Says whether files are sound packs; needs no database.
struct PackCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether files are sound packs; needs no database.",
        discussion: """
            Each thing that is wrong goes to standard error as file:line: field: what would be right, and the exit \
            status is 65.
            """
    )

    @Argument(help: ArgumentHelp("Files of packs, or - for standard input.", valueName: "file"))
    var paths: [String]

    func run() async throws {
        try await reporting {
            var isBad = false
            for path in paths {
                do {
                    guard let content = try PackFileInput.read(path).content else { continue }
                    let name = path == "-" ? "standard input" : path
                    let count = PackSentences.measures(content.measures.count)
                    try StandardOutput.print("\(name): \(content.header.title), \(count)")
                } catch let code as ExitCode where code == .badData {
                    isBad = true
                }
            }
            if isBad { throw ExitCode.badData }
        }
    }
}
