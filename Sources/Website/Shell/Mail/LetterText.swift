import FoundationEssentials
import Sightline
import Statistics
import Storage

/// A letter as RFC 5322 has it; what could begin another header can't get into one.
struct LetterText {
    let text: String

    /// - Parameter isSevenBit: whether everything is encoded that isn't plain ASCII.
    init(_ mail: Mail, from: String, isSevenBit: Bool = false) {
        let isEncoded = isSevenBit && !Self.isPlain(mail.body)
        text = """
            From: \(Self.line(from))
            To: \(Self.line(mail.recipient))
            Subject: \(Self.encoded(mail.subject))
            Date: \(Self.date(mail.instant))
            Message-ID: <\(mail.id)@sightline>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: \(isEncoded ? "base64" : isSevenBit ? "7bit" : "8bit")

            \(isEncoded ? Self.base64(mail.body) : mail.body)
            """
    }

    /// Whether a text needs no encoding: ASCII in lines that no host finds too long.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 128 }
            && text.split(separator: "\n").allSatisfy { $0.utf8.count <= 900 }
    }

    private static func base64(_ text: String) -> String {
        var rest = Data(text.utf8).base64EncodedString()[...]
        var lines: [Substring] = []
        while !rest.isEmpty {
            lines.append(rest.prefix(76))
            rest = rest.dropFirst(76)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 32 && !(127...159).contains($0.value) })
    }

    /// A subject that isn't plain ASCII, as RFC 2047 writes it: in words of at most 75 characters.
    private static func encoded(_ text: String) -> String {
        let text = line(text)
        guard text.utf8.contains(where: { $0 > 126 }) else { return text }
        var words: [String] = []
        var word = ""
        for character in text {
            if word.utf8.count + character.utf8.count > 42, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        words.append(word)
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    /// As RFC 5322 writes it: `Wed, 04 Mar 2026 12:00:00 +0000`.
    private static func date(_ instant: Timestamp) -> String {
        let day = instant.day
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.daysSinceMonday]
        let month = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][day.month - 1]
        let time = "\(instant)".suffix(9).dropLast()
        return "\(weekday), \(day.day < 10 ? "0" : "")\(day.day) \(month) \(day.year) \(time) +0000"
    }
}
