import Storage

/// What is done with units, as entries of the audit trail.
extension AuditEntry {
    static func unit(_ act: Act, _ unit: Unit, _ changes: [Change], told top: Unit.ID? = nil) -> AuditEntry {
        let subject = Subject(.unit, id: unit.id.description, name: unit.name, unit: top ?? unit.id)
        return AuditEntry(act, subject, changes: changes)
    }
}
