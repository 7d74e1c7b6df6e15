import Statistics

/// The marks on an axis of days: years where there is little room, else months or days with the year below.
struct DateAxis {
    struct Tick {
        var day: Day
        var label: String
        /// The year, at the first tick of each.
        var year: String?
    }

    private(set) var ticks: [Tick]

    /// Whether a second line of text is needed for years.
    var hasYears: Bool { ticks.contains { $0.year != nil } }

    /// - Parameters:
    ///   - days: the first and the last day shown.
    ///   - width: in pixels, for the whole of it.
    ///   - fontSize: of the labels.
    ///   - period: what a point covers; no tick is finer.
    init(showing days: ClosedRange<Day>, width: Double, fontSize: Double, period: Period) {
        let count = Double(days.upperBound.number - days.lowerBound.number)
        let pixelsADay = count > 0 ? width / count : width
        let step = Step.all.first { step in
            step.days >= Step.fewestDays(for: period)
                && Double(step.days) * pixelsADay >= step.room * fontSize
        }
        ticks = (step ?? .years(10_000)).days(in: days).map { Tick(day: $0, label: "", year: nil) }
        let isLabelledByYear = (step?.days ?? 365) >= 365
        if ticks.isEmpty || (ticks.count == 1 && count > 0 && !isLabelledByYear) {
            ticks = [Tick(day: days.lowerBound, label: period.shortLabel(for: days.lowerBound), year: nil)]
        } else {
            label(byYear: isLabelledByYear, withDay: step?.isDays ?? false)
        }
    }

    private mutating func label(byYear: Bool, withDay: Bool) {
        var lastYear: Int?
        for index in ticks.indices {
            let (year, _, day) = ticks[index].day.date
            guard !byYear else {
                ticks[index].label = "\(year)"
                continue
            }
            let month = Period.month.shortLabel(for: ticks[index].day).prefix(3)
            ticks[index].label = withDay ? "\(day) \(month)" : String(month)
            if year != lastYear { ticks[index].year = "\(year)" }
            lastYear = year
        }
    }
}

/// How far apart the ticks of a date axis are.
private enum Step {
    case days(Int)
    case weeks(Int)
    case months(Int)
    case years(Int)

    static let all: [Step] = [
        .days(1), .days(2), .weeks(1), .weeks(2), .months(1), .months(2), .months(3), .months(6), .years(1),
        .years(2), .years(5), .years(10), .years(20), .years(50), .years(100), .years(500), .years(2000),
    ]

    /// About how many days, never more.
    var days: Int {
        switch self {
        case .days(let count): count
        case .weeks(let count): 7 * count
        case .months(let count): 28 * count
        case .years(let count): 365 * count
        }
    }

    var isDays: Bool {
        switch self {
        case .days, .weeks: true
        case .months, .years: false
        }
    }

    /// How many times the font size a tick's label and the gap to the next one take.
    var room: Double {
        switch self {
        case .days, .weeks: 4.6
        case .months, .years: 3.6
        }
    }

    static func fewestDays(for period: Period) -> Int {
        switch period {
        case .day: 1
        case .week: 7
        case .month: 28
        case .quarter: 84
        case .year: 365
        }
    }

    /// The ticks in a range, ascending.
    func days(in range: ClosedRange<Day>) -> [Day] {
        var days: [Day] = []
        var next = first(from: range.lowerBound)
        while let day = next, day <= range.upperBound {
            days.append(day)
            next = after(day)
        }
        return days
    }

    private func first(from day: Day) -> Day? {
        let (year, month, _) = day.date
        let start: Day? =
            switch self {
            case .days: day
            case .weeks: Period.week.start(of: day)
            case .months(let count): Day(year: year, month: (month - 1) / count * count + 1, day: 1)
            case .years(let count): Day(year: max(1, year / count * count), month: 1, day: 1)
            }
        return start.flatMap { $0 < day ? after($0) : $0 }
    }

    private func after(_ day: Day) -> Day? {
        let (year, month, _) = day.date
        return switch self {
        case .days(let count): day.advanced(by: count)
        case .weeks(let count): day.advanced(by: 7 * count)
        case .months(let count):
            Day(year: year + (month - 1 + count) / 12, month: (month - 1 + count) % 12 + 1, day: 1)
        case .years(let count): Day(year: (year / count + 1) * count, month: 1, day: 1)
        }
    }
}
