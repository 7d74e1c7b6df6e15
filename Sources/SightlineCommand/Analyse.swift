import ArgumentParser
import Exchange

/// Analyses a file of many series; it needs no database.
struct Analyse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which series of a CSV file show special-cause variation, and where.",
        discussion: """
            The first row names the columns: a date, a value (or a numerator and a denominator) and, where \
            the file holds several series, the series. The answer goes to standard output, one row a series, \
            or a point.
            """
    )

    @Argument(help: ArgumentHelp("A CSV file, or - for standard input.", valueName: "file"))
    var path: String

    @OptionGroup(title: "Columns") var columns: AnalyseColumnOptions
    @OptionGroup(title: "Charts") var chart: AnalyseChartOptions
    @OptionGroup(title: "Answer") var answer: AnalyseAnswerOptions

    func validate() throws {
        _ = try request()
    }

    func run() async throws {
        let request = try request()
        let name = path == "-" ? "standard input" : path
        do {
            let file = path == "-" ? try InputFile(standardInputNamed: name) : try InputFile(path: path)
            let analyst = FileAnalyst(request, draw: AnalysePicture(request).draw)
            let notes = try await analyst.run(file, to: 1, named: "standard output")
            report(notes, on: name)
        } catch let failure as AnalyseFailure {
            throw report(failure, on: name)
        } catch let error as IOError {
            throw report(.io(error), on: name)
        }
    }

    private func request() throws -> AnalyseRequest {
        var request = AnalyseRequest()
        try columns.fill(&request)
        try chart.fill(&request)
        try answer.fill(&request)
        return request
    }

    private func report(_ notes: FileAnalyst.Notes, on name: String) {
        report(notes.skipped, on: name)
        if notes.skipped.count > 0 { StandardError.print("\(name): \(rows(notes.skipped.count)) left out") }
        for day in notes.unreached {
            StandardError.print(
                "warning: no series has a point on or after \(day), so --phase-start \(day) starts no phase"
            )
        }
    }

    private func report(_ problems: ProblemList, on name: String) {
        for problem in problems.first { StandardError.print("\(name): \(problem)") }
        let rest = problems.count - problems.first.count
        if rest > 0 { StandardError.print("\(name): and \(rows(rest)) more") }
    }

    /// Says what went wrong and returns how to end.
    private func report(_ failure: AnalyseFailure, on name: String) -> ExitCode {
        switch failure {
        case .badRows(let problems):
            report(problems, on: name)
            // Without its header a file has no good rows either.
            let isSkippable = problems.first.first?.line != 1
            StandardError.print(
                "\(name): \(rows(problems.count)), so there is no answer"
                    + (isSkippable ? "; mend them, or leave them out with --skip-bad-rows" : "")
            )
        case .noRows(let skipped):
            report(skipped, on: name)
            StandardError.print("\(name): \(failure)")
        case .io(let error):
            StandardError.print("\(error)")
            return .inputOutput
        case .halfRatio, .sharedColumn:
            StandardError.print("\(name): \(failure)")
            return .validationFailure
        case .noColumn, .ambiguousColumn, .noValues, .unsuitedColumns, .unusable:
            StandardError.print("\(name): \(failure)")
        }
        return .badData
    }

    private func rows(_ count: Int) -> String { count == 1 ? "1 bad row" : "\(count) bad rows" }
}
