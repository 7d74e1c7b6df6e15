/// Which columns hold what, by name; nil where the usual name will do.
package struct ColumnNames: Equatable, Sendable {
    /// Together they name the series; none: a column called `series`, where there is one.
    package var series: [String] = []
    package var date: String?
    package var value: String?
    package var numerator: String?
    package var denominator: String?

    package init() {}
}
