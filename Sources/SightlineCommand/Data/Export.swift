import ArgumentParser
import Exchange
import Sightline
import Storage

/// Writes observations as CSV, which `import` reads back.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write observations as CSV, which import reads back.",
        discussion:
            "What is in force now, by the newest definition of each measure, unless --editions asks for all."
    )

    @OptionGroup var database: DatabaseOptions

    @Option(help: "The code of a unit: only it and those below it.") var unit: String?
    @Option(help: "The key of a measure: only it.") var measure: String?
    @Flag(help: "Every edition of every series, of older definitions too, with who made it, when and why.")
    var editions = false

    func run() async throws {
        try await reporting {
            let opened = try await database.open()
            try await opened.read { [self] connection in
                let measures = try measure.map { [try Named.measure($0, on: connection)] }
                let export = ObservationExport(
                    measures: try measures ?? MeasureStore.all(on: connection).sorted { $0.key < $1.key },
                    units: try UnitStore.tree(on: connection),
                    within: try unit.map { try Named.unit($0, on: connection).id },
                    hasEditions: editions
                )
                var output = HeldOutput(to: 1, name: "standard output")
                try export.write(to: &output, on: connection)
                try output.release()
            }
            try await opened.close()
        }
    }
}
