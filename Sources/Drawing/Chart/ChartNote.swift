package import Statistics

/// A dated note, drawn as a numbered flag and told in words under the chart.
package struct ChartNote: Equatable, Sendable {
    package var day: Day
    package var number: Int
    package var text: String

    package init(day: Day, number: Int, text: String) {
        self.day = day
        self.number = number
        self.text = text
    }
}
