import Storage

/// What is done with measures, as entries of the audit trail.
extension AuditEntry {
    /// A measure is made, or changed from what it was; told to the unit that it belongs to.
    static func measure(_ act: Act, from old: Measure?, to new: Measure) -> AuditEntry {
        let version = Change(
            "version",
            old.map { "\($0.definition.version)" },
            "\(new.definition.version)"
        )
        return measure(act, new, new.fields.changes(from: old?.fields) + [version])
    }

    static func measure(_ act: Act, _ measure: Measure, _ changes: [Change]) -> AuditEntry {
        let subject = Subject(
            .measure,
            id: measure.id.description,
            name: measure.title,
            unit: measure.unit,
            measure: measure.id
        )
        return AuditEntry(act, subject, changes: changes)
    }
}
