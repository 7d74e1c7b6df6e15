import Statistics
import Testing

struct PeriodTests {
    func day(_ text: String) throws -> Day { try #require(Day(text)) }

    struct Span: Sendable {
        var period: Period
        var day: String
        var start: String
        var next: String?
    }

    @Test(arguments: [
        Span(period: .day, day: "2024-02-28", start: "2024-02-28", next: "2024-02-29"),
        Span(period: .week, day: "2024-03-04", start: "2024-03-04", next: "2024-03-11"),
        Span(period: .week, day: "2024-03-10", start: "2024-03-04", next: "2024-03-11"),
        Span(period: .week, day: "1969-12-31", start: "1969-12-29", next: "1970-01-05"),
        Span(period: .month, day: "2023-12-31", start: "2023-12-01", next: "2024-01-01"),
        Span(period: .month, day: "2024-02-29", start: "2024-02-01", next: "2024-03-01"),
        Span(period: .quarter, day: "2024-06-30", start: "2024-04-01", next: "2024-07-01"),
        Span(period: .quarter, day: "2024-11-15", start: "2024-10-01", next: "2025-01-01"),
        Span(period: .year, day: "2024-11-15", start: "2024-01-01", next: "2025-01-01"),
        Span(period: .year, day: "9999-11-15", start: "9999-01-01", next: nil),
        Span(period: .week, day: "0001-01-03", start: "0001-01-01", next: "0001-01-08"),
    ])
    func `a period starts and ends where the calendar says`(span: Span) throws {
        let day = try day(span.day)
        #expect(span.period.start(of: day).description == span.start)
        #expect(span.period.next(after: day)?.description == span.next)
    }

    struct Gaps: Sendable {
        var days: [String]
        var period: Period?
    }

    @Test(arguments: [
        Gaps(days: [], period: nil),
        Gaps(days: ["2024-01-01", "2024-01-01"], period: nil),
        Gaps(days: ["2024-01-05", "2024-01-01", "2024-01-04", "2024-01-08"], period: .day),
        Gaps(days: ["2024-01-07", "2024-01-14", "2024-01-28", "2024-02-04"], period: .week),
        Gaps(days: ["2024-01", "2024-02", "2024-03", "2024-06"], period: .month),
        Gaps(days: ["2023-02", "2023-05", "2023-08", "2023-11"], period: .quarter),
        Gaps(days: ["2019", "2020", "2021"], period: .year),
        Gaps(days: ["2024-01-01", "2024-01-02", "2024-02-02"], period: .day),
    ])
    func `the period is inferred from the commonest gap`(gaps: Gaps) throws {
        #expect(Period.inferred(from: try gaps.days.map(day)) == gaps.period)
    }

    struct Named: Sendable {
        var period: Period
        var label: String
        var shortLabel: String
    }

    @Test(arguments: [
        Named(period: .day, label: "6 March 2024", shortLabel: "6 Mar 2024"),
        Named(period: .week, label: "week of 4 March 2024", shortLabel: "w/c 4 Mar 2024"),
        Named(period: .month, label: "March 2024", shortLabel: "Mar 2024"),
        Named(period: .quarter, label: "January to March 2024", shortLabel: "Jan–Mar 2024"),
        Named(period: .year, label: "2024", shortLabel: "2024"),
    ])
    func `a period is named in British English`(named: Named) throws {
        let day = try day("2024-03-06")
        #expect(named.period.label(for: day) == named.label)
        #expect(named.period.shortLabel(for: day) == named.shortLabel)
    }
}
