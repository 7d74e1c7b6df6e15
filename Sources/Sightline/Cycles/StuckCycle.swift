package import Statistics

/// Why a cycle is stuck: which step has been missing since when, and whether its data stays away.
package struct StuckCycle: Equatable, Sendable {
    package enum Missing: String, CaseIterable, Sendable {
        /// It was planned and has not begun.
        case beginning
        /// It began, and nobody has said what happened.
        case study
        /// It is known what happened, and nobody has decided.
        case decision
    }

    package let missing: Missing
    /// For how many days it has been open.
    package let days: Int
    /// Whether the day by which its prediction should have come true has passed.
    package let isPredictionDue: Bool
    /// Whether it began and its measure has no newer point here; nil where it has no measure, or has not begun.
    package let lacksData: Bool?

    /// Nil for a cycle that isn't stuck.
    ///
    /// - Parameter latest: the day of the newest point that its measure has in the programme's unit.
    package init?(_ reading: CycleReading, latest: Day?, on today: Day) {
        let cycle = reading.cycle
        guard cycle.isStuck(on: today) else { return nil }
        switch cycle.phase {
        case .plan: missing = .beginning
        case .do: missing = .study
        case .study, .closed: missing = .decision
        }
        days = Int(today.number - (cycle.began ?? cycle.instant.day).number)
        isPredictionDue = reading.predictions.last?.by.map { $0 < today } ?? false
        lacksData =
            cycle.measure == nil ? nil : cycle.began.map { began in latest.map { $0 < began } ?? true }
    }
}
