/// Lines that were in force before limits were computed anew, drawn faintly where they would have gone on.
package struct GhostLines: Equatable, Sendable {
    /// The points that they run along.
    package var range: Range<Int>
    package var centreLine: Double
    package var limits: ClosedRange<Double>?

    package init(range: Range<Int>, centreLine: Double, limits: ClosedRange<Double>?) {
        self.range = range
        self.centreLine = centreLine
        self.limits = limits
    }
}
