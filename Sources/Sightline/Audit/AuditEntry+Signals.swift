import Statistics
import Storage

/// What is done with signals, as entries of the audit trail.
extension AuditEntry {
    /// A step is taken with a signal.
    static func signal(
        _ act: Act,
        _ entry: LedgerEntry,
        _ step: SignalStep,
        to after: SignalHandling
    ) -> AuditEntry {
        let before = entry.handling
        let subject = Subject(
            .signal,
            id: entry.id.description,
            name: entry.name,
            unit: entry.unit.id,
            measure: entry.place?.measure.id
        )
        return AuditEntry(
            act,
            subject,
            changes: [
                Change("state", entry.state.rawValue, step.kind.target.rawValue),
                Change("why", nil, step.why),
                Change("owner", before.owner?.name, after.owner?.name),
                Change("links", told(before), told(after)),
                Change("check back", before.checkBack?.description, after.checkBack?.description),
            ]
        )
    }

    /// What a cause is linked to, by id: whoever reads the trail needn't be able to read what it leads to.
    private static func told(_ handling: SignalHandling) -> String? {
        guard let links = handling.cause?.links, !links.isEmpty else { return nil }
        return links.map { link in
            switch link {
            case .cycle(let id): "cycle \(id)"
            case .annotation(let id): "note \(id)"
            case .document(let title, let place): "\(title), \(place)"
            }
        }.joined(separator: "; ")
    }

    /// A person puts something into the ledger.
    static func raised(_ raised: RaisedSignal, of measure: Measure?) -> AuditEntry {
        let subject = Subject(
            .signal,
            id: raised.id.description,
            name: measure?.title ?? raised.strand.rawValue,
            unit: raised.unit,
            measure: measure?.id
        )
        return AuditEntry(.created, subject, changes: [Change("words", nil, raised.words)])
    }
}
