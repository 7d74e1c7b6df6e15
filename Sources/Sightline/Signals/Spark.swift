/// The newest points of a series, for a small picture.
package struct Spark: Equatable, Sendable {
    package var points: [Point]

    package init(points: [Point] = []) { self.points = points }

    package struct Point: Equatable, Sendable {
        /// Nil where there is none; kept to seven digits.
        package var value: Float?
        /// What the point says by itself.
        package var mark: Mark

        package init(value: Float?, mark: Mark) {
            self.value = value
            self.mark = mark
        }
    }

    /// What one point of a chart says.
    package enum Mark: UInt8, CaseIterable, Sendable {
        case none, improvement, concern, high, low
    }

    /// As many points as a small picture holds: five years of months.
    static let length = 60
}
