/// What is different between two versions of a pack; measures are the same where their keys are.
package struct PackDifference: Equatable, Sendable {
    /// In what the pack says of itself.
    package let header: [AuditEntry.Change]
    /// The titles of measures that only the newer has, and that only the older has.
    package let added: [String]
    package let gone: [String]
    package let changed: [Changed]

    package struct Changed: Equatable, Sendable {
        /// Its title in the newer.
        package let title: String
        package let changes: [AuditEntry.Change]
    }

    package init(from old: PackContent, to new: PackContent) {
        header = Self.changes(from: old.header.fields, to: new.header.fields)
        let before = Dictionary(old.measures.map { ($0.measure.key, $0) }) { first, _ in first }
        let keys = Set(new.measures.map(\.measure.key))
        added = new.measures.filter { before[$0.measure.key] == nil }.map(\.measure.title)
        gone = old.measures.filter { !keys.contains($0.measure.key) }.map(\.measure.title)
        changed = new.measures.compactMap { packed in
            guard let was = before[packed.measure.key], was != packed else { return nil }
            let changes = Self.changes(from: was.measure.fields, to: packed.measure.fields)
            return Changed(title: packed.measure.title, changes: changes)
        }
    }

    /// Whether both say the same.
    package var isNothing: Bool { header.isEmpty && added.isEmpty && gone.isEmpty && changed.isEmpty }

    private static func changes(
        from old: [Revision.Field],
        to new: [Revision.Field]
    ) -> [AuditEntry.Change] { new.changes(from: old).filter { $0.before != $0.after } }
}
