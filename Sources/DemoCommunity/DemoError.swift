package import Statistics

/// Why the demo can't be made.
package enum DemoError: Error, Equatable, Sendable {
    case column(String)
    case field(row: Int, column: String, text: String)
    case unknownUnit(String)
    case unknownMeasure(String)
    case today(Day)
}
