import ArgumentParser
import Exchange
import Sightline
import Storage

/// Writes observations as CSV, which `import` reads back, or as a workbook.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write observations as CSV, which import reads back, or as an XLSX workbook.",
        discussion:
            """
            What is in force now, by the newest definition of each measure, unless --editions asks for all. What a \
            unit keeps to itself is left out unless --kept asks for it.

            --format xlsx writes a workbook, for people: the observations with real dates, what they are, and the \
            definitions of their measures, a sheet each. It goes to a file, as CSV does: sightline export --format \
            xlsx > numbers.xlsx

            --as-seen-by writes what others see: small numbers are withheld where a measure has a rule for them, as \
            on pages. For a unit, that is what a viewer of it may read; for the community, a viewer who belongs to \
            none of its organisations; for the public, the series that public links show.
            """
    )

    @OptionGroup var database: DatabaseOptions

    @Option(help: "The code of a unit: only it and those below it.") var unit: String?
    @Option(help: "The key of a measure: only it.") var measure: String?
    @Flag(help: "Every edition of every series, of older definitions too, with who made it, when and why.")
    var editions = false

    @Flag(help: "Also what units keep to themselves. Whoever runs the machine can read it; ask them first.")
    var kept = false

    @Option(help: "Only what others see: public, community, or the code of a unit.") var asSeenBy: String?

    @Option(help: "csv, or xlsx for a workbook.") var format: TableFormat = .csv

    func validate() throws {
        if format == .xlsx, Descriptor.isTerminal(1) {
            throw ValidationError(
                "a workbook isn't for a terminal: send it to a file, as in sightline export --format xlsx > file.xlsx"
            )
        }
        if kept, asSeenBy != nil {
            throw ValidationError(
                "--kept and --as-seen-by can't be had together: who sees what decides what is kept"
            )
        }
    }

    func run() async throws {
        try await reporting {
            let opened = try await database.open(making: false)
            // Who took what away goes on the audit trail with it.
            try await AuditedDatabase(opened).write { [self] connection in
                let all = try MeasureStore.all(on: connection).sorted { $0.key < $1.key }
                let named = try measure.map { [try Named.measure($0, on: connection)] } ?? all
                let left = kept || asSeenBy != nil ? 0 : named.count(where: \.isKept)
                let tree = try UnitStore.tree(on: connection)
                let top = try unit.map { try Named.unit($0, on: connection) }
                let measures = named.filter { kept || asSeenBy != nil || !$0.isKept }
                let isPublic = asSeenBy == "public"
                let export = ObservationExport(
                    measures: measures,
                    for: try reader(MeasureDirectory(all), tree),
                    within: top?.id,
                    only: isPublic ? try PublicLinkStore.openSeries(at: .now, on: connection) : nil,
                    hasEditions: editions
                )
                for place in top.map({ [$0] }) ?? tree.roots {
                    let here = measures.filter { measure in
                        measure.unit.map { tree.contains($0, within: place.id) } ?? true
                    }
                    let entries = AuditEntry.export(of: place, measures: here, "export on the command line")
                    try AuditStore.append(entries, .ofCommand(), on: connection)
                }
                try write(export.table(on: connection))
                if left > 0 {
                    let noun = left == 1 ? "measure" : "measures"
                    StandardError.print("left out: \(left) \(noun) that a unit keeps to itself (--kept)")
                }
            }
            try await opened.close()
        }
    }

    /// Who is to see it.
    private func reader(_ measures: MeasureDirectory, _ tree: UnitTree) throws -> Readership {
        switch asSeenBy {
        case nil: return Readership(ofOperator: measures, tree)
        case "public"?:
            // A link shows what its unit keeps as well; what is small is withheld.
            var reader = Readership(ofOperator: measures, tree)
            reader.standsOutside = true
            return reader
        case "community"?:
            var reader = Readership(viewersOf: tree.roots.map(\.id), measures, tree)
            reader.standsOutside = true
            return reader
        case let code?:
            guard let unit = tree.unit(code: code) else {
                StandardError.print(
                    "no unit has the code \(code): use public, community, or the code of a unit"
                )
                throw ExitCode.validationFailure
            }
            return Readership(viewersOf: [unit.id], measures, tree)
        }
    }

    /// All of it, or nothing.
    private func write(_ table: ObservationTable) throws {
        var output = HeldOutput(to: 1, name: "standard output")
        do {
            try format.write(table, made: .now) { try output.append($0) }
            try output.release()
        } catch {
            try? output.discard()
            throw error
        }
    }
}

extension TableFormat: ExpressibleByArgument {}
