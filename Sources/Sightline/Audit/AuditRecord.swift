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

    /// A line a change: field, before and after.
    static func text(of changes: [AuditEntry.Change]) -> String {
        TabbedText.text(of: changes.map { [$0.field, $0.before, $0.after] })
    }

    static func changes(in text: String) -> [AuditEntry.Change] {
        TabbedText.lines(in: text).compactMap { fields in
            fields.count == 3 ? AuditEntry.Change(fields[0], fields[1], fields[2]) : nil
        }
    }
}
