import ArgumentParser
import Exchange

/// Which columns hold what.
struct AnalyseColumnOptions: ParsableArguments {
    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "A column that names the series; several make the name together. (default: series, if any)",
            valueName: "column"
        )
    )
    var series: [String] = []

    @Option(help: ArgumentHelp("The column of dates. (default: date)", valueName: "column"))
    var date: String?

    @Option(help: ArgumentHelp("The column of values. (default: value)", valueName: "column"))
    var value: String?

    @Option(help: ArgumentHelp("The column of numerators. (default: numerator)", valueName: "column"))
    var numerator: String?

    @Option(help: ArgumentHelp("The column of denominators. (default: denominator)", valueName: "column"))
    var denominator: String?

    @Flag(help: "Leave out rows that can't be used, and say which, instead of giving no answer.")
    var skipBadRows = false

    func fill(_ request: inout AnalyseRequest) throws {
        request.columns.series = series
        request.columns.date = date
        request.columns.value = value
        request.columns.numerator = numerator
        request.columns.denominator = denominator
        request.skipsBadRows = skipBadRows
    }
}
