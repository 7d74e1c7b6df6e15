import ArgumentParser
import Exchange

/// What the columns of a file are called, where not by the usual names.
struct ImportColumnOptions: ParsableArguments {
    @Option(help: "The column of measures' keys or titles.") var measureColumn = "measure"
    @Option(help: "The column of units' codes or names.") var unitColumn = "unit"
    @Option(help: "The column of groups, for a measure that is split.") var groupColumn = "group"
    @Option(help: "The column of dates.") var date = "date"
    @Option(help: "The column of plain values.") var value = "value"
    @Option(help: "The column of numerators.") var numerator = "numerator"
    @Option(help: "The column of denominators.") var denominator = "denominator"

    var columns: ImportRequest.Columns {
        var columns = ImportRequest.Columns()
        columns.measure = measureColumn
        columns.unit = unitColumn
        columns.group = groupColumn
        columns.date = date
        columns.value = value
        columns.numerator = numerator
        columns.denominator = denominator
        return columns
    }
}
