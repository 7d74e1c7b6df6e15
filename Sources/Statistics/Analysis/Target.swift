/// A target, which may change over time.
package struct Target: Equatable, Sendable {
    /// A value that holds from a point on.
    package struct Step: Equatable, Sendable {
        /// The index of the first point that it holds for.
        package var start: Int
        package var value: Double

        package init(start: Int, value: Double) {
            self.start = start
            self.value = value
        }
    }

    /// Ascending by start.
    package var steps: [Step]

    package init(steps: [Step]) { self.steps = steps }

    /// A target that never changes.
    package init(_ value: Double) { self.init(steps: [Step(start: 0, value: value)]) }

    /// The target in force at a point, or nil before the first step.
    package func value(at index: Int) -> Double? { steps.last { $0.start <= index }?.value }
}
