import Sightline
import Statistics
import Storage

/// One node of a theory: what it says, its arrows, its measures and its cycles, and the forms that change it.
struct NodePage: Page {
    let reading: ProgrammeReading
    /// It may have been taken out.
    let node: TheoryNode
    let history: History
    var forms: Forms
    /// Of its own measure and of those of its cycles.
    let pictures: [Measure.ID: SeriesPicture]

    var title: String { node.title }
    var section: Section? { .programmes }
    var programme: Programme { reading.programme }

    /// The parts of the page that change the node, by their ids.
    enum Panel: String {
        case words, arrow, measure, order, removal
    }

    /// The forms of the page, each as it was typed or as things stand.
    struct Forms: Sendable {
        var node: FormState
        var arrow = FormState()
        var measure = FormState(["tag": Measure.Role.process.rawValue])
        var removal = FormState()
    }

    init(
        of reading: ProgrammeReading,
        _ id: TheoryNode.ID,
        on connection: any SQLConnection,
        change: (inout Forms) -> Void = { _ in }
    ) throws {
        self.reading = reading
        let node = try reading.known(id)
        self.node = node
        let tested = reading.readings.filter { $0.cycle.idea == id }.compactMap(\.cycle.measure)
        pictures = try reading.pictures(of: tested + [node.measure].compactMap { $0 }, on: connection)
        let fields = node.fields(hanging: reading.everything.measures)
        history = try History(of: .node, id, words: reading.words, on: connection)
        var forms = Forms(node: FormState(fields, asking: Self.names(of: node), revision: history.newest))
        change(&forms)
        self.forms = forms
    }

    /// What it says now, the measures on it and its place among the others included.
    var fields: [Revision.Field] { node.fields(hanging: reading.everything.measures) }

    /// The fields that its form asks for.
    static func names(of node: TheoryNode) -> [String] {
        ["title", "detail"] + (node.kind == .aim ? ["measure", "target", "due"] : [])
    }

    /// The nodes that an arrow may lead to from here.
    var ends: [TheoryNode] {
        let before = Set(reading.theory.nodes(leadingTo: node.id).map(\.id))
        let taken = Set(reading.theory.links(from: node.id).map(\.to))
        return reading.theory.nodes.filter {
            $0.id != node.id && !before.contains($0.id) && !taken.contains($0.id)
        }
    }
}
