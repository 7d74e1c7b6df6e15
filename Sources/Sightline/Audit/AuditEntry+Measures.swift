import Statistics
import Storage

/// What is done with measures, as entries of the audit trail.
extension AuditEntry {
    /// A measure is made, or changed from what it was; told to the unit that it belongs to.
    static func measure(_ act: Act, from old: Measure?, to new: Measure) -> AuditEntry {
        let subject = Subject(
            .measure,
            id: new.id.description,
            name: new.title,
            unit: new.unit,
            measure: new.id
        )
        let fields: [(String, (Measure) -> String)] = [
            ("title", \.title), ("visibility", \.visibility.rawValue), ("owner", \.owner),
            ("better", \.better.rawValue), ("chart", \.chart.kind.rawValue),
            ("rules", \.chart.rules.name.rawValue),
            ("version", { "\($0.definition.version)" }), ("numerator", \.definition.numerator),
            ("denominator", { $0.definition.denominator ?? "" }),
            ("small numbers", { $0.disclosure?.words ?? "" }),
            ("targets", { $0.targets.map { "\($0.start) \($0.value)" }.joined(separator: ", ") }),
        ]
        return AuditEntry(act, subject, changes: fields.map { Change($0.0, old.map($0.1), $0.1(new)) })
    }
}
