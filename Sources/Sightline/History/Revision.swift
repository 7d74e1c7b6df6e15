/// What a thing said after one of its changes, field by field; the newest is what it says now.
package struct Revision: Equatable, Sendable {
    /// From 0, which is what the thing said at first.
    package var number: Int
    package var fields: [Field]
    /// Nil for what was there before revisions were kept.
    package var author: Author?
    package var instant: Timestamp?

    /// What has revisions.
    package enum Kind: String, CaseIterable, Sendable {
        case unit, measure, phase, annotation, person
        case programme, cycle, review, decision, meaning, rhythm, story, activity, pack, report
        /// A node of a theory, with the measures that hang on it.
        case node = "theory-node"
        case arrow = "theory-link"
        /// What is attached to an arrow as evidence.
        case evidence = "theory-evidence"
    }

    /// A field as a form has it.
    package struct Field: Equatable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension [Revision.Field] {
    /// The value of a field; empty where there is none.
    package subscript(name: String) -> String { first { $0.name == name }?.value ?? "" }

    /// What changed from other fields to these, for the audit trail.
    func changes(from old: [Revision.Field]?) -> [AuditEntry.Change] {
        map { field in AuditEntry.Change(field.name, old?[field.name], field.value) }
    }
}
