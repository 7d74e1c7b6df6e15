import Exchange
import Sightline
import Statistics
import Storage
import Testing

/// What RFC 5545 asks of a calendar file, rule by rule.
struct CalendarFileTests {
    private static func event(_ summary: String, _ detail: String = "", key: String = "a") -> CalendarEvent {
        CalendarEvent(
            key: key,
            day: Day("2026-02-28") ?? .first,
            summary: summary,
            detail: detail,
            subject: .reviews(context.makeID()),
            changed: context.now
        )
    }

    private static let context = Context(
        author: Author(name: "Ada"),
        now: Timestamp(microseconds: 1_700_000_000_000_000)
    )

    private static func text(_ events: [CalendarEvent]) -> String {
        String(
            decoding: CalendarFile.bytes(events, name: "Reviews, all") { _ in "https://example.org/a" },
            as: UTF8.self
        )
    }

    /// The lines as a reader has them, after unfolding.
    private static func unfolded(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test func `an event is a whole day, with an id of its own and the time of its last change`() {
        let lines = Self.unfolded(Self.text([Self.event("Monthly review")]))
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(lines.contains("VERSION:2.0"))
        #expect(lines.contains { $0.hasPrefix("PRODID:") })
        #expect(lines.contains("UID:a@sightline"))
        #expect(lines.contains("DTSTAMP:20231114T221320Z"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20260228"))
        // The end isn't part of the event, and February has 28 days that year.
        #expect(lines.contains("DTEND;VALUE=DATE:20260301"))
    }

    @Test func `every line ends with CR LF and has at most 75 bytes, and no character is split`() {
        let long = String(repeating: "Ärzte und Pflege: größer als gedacht – 🙂 ", count: 12)
        let text = Self.text([Self.event(long, long)])
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(Self.unfolded(text).contains("SUMMARY:\(long)"))
    }

    @Test func `what has a meaning in the file is escaped, and no text can begin a line of its own`() {
        let text = Self.text([Self.event("a;b,c\\d\r\nEND:VEVENT\u{7}", "x\ny")])
        let lines = Self.unfolded(text)
        #expect(lines.contains("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT"))
        #expect(lines.count { $0 == "END:VEVENT" } == 1)
        #expect(lines.contains("DESCRIPTION:x\\ny\\nhttps://example.org/a"))
        #expect(lines.contains("NAME:Reviews\\, all"))
    }

    @Test func `the same events give the same file`() {
        let events = [Self.event("One"), Self.event("Two", key: "b")]
        #expect(Self.text(events) == Self.text(events))
        #expect(Self.unfolded(Self.text(events)).count { $0.hasPrefix("UID:") } == 2)
    }
}
