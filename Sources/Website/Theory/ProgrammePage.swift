import Drawing
import Sightline
import Statistics
import Storage

/// One programme: how well it tests, its theory as a picture and as a list, and its ramps.
struct ProgrammePage: Page {
    let reading: ProgrammeReading
    let removals: [TheoryStore.Removal]
    let today: Day
    let audience: ProgrammeAudience
    let sharing: ProgrammeSharing

    var title: String { programme.title }
    var section: Section? { .programmes }
    var programme: Programme { reading.programme }
    var theory: Theory { reading.theory }

    init(of reading: ProgrammeReading, for visit: Visit, on connection: any SQLConnection) throws {
        self.reading = reading
        removals = try TheoryStore.removals(of: reading.programme.id, on: connection)
        today = visit.now.day
        sharing = try ProgrammeSharing(of: reading, for: visit, on: connection)
        audience = try ProgrammeAudience(
            of: reading.programme,
            in: reading.reader.tree,
            at: visit.now,
            on: connection
        )
    }

    /// The driver diagram, with only those columns that have something.
    var picture: TheoryPicture {
        let columns = TheoryNode.Kind.allCases.compactMap { kind -> TheoryPicture.Column? in
            let boxes = theory.nodes.filter { $0.kind == kind }.map { node in
                TheoryPicture.Box(
                    id: node.id.pathText,
                    text: node.title,
                    note: kind == .aim ? reading.aim(node) : tags(of: node)
                )
            }
            return boxes.isEmpty ? nil : TheoryPicture.Column(name: kind.plural, boxes: boxes)
        }
        let arrows = theory.links.map { link in
            let state = theory.state(of: link, by: reading.cycles)
            return TheoryPicture.Arrow(
                from: link.from.pathText,
                to: link.to.pathText,
                word: state.word,
                stroke: state.stroke
            )
        }
        return TheoryPicture(
            title: "Driver diagram of \(programme.title)",
            summary: summary,
            columns: columns,
            arrows: arrows,
            idPrefix: "theory"
        )
    }

    /// What the picture says, in a sentence.
    private var summary: String {
        "\(ListSentences.theory(theory, by: reading.cycles)) The list below says the same."
    }

    private func tags(of node: TheoryNode) -> String {
        theory.measures(of: node.id).map { "\($0.tag.rawValue): \(reading.title(of: $0.measure))" }
            .joined(separator: "; ")
    }
}

extension LinkState {
    var stroke: TheoryPicture.Stroke {
        switch self {
        case .untested: .untested
        case .mixed: .mixed
        case .supported: .supported
        case .refuted: .refuted
        }
    }
}
