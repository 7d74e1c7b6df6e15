import Storage

/// An entry in its place in the trail.
package struct AuditRecord: Equatable, Sendable {
    /// From 1, without gaps.
    package var sequence: Int
    package var instant: Timestamp
    package var author: Author
    /// Where it came from.
    package var origin: String
    package var entry: AuditEntry
    /// Of the record before and of everything in this one, in 64 lower-case hexadecimal digits.
    package var hash: String

    /// The hash that it must have after a record with a hash; the first follows the empty text.
    func digest(after previous: String) -> String {
        let subject = entry.subject
        let fields = [
            previous, "\(sequence)", "\(instant.microseconds)", author.name, author.person?.description ?? "",
            origin, entry.act.rawValue, subject.kind.rawValue, subject.id, subject.name,
            subject.unit?.description ?? "", subject.measure?.description ?? "", Self.text(of: entry.changes),
        ]
        // With its length before each, so that no two lists of fields are one text.
        return Digest.sha256(Array(fields.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }

    // MARK: Changes as text

    /// A line a change: field, before and after between tabs, with tabs, line ends and backslashes escaped.
    static func text(of changes: [AuditEntry.Change]) -> String {
        changes.map { change in
            [change.field, change.before, change.after].map(escaped).joined(separator: "\t")
        }.joined(separator: "\n")
    }

    static func changes(in text: String) -> [AuditEntry.Change] {
        text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
            return fields.count == 3 ? AuditEntry.Change(fields[0], fields[1], fields[2]) : nil
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r")
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            guard isEscaped else {
                if character == "\\" { isEscaped = true } else { result.append(character) }
                continue
            }
            isEscaped = false
            switch character {
            case "t": result.append("\t")
            case "n": result.append("\n")
            case "r": result.append("\r")
            default: result.append(character)
            }
        }
        return result
    }
}
