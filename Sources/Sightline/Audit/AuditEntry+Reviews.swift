import Storage

/// What is done with reviews and decisions, as entries of the audit trail.
extension AuditEntry {
    /// Something about a review.
    ///
    /// - Parameters:
    ///   - about: what it tells of, so that who may not read that may not read this.
    ///   - name: what that is called.
    static func review(
        _ act: Act,
        _ review: Review,
        _ changes: [Change],
        about: About = About(),
        name: String? = nil
    ) -> AuditEntry {
        let words = "\(review.kind.rawValue) of \(review.day)"
        let subject = subject(review.id.description, name ?? words, review.unit, about)
        return AuditEntry(act, subject, changes: changes)
    }

    /// Something about a decision.
    static func decision(_ act: Act, _ decision: Decision, _ changes: [Change]) -> AuditEntry {
        let name = decision.name.isEmpty ? "decision" : "decision about \(decision.name)"
        let subject = subject(decision.id.description, name, decision.unit, decision.about)
        return AuditEntry(act, subject, changes: changes)
    }

    /// What is about a programme is named after it, as its trail is kept with it.
    private static func subject(_ id: String, _ name: String, _ unit: Unit.ID, _ about: About) -> Subject {
        if let programme = about.programme {
            return Subject(.programme, id: programme.description, name: name, unit: unit)
        }
        // A measure's entry belongs to the unit that its numbers are of.
        let isKept = about.measure != nil
        return Subject(
            .review,
            id: id,
            name: name,
            unit: isKept ? about.place ?? unit : unit,
            measure: about.measure
        )
    }
}
