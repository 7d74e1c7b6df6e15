import Sightline
import Storage
import Website

/// A programme with an aim, a change idea, the arrow between them, a document attached to that, and a planned cycle.
struct SampleProgramme: Sendable {
    let programme: Programme
    let aim: TheoryNode
    let idea: TheoryNode
    let arrow: TheoryLink
    let evidence: TheoryEvidence
    let cycle: Cycle

    init(
        _ title: String,
        _ visibility: Visibility = .place,
        in unit: Unit.ID,
        of site: TestSite
    ) async throws {
        let context = site.context
        let programme = Programme(
            id: context.makeID(),
            unit: unit,
            visibility: visibility,
            title: title,
            purpose: "\(title), for everyone",
            author: context.author,
            instant: context.now
        )
        func node(_ kind: TheoryNode.Kind, _ title: String) -> TheoryNode {
            TheoryNode(id: context.makeID(), programme: programme.id, kind: kind, title: title)
        }
        let aim = node(.aim, "\(title) by half")
        let idea = node(.changeIdea, "\(title) huddle")
        let arrow = TheoryLink(
            id: context.makeID(),
            programme: programme.id,
            from: idea.id,
            to: aim.id,
            because: "people speak up early"
        )
        let evidence = Self.document("\(title) minutes", arrow, context)
        let cycle = Cycle(
            id: context.makeID(),
            programme: programme.id,
            idea: idea.id,
            question: "\(title): does a huddle help?",
            author: context.author,
            instant: context.now
        )
        let prediction = Prediction(
            text: "Two fewer a month",
            author: context.author,
            instant: context.now
        )
        try await site.database.write { connection in
            try ProgrammeStore.insert(programme, context, on: connection)
            for node in [aim, idea] {
                try TheoryStore.add(node, to: programme, context, on: connection)
            }
            try TheoryStore.add(arrow, to: programme, context, on: connection)
            try TheoryStore.attach(evidence, of: programme, context, on: connection)
            try CycleStore.plan(cycle, prediction, in: programme, context, on: connection)
        }
        self.programme = programme
        self.aim = aim
        self.idea = idea
        self.arrow = arrow
        self.evidence = evidence
        self.cycle = cycle
    }

    private static func document(
        _ title: String,
        _ arrow: TheoryLink,
        _ context: Context
    ) -> TheoryEvidence {
        TheoryEvidence(
            id: context.makeID(),
            programme: arrow.programme,
            link: arrow.id,
            source: .document(.init(title: title, place: "In the office")),
            bearing: .unclear,
            why: "they only mention it",
            author: context.author,
            instant: context.now
        )
    }

    /// The address of the same shape that names what there is here; nil for one of another shape.
    func address(like example: Address) -> Address? {
        let (unit, id) = (programme.unit, programme.id)
        return switch example {
        case .programmes: .programmes(unit)
        case .newProgramme: .newProgramme(unit)
        case .cycleBoard: .cycleBoard(unit)
        case .cycleLibrary: .cycleLibrary(unit)
        case .programme: .programme(unit, id)
        case .programmeDetails: .programmeDetails(unit, id)
        case .part(_, _, .history): .theoryHistory(unit, id)
        case .part(_, _, .deleted): .deletedProgramme(unit, id)
        case .part(_, _, .publicLinks): .programmeLinks(unit, id)
        case .part(_, _, .restoredCycle): .restoredCycle(unit, id, cycle.id)
        case .part(_, _, .deletedCycle): .deletedCycle(unit, id, cycle.id)
        case .part(_, _, .newEvidence(_, let kind)): .newEvidence(unit, id, arrow.id, kind)
        case .part(_, _, .evidence): .evidence(unit, id, evidence.id)
        case .theoryPicture(_, _, let file): .theoryPicture(unit, id, file)
        case .theoryNodes: .theoryNodes(unit, id)
        case .theoryNode: .theoryNode(unit, id, idea.id)
        case .movedNode: .movedNode(unit, id, idea.id)
        case .removedNode: .removedNode(unit, id, idea.id)
        case .nodeArrows: .nodeArrows(unit, id, idea.id)
        case .nodeMeasures: .nodeMeasures(unit, id, idea.id)
        case .arrow: .arrow(unit, id, arrow.id)
        case .removedArrow: .removedArrow(unit, id, arrow.id)
        case .newCycle: .newCycle(unit, id, idea.id)
        case .cycle: .cycle(unit, id, cycle.id)
        case .cyclePlan: .cyclePlan(unit, id, cycle.id)
        case .cycleStart: .cycleStart(unit, id, cycle.id)
        case .cyclePredictions: .cyclePredictions(unit, id, cycle.id)
        case .cycleStudy: .cycleStudy(unit, id, cycle.id)
        case .cycleClosure: .cycleClosure(unit, id, cycle.id)
        default: nil
        }
    }
}
