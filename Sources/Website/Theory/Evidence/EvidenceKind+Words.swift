package import Sightline

extension EvidenceKind: PathParameter {
    package static var example: EvidenceKind { .document }

    package init?(pathText: String) {
        guard let kind = EvidenceKind(rawValue: pathText), EvidenceKind.attached.contains(kind) else {
            return nil
        }
        self = kind
    }

    package var pathText: String { rawValue }

    var word: String {
        switch self {
        case .cycle: "Cycle"
        case .signal: "Signal"
        case .study: "Outside study"
        case .story: "Story or learning note"
        case .document: "Document"
        }
    }

    /// What a link says that leads to attaching one.
    var invitation: String {
        switch self {
        case .cycle, .signal: "A signal of the ledger"
        case .study: "An outside study"
        case .story: "A story or a learning note"
        case .document: "A document"
        }
    }
}

extension Bearing {
    var word: String {
        switch self {
        case .for: "for it"
        case .against: "against it"
        case .unclear: "both, or unclear"
        }
    }
}

extension Address {
    /// Where a person attaches evidence of a kind to an arrow.
    package static func newEvidence(
        _ unit: Unit.ID,
        _ programme: Programme.ID,
        _ link: TheoryLink.ID,
        _ kind: EvidenceKind
    ) -> Address {
        .part(unit, programme, .newEvidence(link, kind))
    }

    package static func evidence(
        _ unit: Unit.ID,
        _ programme: Programme.ID,
        _ evidence: TheoryEvidence.ID
    ) -> Address {
        .part(unit, programme, .evidence(evidence))
    }
}
