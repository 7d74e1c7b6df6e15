import Statistics

/// A way to write a date, besides that of ISO 8601, which is always read.
package enum DateForm: Hashable, Sendable, CaseIterable {
    /// `1/11/2026`. Read only where every date with slashes in the file can be one: a file with `11/25/2026` in it
    /// is written the American way, and none of its dates is guessed at.
    case dayMonthYear
    /// `Nov-26`, `Nov 2026`, `November 2026`: the first of the month; two digits are a year from 2000 on.
    case monthName

    /// The day that a text means in this form; nil where it isn't written so.
    func day(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
        switch self {
        case .dayMonthYear: Self.slashed(text)
        case .monthName: Self.named(text)
        }
    }

    static let slash = UInt8(ascii: "/")

    private static func slashed(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
        let parts = text.split(separator: slash, omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            parts[2].count == 4, let day = number(parts[0]), let month = number(parts[1]),
            let year = number(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func named(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
        let parts = text.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
        guard parts.count == 2, let written = number(parts[1]) else { return nil }
        let name = String(decoding: parts[0], as: UTF8.self).lowercased()
        guard
            let month = months.firstIndex(where: { $0 == name || $0.prefix(name.count < 4 ? 3 : 4) == name })
        else { return nil }
        switch parts[1].count {
        case 2: return Day(year: 2000 + written, month: month + 1, day: 1)
        case 4: return Day(year: written, month: month + 1, day: 1)
        default: return nil
        }
    }

    /// No part of a date has more than four digits.
    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard digits.count <= 4, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}
