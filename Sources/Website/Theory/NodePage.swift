import Sightline
import Statistics
import Storage

/// One node of a theory: what it says, its arrows, its measures and its cycles, and the forms that change it.
struct NodePage: Page {
    let reading: ProgrammeReading
    let node: TheoryNode
    let forms: Forms
    /// Of its own measure and of those of its cycles.
    let pictures: [Measure.ID: SeriesPicture]

    var title: String { node.title }
    var section: Section? { .programmes }
    var programme: Programme { reading.programme }

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
        on connection: (any SQLConnection)? = nil,
        change: (inout Forms) -> Void = { _ in }
    ) throws {
        self.reading = reading
        let node = try reading.node(id)
        self.node = node
        let tested = reading.readings.filter { $0.cycle.idea == id }.compactMap(\.cycle.measure)
        // A form that comes back goes without them.
        pictures =
            try connection.map { connection in
                try reading.pictures(of: tested + [node.measure].compactMap { $0 }, on: connection)
            } ?? [:]
        var forms = Forms(
            node: FormState([
                "title": node.title, "detail": node.detail, "measure": node.measure?.pathText ?? "",
                "target": node.target.map { "\($0)" } ?? "", "due": node.due.map(\.description) ?? "",
            ])
        )
        change(&forms)
        self.forms = forms
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
