/// A day of the proleptic Gregorian calendar, from 1 January of year 1 to 31 December 9999.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970; earlier days are negative.
    package let number: Int32

    /// 1 January of year 1, a Monday.
    package static let first = Day(unchecked: -719_162)
    /// 31 December 9999.
    package static let last = Day(unchecked: 2_932_896)

    private init(unchecked number: Int32) { self.number = number }

    /// The day with a number counted from 1 January 1970, or nil outside the calendar.
    package init?(number: Int32) {
        guard number >= Self.first.number, number <= Self.last.number else { return nil }
        self.number = number
    }

    /// The day with a date, or nil where the calendar has no such date.
    package init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year)
        else { return nil }
        // Years that start in March put the leap day last (Hinnant, "chrono-compatible low-level date
        // algorithms", days_from_civil); no year is negative here.
        let shifted = month <= 2 ? year - 1 : year
        let monthFromMarch = month <= 2 ? month + 9 : month - 3
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
        number = Int32(truncatingIfNeeded: days - 719_468)
    }

    /// The date as numbers.
    package var date: (year: Int, month: Int, day: Int) {
        // Hinnant, civil_from_days: 146,097 days are 400 years.
        let shifted = Int(number) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }

    /// From 1 to 9999.
    package var year: Int { date.year }
    /// From 1 to 12.
    package var month: Int { date.month }
    /// From 1 to 31.
    package var day: Int { date.day }

    /// The day so many days later (earlier if negative), or nil outside the calendar.
    package func advanced(by days: Int) -> Day? {
        Int32(exactly: days).flatMap { days in
            let (sum, overflow) = number.addingReportingOverflow(days)
            return overflow ? nil : Day(number: sum)
        }
    }

    /// Days from Monday: 0 to 6.
    package var daysSinceMonday: Int { (Int(number) - Int(Self.first.number)) % 7 }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
