import Statistics

/// How a fictional series behaves while nothing changes.
struct SeriesBehaviour: Sendable {
    enum Noise: String, CaseIterable {
        /// So many of a denominator.
        case binomial
        /// A count, over a denominator where there is one.
        case poisson
        /// A measurement whose standard deviation is a share of its level.
        case normal
        /// A total over a denominator, such as money over people.
        case ratio
        /// Days between events.
        case gap
        /// Counts between events.
        case geometric
    }

    var noise: Noise
    /// The long-run proportion, rate, value, or time between events.
    var level: Double
    /// The usual denominator in a unit of size 1; for `normal` the standard deviation as a share of the level.
    var scale: Double?
    /// How far January lies above (or below) the year's level, as a share of it.
    var season: Double

    /// The level in a period that starts on a day, after everything that has happened until then.
    func level(on day: Day, after events: [StoryEvent], until last: Day) -> Double {
        let wave = 1 + season * seasonal(day)
        var level = level * wave
        for event in events { level *= event.factor(on: day, until: last) }
        return noise == .binomial ? min(max(level, 0.005), 0.995) : level
    }

    /// 1 in January, -1 in July.
    private func seasonal(_ day: Day) -> Double {
        // Three months' steps of a cosine are enough for a season that nobody will measure.
        let steps = [1.0, 0.87, 0.5, 0, -0.5, -0.87, -1, -0.87, -0.5, 0, 0.5, 0.87]
        return steps[day.month - 1]
    }
}
