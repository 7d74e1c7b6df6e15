import ArgumentParser
import Exchange
import FoundationEssentials
import Sightline
import Storage

/// Records observations from a CSV file: all of it or none.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Record observations from a CSV file: all of it or none.",
        discussion: """
            The first row names the columns: measure, unit, date, and value (or numerator and denominator); group and \
            flags where there are any. Importing the same file again changes nothing.
            """
    )

    @Argument(help: ArgumentHelp("A CSV file, or - for standard input.", valueName: "file"))
    var path: String

    @OptionGroup var database: DatabaseOptions

    @Option(help: "The key of the measure that every row is for.") var measure: String?
    @Option(help: "The code of the unit that every row is for.") var unit: String?
    @Option(help: "merge keeps periods that the file leaves out; replace removes them.") var mode = Proposal
        .Mode.merge
    @Option(help: "Why, for the record.") var reason: String?
    @Option(help: "Who, for the record; your user name unless given.") var author: String?
    @Flag(help: "Say what would change, and change nothing.") var dryRun = false
    @Flag(help: "Leave bad rows out, instead of refusing the file.") var skipBadRows = false

    @OptionGroup(title: "Columns") var columns: ImportColumnOptions
    @OptionGroup(title: "What is missing") var newNames: NewNameOptions

    func validate() throws {
        if let reason, reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason needs a text.")
        }
    }

    func run() async throws {
        try await reporting {
            let name = path == "-" ? "standard input" : path
            let file = path == "-" ? try InputFile(standardInputNamed: name) : try InputFile(path: path)
            let bytes = try file.contents()
            let isNew = !database.isPostgres && !database.isFileThere
            let opened = try await database.open()
            if isNew { StandardError.print("\(database.database) is a new database: there was none") }
            do {
                let result = try await record(bytes, in: opened)
                try await opened.close()
                try report(result, on: name)
            } catch {
                try? await opened.close()
                throw error
            }
        }
    }

    private func record(
        _ bytes: [UInt8],
        in database: any SQLDatabase
    ) async throws -> ObservationImport.Result {
        let context = Context.ofCommand(author: author)
        do {
            return try await AuditedDatabase(database).write { [self] connection in
                let result = try observationImport(of: bytes, on: connection).run(context, on: connection)
                // What was written is taken back with the transaction.
                if dryRun || result.outcome == nil { throw NotKept(result: result) }
                return result
            }
        } catch let rehearsal as NotKept {
            return rehearsal.result
        }
    }

    private struct NotKept: Error {
        var result: ObservationImport.Result
    }

    private func observationImport(
        of bytes: [UInt8],
        on connection: any SQLConnection
    ) throws -> ObservationImport {
        var request = ImportRequest(
            measure: try measure.map { try Named.measure($0, on: connection).id },
            unit: try unit.map { try Named.unit($0, on: connection).id }
        )
        request.columns = columns.columns
        let fileName = path.split(separator: "/").last.map(String.init) ?? path
        var importing = ObservationImport(
            bytes: bytes,
            fileName: path == "-" ? "Standard input" : fileName,
            request: request,
            reason: reason ?? "Imported on the command line"
        )
        importing.mode = mode
        importing.skipsBadRows = skipBadRows
        if newNames.createMissing, let stakeholder = newNames.stakeholder {
            importing.newNames = NewNames(
                stakeholder: stakeholder,
                period: newNames.period,
                parent: try newNames.under.map { try Named.unit($0, on: connection).id },
                haveDenominator: importing.hasDenominators
            )
        }
        return importing
    }

    // MARK: - What it says

    private func report(_ result: ObservationImport.Result, on name: String) throws {
        let reading = result.reading
        for problem in reading.problems { StandardError.print("\(name): \(problem)") }
        let rest = reading.problemCount - reading.problems.count
        if rest > 0 { StandardError.print("\(name): and \(count(rest, "more bad row"))") }
        guard let outcome = result.outcome else {
            StandardError.print(
                "\(name): \(count(reading.problemCount, "bad row")), so nothing was recorded\(advice(on: reading))"
            )
            throw ExitCode.badData
        }
        if reading.problemCount > 0 {
            StandardError.print("\(name): \(count(reading.problemCount, "bad row")) left out")
        }
        if result.newUnits > 0 { try StandardOutput.print("\(count(result.newUnits, "new unit"))") }
        if result.newMeasures > 0 { try StandardOutput.print("\(count(result.newMeasures, "new measure"))") }
        try StandardOutput.print(sentence(outcome))
    }

    private func advice(on reading: ImportReading) -> String {
        if reading.proposals.isEmpty { return "" }
        return mode == .merge
            ? "; mend them, or leave them out with --skip-bad-rows"
            : "; mend them: with --mode replace, rows that are left out would take their periods with them"
    }

    private func sentence(_ outcome: RecordOutcome) -> String {
        let changes = outcome.changes
        guard changes.isChange else {
            return "Nothing changed: \(count(changes.unchanged, "observation")) recorded already"
        }
        return
            "\(dryRun ? "Would be recorded" : "Recorded"): \(changes.appended) appended, \(changes.revised) revised, "
            + "\(changes.removed) removed, \(changes.unchanged) unchanged; \(count(outcome.changedSeries, "series")) "
            + "changed, \(outcome.newSeries) of them new"
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 || noun.hasSuffix("s") ? "" : "s")"
    }
}

extension Proposal.Mode: ExpressibleByArgument {}
