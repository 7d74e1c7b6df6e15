import Hummingbird
package import Sightline

/// What is done with a programme or a cycle as a whole: deleting it, sharing it, going back to what it was; and the
/// evidence of its arrows.
package enum ProgrammePart: Hashable, Sendable {
    case history
    case deleted
    case publicLinks
    case deletedCycle(Cycle.ID)
    case restoredCycle(Cycle.ID)
    case newEvidence(TheoryLink.ID, EvidenceKind)
    case evidence(TheoryEvidence.ID)

    /// Its path below that of the programme.
    var segments: [Address.Segment] {
        switch self {
        case .history: ["history"]
        case .deleted: ["deleted"]
        case .publicLinks: ["public-links"]
        case .deletedCycle(let cycle): ["cycles", Address.Segment("cycle", cycle), "deleted"]
        case .restoredCycle(let cycle): ["cycles", Address.Segment("cycle", cycle), "restored"]
        case .newEvidence(let arrow, let kind):
            ["arrows", Address.Segment("arrow", arrow), "evidence", Address.Segment("evidence-kind", kind)]
        case .evidence(let evidence): ["evidence", Address.Segment("evidence", evidence)]
        }
    }

    /// What it asks to do with the programme.
    func action(_ method: HTTPRequest.Method) -> Action {
        switch self {
        case .history: .read
        case .deleted, .newEvidence: .editProgrammes
        case .evidence: method == .post ? .editProgrammes : .read
        case .publicLinks: .share
        case .deletedCycle, .restoredCycle: .recordCycles
        }
    }

    /// The page on which the form stands that is sent to it.
    func formPage(_ unit: Unit.ID, _ programme: Programme.ID) -> Address {
        switch self {
        case .deleted: .programmeDetails(unit, programme)
        case .history: .theoryHistory(unit, programme)
        case .publicLinks: .programme(unit, programme)
        case .deletedCycle(let cycle), .restoredCycle(let cycle): .cycle(unit, programme, cycle)
        case .newEvidence, .evidence: .part(unit, programme, self)
        }
    }
}

extension Address {
    package static func theoryHistory(_ unit: Unit.ID, _ programme: Programme.ID) -> Address {
        .part(unit, programme, .history)
    }

    package static func deletedProgramme(_ unit: Unit.ID, _ programme: Programme.ID) -> Address {
        .part(unit, programme, .deleted)
    }

    package static func programmeLinks(_ unit: Unit.ID, _ programme: Programme.ID) -> Address {
        .part(unit, programme, .publicLinks)
    }

    package static func deletedCycle(
        _ unit: Unit.ID,
        _ programme: Programme.ID,
        _ cycle: Cycle.ID
    ) -> Address {
        .part(unit, programme, .deletedCycle(cycle))
    }

    package static func restoredCycle(
        _ unit: Unit.ID,
        _ programme: Programme.ID,
        _ cycle: Cycle.ID
    ) -> Address {
        .part(unit, programme, .restoredCycle(cycle))
    }
}
