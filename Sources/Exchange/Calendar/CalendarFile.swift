package import Sightline
import Statistics
import Storage

/// Days of a calendar as an iCalendar file (RFC 5545): whole days, which need no time zone.
package enum CalendarFile {
    /// - Parameters:
    ///   - name: what the calendar is called.
    ///   - link: the whole address of what an event leads to.
    package static func bytes(
        _ events: [CalendarEvent],
        name: String,
        link: (CalendarEvent) -> String
    ) -> [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sightline//Reviews//EN", "CALSCALE:GREGORIAN",
            "NAME:\(escaped(name))", "X-WR-CALNAME:\(escaped(name))",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        ]
        for event in events {
            let address = link(event)
            lines += [
                "BEGIN:VEVENT", "UID:\(event.key)@sightline", "DTSTAMP:\(stamp(event.changed))",
                "DTSTART;VALUE=DATE:\(date(event.day))",
                "DTEND;VALUE=DATE:\(date(event.day.advanced(by: 1) ?? event.day))",
                "SUMMARY:\(escaped(event.summary))", "DESCRIPTION:\(escaped("\(event.detail)\n\(address)"))",
                "URL:\(address)", "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        return lines.flatMap { Array((folded($0) + "\r\n").utf8) }
    }

    /// A text value: backslashes, semicolons, commas and line ends are escaped (section 3.3.11), and what no text may
    /// hold is left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n", "\r": result += "\\n"
            case "\t": result.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 32, scalar.value != 127 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// A line of at most 75 bytes, and the rest of it on lines that begin with a space (section 3.1); no character is
    /// split.
    static func folded(_ line: String) -> String {
        var result = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if count + size > 75 {
                result += "\r\n "
                count = 1
            }
            result.unicodeScalars.append(scalar)
            count += size
        }
        return result
    }

    private static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

    /// `20260304T093000Z`.
    private static func stamp(_ instant: Timestamp) -> String {
        instant.description.replacing("-", with: "").replacing(":", with: "")
    }
}
