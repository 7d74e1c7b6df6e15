import ArgumentParser
import FoundationEssentials
import Statistics

/// Simulates the table of chances again, for whoever changes a rule or a chart.
struct ChanceTableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chance-table",
        abstract: "Simulate how often chance alone signals, and write the table that the program ships.",
        discussion: """
            The same seed and runs give the same file. The file in the source has the default ones; it takes \
            two processors about ten minutes.
            """
    )

    @Option(help: "Where the random numbers start.")
    var seed = ChanceTable.shippedSeed

    @Option(help: "Simulated charts for each chance.")
    var runs = ChanceTable.shippedRuns

    @Argument(help: "The Swift file to write.")
    var file = "Sources/Statistics/Chance/ChanceTable+Text.swift"

    func validate() throws {
        let allowed = 1...10_000_000
        guard allowed.contains(runs) else {
            throw ValidationError("--runs is \(runs), but must be from 1 to \(allowed.upperBound).")
        }
    }

    func run() async throws {
        let source = try await ChanceTable.generate(seed: seed, runs: runs) { done, all in
            if done * 20 / all > (done - 1) * 20 / all { StandardError.print("\(done * 100 / all)% done") }
        }
        do {
            try Data(source.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            StandardError.print("\(file): could not be written: \(error)")
            throw ExitCode.inputOutput
        }
    }
}
