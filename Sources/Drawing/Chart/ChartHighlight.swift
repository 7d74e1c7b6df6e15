package import Statistics

/// A stretch of a chart that is pointed at: a dashed frame with words, so that it is seen without colour.
package struct ChartHighlight: Equatable, Sendable {
    package var days: ClosedRange<Day>
    package var words: String

    package init(days: ClosedRange<Day>, words: String) {
        self.days = days
        self.words = words
    }
}
