import Storage

/// What is done with written pages, as entries of the audit trail.
///
/// The trail forgets nothing, and a page may tell of people: it says which block changed, and not what it says.
extension AuditEntry {
    static func report(_ act: Act, _ report: Report, _ changes: [Change] = []) -> AuditEntry {
        AuditEntry(act, subject(report), changes: changes)
    }

    /// A written page as the trail names it.
    package static func subject(_ report: Report) -> Subject {
        Subject(.report, id: report.id.description, name: report.title, unit: report.unit)
    }

    static func changes(from old: Report?, to new: Report) -> [Change] {
        changes(from: old?.fields, to: new.fields, telling: ["title", "visibility"])
    }

    /// Which fields are different; of some their values too.
    static func changes(
        from old: [Revision.Field]?,
        to new: [Revision.Field],
        telling told: Set<String>
    ) -> [Change] {
        new.compactMap { field in
            guard field.value != old?[field.name] ?? "" else { return nil }
            if told.contains(field.name) { return Change(field.name, old?[field.name], field.value) }
            return old == nil ? nil : Change(field.name, nil, "changed")
        }
    }
}
