package import Statistics

/// A target that holds from a day on, in the units that people see (multiplied).
package struct TargetStep: Equatable, Sendable {
    package var start: Day
    package var value: Double

    package init(start: Day, value: Double) {
        self.start = start
        self.value = value
    }
}
