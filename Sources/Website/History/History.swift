import Sightline
import Storage

/// What a thing said at each of its changes, in words, the newest first.
struct History: Sendable {
    let entries: [Entry]
    /// The number of what it says now.
    let newest: Int

    struct Entry: Sendable {
        let revision: Revision
        /// What is different from the one before.
        let changes: [AuditEntry.Change]
    }

    static let shown = 30

    /// - Parameter words: what a person reads of a field's value.
    init<Thing>(
        of kind: Revision.Kind,
        _ id: Identifier<Thing>,
        words: (Revision.Field) -> String = \.value,
        on connection: any SQLConnection
    ) throws {
        let found = try RevisionStore.all(kind, id, limit: Self.shown + 1, on: connection)
        newest = found.first?.number ?? 0
        entries = zip(found, found.dropFirst().map(Optional.some) + [nil]).prefix(Self.shown).map {
            revision,
            older in
            let fields = revision.fields.filter { $0.value != older?.fields[$0.name] ?? "" }
            return Entry(
                revision: revision,
                changes: fields.map { field in
                    let before = older.map { words(.init(field.name, $0.fields[field.name])) }
                    return AuditEntry.Change(field.name, before, words(field))
                }
            )
        }
    }
}
