import Storage

/// What is done with programmes, as entries of the audit trail.
extension AuditEntry {
    /// Something about a programme, its theory or its cycles; told to the unit that it belongs to.
    static func programme(_ act: Act, _ programme: Programme, _ changes: [Change] = []) -> AuditEntry {
        AuditEntry(act, subject(programme), changes: changes)
    }

    /// A programme as the trail names it.
    package static func subject(_ programme: Programme) -> Subject {
        Subject(.programme, id: programme.id.description, name: programme.title, unit: programme.unit)
    }
}
