package import Statistics

/// Why `analyse` gave no answer.
package enum AnalyseFailure: Error, Equatable, Sendable {
    case badRows(ProblemList)
    /// The file has no column of this name.
    case noColumn(String, of: [String])
    /// More than one column has this name.
    case ambiguousColumn(String)
    /// Neither a value nor a numerator with its denominator.
    case noValues([String])
    /// A column of numerators was asked for and there is none of denominators, or the other way round.
    case halfRatio(missing: String, of: [String])
    /// One column was asked for in two roles.
    case sharedColumn(String, roles: [String])
    /// The chart can't be drawn from the columns given.
    case unsuitedColumns(ChartKind, needs: String)
    /// No row that could be used.
    case noRows(skipped: ProblemList)
    case unusable(ChartError, series: String)
    case io(IOError)
}

extension AnalyseFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badRows(let problems): "\(problems.count) bad rows"
        case .noColumn(let name, let names):
            "row 1: no column \(name.excerpt) among \(names.excerpt); name the right one with an option"
        case .ambiguousColumn(let name):
            "row 1: more than one column \(name.excerpt); give each column its own name"
        case .noValues(let names):
            "row 1: neither a column value nor columns numerator and denominator among \(names.excerpt); "
                + "name them with --value, or --numerator and --denominator"
        case .halfRatio(let missing, let names):
            "row 1: no column \(missing) among \(names.excerpt), and half a ratio is nothing to chart; "
                + "name it with --\(missing)"
        case .sharedColumn(let name, let roles):
            "row 1: column \(name.excerpt) can't be \(roles.joined(separator: " and ")) at once; "
                + "name another one for one of them"
        case .unsuitedColumns(let kind, let needs): "row 1: a \(kind.rawValue) chart needs \(needs)"
        case .noRows: "no rows to analyse; below the header there must be at least one row that can be used"
        case .unusable(let error, let series): "series \(series.quotedExcerpt): \(error.sentence)"
        case .io(let error): error.description
        }
    }
}

extension ChartError {
    /// Only an advised chart can fail so late: what the others ask of a row is known when the row is read.
    fileprivate var sentence: String {
        switch self {
        case .numeratorAboveDenominator(let index, let numerator, let denominator):
            "point \(index + 1) has \(numerator) of \(denominator); name a chart that takes it with --chart"
        case .negative(let index, let value), .notPositive(let index, let value),
            .outOfRange(let index, let value):
            "point \(index + 1) is \(value); name a chart that takes it with --chart"
        case .notFinite(let index), .misplacedIndex(let index): "point \(index + 1) can't be charted"
        case .wrongContent(let kind): "its columns don't suit a \(kind.rawValue) chart"
        case .unequalLengths, .baselineNotPositive, .multiplierOutOfRange, .targetNotFinite:
            "it can't be charted as asked (\(self))"
        }
    }
}
