import Storage

/// What is done with packs, as entries of the audit trail.
extension AuditEntry {
    /// Something about a pack; told to the unit that it belongs to.
    static func pack(_ act: Act, _ pack: Pack, _ changes: [Change] = []) -> AuditEntry {
        AuditEntry(act, subject(pack), changes: changes)
    }

    /// A pack as the trail names it.
    package static func subject(_ pack: Pack) -> Subject {
        Subject(.pack, id: pack.id.description, name: pack.header.title, unit: pack.unit)
    }
}
