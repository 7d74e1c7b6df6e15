import Statistics
import Testing

struct DayTests {
    struct Known: Sendable {
        var text: String
        var number: Int32
    }

    // Numbers by Python's datetime: (date(...) - date(1970, 1, 1)).days
    static let known = [
        Known(text: "0001-01-01", number: -719_162),
        Known(text: "1600-02-29", number: -135_081),
        Known(text: "1969-12-31", number: -1),
        Known(text: "1970-01-01", number: 0),
        Known(text: "2000-02-29", number: 11_016),
        Known(text: "2024-03-04", number: 19_786),
        Known(text: "9999-12-31", number: 2_932_896),
    ]

    @Test(arguments: known)
    func `a day has the number that its date has`(known: Known) throws {
        let day = try #require(Day(known.text))
        #expect(day.number == known.number)
        #expect(day.description == known.text)
        #expect(Day(number: known.number) == day)
    }

    @Test
    func `every day follows the one before, through the 400 years after which dates repeat`() throws {
        var expected = (year: 1801, month: 1, day: 1)
        let first = try #require(Day("1801-01-01"))
        let last = try #require(Day("2200-12-31"))
        for number in first.number...last.number {
            let day = try #require(Day(number: number))
            let date = day.date
            guard date == expected, Day(year: date.year, month: date.month, day: date.day) == day else {
                Issue.record("\(number) is \(date), expected \(expected)")
                return
            }
            let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if date.day < lengths[date.month - 1] {
                expected.day += 1
            } else {
                expected = date.month == 12 ? (date.year + 1, 1, 1) : (date.year, date.month + 1, 1)
            }
        }
        #expect(expected == (2201, 1, 1))
    }

    @Test
    func `a month is its first day and a year its first of January`() {
        #expect(Day("2024-03") == Day(year: 2024, month: 3, day: 1))
        #expect(Day("2024") == Day(year: 2024, month: 1, day: 1))
    }

    @Test(arguments: [
        "", "2", "202", "20240304", "2024-3-4", "2024-03-4", "2024-00-01", "2024-13-01", "2024-03-00",
        "2024-02-30", "2023-02-29", "1900-02-29", "0000-01-01", "+024-03-04", "-024-03-04", " 2024-03-04",
        "2024-03-04 ", "2024/03/04", "2024-03-04T00:00", "２０２４", "2o24-03-04", "2024-", "2024-0:",
        "202:-01-01",
    ])
    func `text that is no date is refused`(text: String) {
        #expect(Day(text) == nil)
        #expect(Day(parsing: Array(text.utf8)) == nil)
    }

    @Test
    func `bytes in any collection are read alike`() {
        let text = Array("on 2024-03-04.".utf8)
        #expect(Day(parsing: text[3..<13]) == Day("2024-03-04"))
        #expect(Day(parsing: text.lazy.map { $0 }.dropFirst(3).dropLast()) == Day("2024-03-04"))
    }

    @Test
    func `no day lies outside the calendar`() {
        #expect(Day.last.advanced(by: 1) == nil)
        #expect(Day.first.advanced(by: -1) == nil)
        #expect(Day.first.advanced(by: .max) == nil)
        #expect(Day(number: .min) == nil)
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
        #expect(Day.first.advanced(by: 3_652_058) == Day.last)
    }
}
