import ArgumentParser
import Exchange
import Sightline
import Storage

/// Keeps the file of a pack in a unit.
struct PackImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Keep the file of a pack in a unit: as a new pack, or as the next version of the one of its name.",
        discussion: """
            The unit keeps a new pack to itself until someone says otherwise on its page. A file that says what the \
            newest version says changes nothing.
            """
    )

    @Argument(help: ArgumentHelp("The file of a pack, or - for standard input.", valueName: "file"))
    var path: String

    @OptionGroup var database: DatabaseOptions
    @Option(help: "The code of the unit that it is to belong to.") var unit: String
    @Option(help: "What is new in it, for the record.") var reason: String?
    @Option(help: "Who, for the record; your user name unless given.") var author: String?

    func run() async throws {
        try await reporting {
            let reading = try PackFileInput.read(path)
            guard let content = reading.content else { throw ExitCode.badData }
            let opened = try await database.open(making: false)
            do {
                let sentence = try await AuditedDatabase(opened).write { [self] connection in
                    let place = try Named.unit(unit, on: connection)
                    return try keep(content, reading.text, in: place, on: connection)
                }
                try await opened.close()
                try StandardOutput.print(sentence)
            } catch {
                try? await opened.close()
                throw error
            }
        }
    }

    private func keep(
        _ content: PackContent,
        _ text: String,
        in place: Unit,
        on connection: any SQLConnection
    ) throws -> String {
        let name = content.header.name
        let before = try PackStore.find(name: name, of: place.id, on: connection)
        do {
            let pack = try PackStore.keep(
                content,
                text: text,
                in: place.id,
                seen: before?.newest.number ?? 0,
                reason: reason ?? "",
                .ofCommand(author: author),
                on: connection
            )
            return "Kept: \(name), version \(pack.newest.number), in \(place.name)"
        } catch PackError.unchanged {
            return "Nothing changed: version \(before?.newest.number ?? 0) of \(name) says the same"
        } catch PackError.inBin {
            StandardError.print(
                "a pack \(name) of \(place.name) is in the bin: take it out, or use another name"
            )
            throw ExitCode.badData
        }
    }
}
