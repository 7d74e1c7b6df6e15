package import Statistics

/// What a rule found and over which days.
package struct SignalWindow: Equatable, Sendable {
    package var rule: Rule
    package var side: Side?
    package var firstDay: Day
    package var lastDay: Day
    /// The day with which the rule was first met.
    package var completedDay: Day

    package init(rule: Rule, side: Side?, firstDay: Day, lastDay: Day, completedDay: Day) {
        self.rule = rule
        self.side = side
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.completedDay = completedDay
    }

    /// Whether both are the same kind of thing from the same day on.
    func startsLike(_ other: SignalWindow) -> Bool {
        rule == other.rule && side == other.side && firstDay == other.firstDay
    }

    /// Whether both are the same kind of thing and share a day.
    func overlaps(_ other: SignalWindow) -> Bool {
        rule == other.rule && side == other.side && firstDay <= other.lastDay && other.firstDay <= lastDay
    }
}
