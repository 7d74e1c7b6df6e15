import Markup
import Sightline
import Storage

/// What the theory of a new programme may start from: a template, or a copy of what another programme believes.
struct ProgrammeStart: Sendable {
    /// Those that the visitor may read, the nearest first.
    private let programmes: [(programme: Programme, unitName: String)]
    private let reader: Readership

    /// The field that says which.
    static let field = "start-from"
    private static let template = "template:"
    private static let copy = "programme:"

    init(in unit: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        self.reader = reader
        programmes = try ProgrammeStore.all(for: reader, on: connection)
            .sorted { $0.unit == unit && $1.unit != unit }
            .map { ($0, reader.tree[$0.unit]?.name ?? "") }
    }

    func choice(in form: FormState) -> HTML {
        let templates = TheoryTemplate.all.map {
            (value: Self.template + $0.id, label: "Template: \($0.title)")
        }
        let copies = programmes.map {
            (
                value: Self.copy + $0.programme.id.pathText,
                label: "Copy: \($0.programme.title), \($0.unitName)"
            )
        }
        return form.choice(
            Self.field,
            "Start its theory from",
            hint: Self.hint,
            of: [(value: "", label: "Nothing: an empty theory")] + templates + copies
        )
    }

    private static let hint = """
        A copy takes the nodes, and the arrows with their reasons and assumptions; no cycle, no evidence, no \
        judgement and no target, and only measures that you may read here.
        """

    /// What the templates say.
    var templates: HTML {
        let items = TheoryTemplate.all.map { template -> HTML in
            let nodes = template.nodes.map { node -> HTML in
                "<li><span class=\"tag\">\(node.kind.word)</span> \(node.title)</li>"
            }
            let told = TheoryListSentences.template(template.nodes.map(\.kind))
            return """
                <section><h3>\(template.title)</h3><p>\(template.purpose)</p><p>\(told)</p><ul>\(nodes)</ul></section>
                """
        }
        return """
            <details class="panel no-print"><summary>What the templates say</summary>
            <p>They are beliefs to test where you are, not findings: change what doesn’t fit.</p>\(items)</details>
            """
    }

    /// Writes what was chosen into a programme that has just been made.
    ///
    /// - Throws: ``TheoryProblems``, or a problem with the field.
    func write(
        _ choice: String,
        into programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard !choice.isEmpty else { return }
        if choice.hasPrefix(Self.template),
            let template = TheoryTemplate.named(String(choice.dropFirst(Self.template.count)))
        {
            return try TheoryStore.start(programme, from: template, context, on: connection)
        }
        let id = choice.hasPrefix(Self.copy) ? String(choice.dropFirst(Self.copy.count)) : ""
        guard let other = programmes.first(where: { $0.programme.id.pathText == id })?.programme else {
            throw Refusal(problem: .init(Self.field, "Choose one from the list."))
        }
        guard reader.mayCopy(other, into: programme) else {
            let sentence =
                "More people could read the copy than may read what it is copied from: choose fewer above, or ask an "
                + "administrator of the unit that it belongs to."
            throw Refusal(problem: .init(Self.field, sentence))
        }
        try TheoryStore.start(programme, fromCopyOf: other, for: reader, context, on: connection)
    }

    /// Why it can't start from what was chosen.
    struct Refusal: Error {
        let problem: FormState.Problem
    }
}
