package import Statistics

/// An instant: microseconds of UTC since 1 January 1970.
package struct Timestamp: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// The day that holds it, in UTC; the nearest day of the calendar where it lies outside.
    package var day: Day {
        let days = Self.floored(microseconds, by: Self.microsecondsInDay)
        let number = min(max(days, Int64(Day.first.number)), Int64(Day.last.number))
        return Day(number: Int32(truncatingIfNeeded: number)) ?? .first
    }

    /// The instant so many seconds later; it stays at the end of time rather than overflow.
    package func advanced(bySeconds seconds: Int64) -> Timestamp {
        let (span, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, overflowed) = microseconds.addingReportingOverflow(span)
        guard overflow || overflowed else { return Timestamp(microseconds: sum) }
        return Timestamp(microseconds: seconds < 0 ? .min : .max)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    private static let microsecondsInDay: Int64 = 86_400_000_000

    private static func floored(_ number: Int64, by divisor: Int64) -> Int64 {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601 in UTC, to the second: `2024-03-04T09:30:00Z`.
    package var description: String {
        let seconds = Self.floored(microseconds, by: 1_000_000)
        let ofDay = seconds - Self.floored(seconds, by: 86_400) * 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(ofDay / 3_600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))Z"
    }
}
