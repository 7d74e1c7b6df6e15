/// One thing that one rule found.
package struct Finding: Equatable, Sendable {
    package var rule: Rule
    /// From the first to the last point that belongs to it; missing and excluded points may lie between.
    package var points: Range<Int>
    /// The point with which the rule was first met; the newest point for a rule about a whole phase.
    package var completedAt: Int
    /// Which side of the centre line, or which way a trend goes; nil where a rule has no side.
    ///
    /// For long runs, few crossings and too few runs, which speak of a whole phase, it is the side of the
    /// phase's newest point off the centre line: where the process has got to.
    package var side: Side?

    package init(rule: Rule, points: Range<Int>, completedAt: Int, side: Side?) {
        self.rule = rule
        self.points = points
        self.completedAt = completedAt
        self.side = side
    }
}
