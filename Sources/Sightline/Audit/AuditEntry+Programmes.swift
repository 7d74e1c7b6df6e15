import Storage

/// What is done with programmes, as entries of the audit trail.
extension AuditEntry {
    /// Something about a programme, its theory or its cycles; told to the unit that it belongs to.
    static func programme(_ act: Act, _ programme: Programme, _ changes: [Change] = []) -> AuditEntry {
        let subject = Subject(
            .programme,
            id: programme.id.description,
            name: programme.title,
            unit: programme.unit
        )
        return AuditEntry(act, subject, changes: changes)
    }
}
