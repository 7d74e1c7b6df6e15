/// A stretch of the calendar that one observation covers; weeks start on Monday, quarters in January.
package enum Period: String, CaseIterable, Sendable {
    case day, week, month, quarter, year

    /// The period that fits the commonest gap between days, in any order; the shorter of two as common.
    ///
    /// Nil where there are fewer than two different days.
    package static func inferred(from days: [Day]) -> Period? {
        let sorted = days.sorted()
        var counts = [Int](repeating: 0, count: allCases.count)
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier < later {
            switch later.number - earlier.number {
            case ..<7: counts[0] += 1
            case ..<28: counts[1] += 1
            case ..<89: counts[2] += 1
            case ..<360: counts[3] += 1
            default: counts[4] += 1
            }
        }
        guard let most = counts.max(), most > 0 else { return nil }
        return zip(allCases, counts).first { $0.1 == most }?.0
    }

    /// The first day of the period that holds a day.
    package func start(of day: Day) -> Day {
        let (year, month, dayOfMonth) = day.date
        let start: Day? =
            switch self {
            case .day: day
            case .week: day.advanced(by: -day.daysSinceMonday)
            case .month: day.advanced(by: 1 - dayOfMonth)
            case .quarter: Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
            case .year: Day(year: year, month: 1, day: 1)
            }
        // Year 1 starts on a Monday, so that no period starts before the calendar does.
        return start ?? .first
    }

    /// The first day of the period after the one that holds a day, or nil at the end of the calendar.
    package func next(after day: Day) -> Day? {
        let start = start(of: day)
        let (year, month, _) = start.date
        return switch self {
        case .day: start.advanced(by: 1)
        case .week: start.advanced(by: 7)
        case .month: Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
        case .quarter: Day(year: month == 10 ? year + 1 : year, month: (month + 2) % 12 + 1, day: 1)
        case .year: Day(year: year + 1, month: 1, day: 1)
        }
    }
}
