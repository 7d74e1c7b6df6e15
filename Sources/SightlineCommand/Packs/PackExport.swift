import ArgumentParser
import Exchange
import Sightline
import Storage

/// Writes the file of a pack.
struct PackExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the file of a pack to standard output.",
        discussion: """
            With --unit, a pack of that unit, just as it was kept; without, one that comes with the program, for which \
            no database is needed. What a unit keeps to itself needs --kept, and goes on its audit trail.
            """
    )

    @Argument(help: "The name of the pack, as its file says it.") var name: String
    @OptionGroup var database: DatabaseOptions
    @Option(help: "The code of the unit whose pack it is.") var unit: String?
    @Option(help: ArgumentHelp("An older version of it; otherwise the newest.", valueName: "number"))
    var packVersion: Int?
    @Flag(help: "Even if the unit keeps it to itself. Whoever runs the machine can read it; ask them first.")
    var kept = false

    func validate() throws {
        if unit == nil, packVersion != nil || kept {
            throw ValidationError("--pack-version and --kept go with --unit.")
        }
    }

    func run() async throws {
        try await reporting {
            guard let unit else {
                guard let shipped = ShippedPack(rawValue: name) else {
                    let names = ShippedPack.allCases.map(\.rawValue).joined(separator: ", ")
                    StandardError.print("no pack \(name) comes with the program: \(names); or say --unit")
                    throw ExitCode.validationFailure
                }
                return try StandardOutput.write(Array(shipped.reading.text.utf8))
            }
            let opened = try await database.open(making: false)
            do {
                let found = try await AuditedDatabase(opened).write { [self] connection in
                    try text(of: try Named.unit(unit, on: connection), on: connection)
                }
                try await opened.close()
                try StandardOutput.write(Array(found.utf8))
            } catch {
                try? await opened.close()
                throw error
            }
        }
    }

    private func text(of unit: Unit, on connection: any SQLConnection) throws -> String {
        let pack = try PackStore.find(name: name, of: unit.id, on: connection)
        // Whoever may not read what a unit keeps is told the same as where there is nothing.
        guard let pack, kept || pack.visibility != .unit else {
            StandardError.print("\(unit.name) has no pack \(name), or keeps it to itself (--kept)")
            throw ExitCode.validationFailure
        }
        let number = packVersion ?? pack.newest.number
        guard let text = try PackStore.text(of: pack.id, version: number, on: connection) else {
            StandardError.print("\(name) has the versions 1 to \(pack.newest.number), and no \(number)")
            throw ExitCode.validationFailure
        }
        if pack.visibility == .unit {
            let entry = AuditEntry(.exported, AuditEntry.subject(pack))
            try AuditStore.append(entry, .ofCommand(), on: connection)
        }
        return text
    }
}
