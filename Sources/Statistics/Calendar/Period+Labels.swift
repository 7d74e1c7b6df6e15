extension Period {
    /// The name of the period that holds a day: "4 March 2024", "week of 4 March 2024", "March 2024",
    /// "January to March 2024", "2024".
    package func label(for day: Day) -> String {
        let (year, month, dayOfMonth) = start(of: day).date
        return switch self {
        case .day: "\(dayOfMonth) \(Self.month(month)) \(year)"
        case .week: "week of \(dayOfMonth) \(Self.month(month)) \(year)"
        case .month: "\(Self.month(month)) \(year)"
        case .quarter: "\(Self.month(month)) to \(Self.month(month + 2)) \(year)"
        case .year: "\(year)"
        }
    }

    /// The same for narrow places: "4 Mar 2024", "w/c 4 Mar 2024", "Mar 2024", "Jan–Mar 2024", "2024".
    package func shortLabel(for day: Day) -> String {
        let (year, month, dayOfMonth) = start(of: day).date
        return switch self {
        case .day: "\(dayOfMonth) \(Self.shortMonth(month)) \(year)"
        case .week: "w/c \(dayOfMonth) \(Self.shortMonth(month)) \(year)"
        case .month: "\(Self.shortMonth(month)) \(year)"
        case .quarter: "\(Self.shortMonth(month))–\(Self.shortMonth(month + 2)) \(year)"
        case .year: "\(year)"
        }
    }

    private static func month(_ month: Int) -> String { months[month - 1] }

    private static func shortMonth(_ month: Int) -> Substring { months[month - 1].prefix(3) }

    private static let months = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}
