import Markup
import Sightline
import Storage

/// Adds a node to a theory, with the arrow that joins it to what is there.
struct NewNodePage: Page {
    let reading: ProgrammeReading
    var form: FormState

    var title: String { "Add to the theory" }
    var section: Section? { .programmes }

    /// The names of what it may be asked to be filled in with.
    enum Asked {
        static let kind = "kind"
        /// The node that the new one leads to.
        static let end = "to"
    }

    init(of reading: ProgrammeReading, _ form: FormState) {
        self.reading = reading
        self.form = form
    }

    /// - Parameter query: which kind it is to be, or which node it is to lead to.
    init(of reading: ProgrammeReading, asked query: Form) {
        let theory = reading.theory
        let end = TheoryNode.ID(query[Asked.end]).flatMap { theory[$0] }
        let kind =
            TheoryNode.Kind(rawValue: query[Asked.kind]) ?? end.map(theory.kind(leadingTo:))
            ?? theory.nextKind
        self.init(of: reading, FormState(["kind": kind.rawValue, "to": end?.id.pathText ?? ""]))
    }

    func content(in frame: Frame) -> HTML {
        let programme = reading.programme
        let kinds = TheoryNode.Kind.allCases.map { (value: $0.rawValue, label: $0.word) }
        let ends =
            [(value: "", label: "Nothing yet")]
            + reading.theory.nodes.map { ($0.id.pathText, "\($0.kind.word): \($0.title)") }
        let arrow: HTML? =
            reading.theory.nodes.isEmpty
            ? nil
            : """
            <fieldset class="panel"><legend>Its arrow</legend>
            \(form.choice("to", "It brings about", of: ends))
            \(form.paragraph("because", "We believe so because", hint: "No arrow without a reason."))
            \(form.paragraph("assumptions", "What has to hold besides (optional)"))</fieldset>
            """
        return """
            <div class="stack narrow">
            <div><p class="kicker"><a href="\(programme.address.path)">\(programme.title)</a></p>\
            <h1>\(title)</h1></div>
            \(frame.form(to: .theoryNodes(programme.unit, programme.id), content: """
                \(form.summary)
                \(form.choice("kind", "What it is", of: kinds))
                \(form.text("title", "Title", options: .init(isRequired: true)))
                \(form.paragraph("detail", "In more words (optional)"))
                <details\(opensAim ? " open" as HTML : "")><summary>For an aim: its measure</summary>\
                \(Self.aimFields(form, reading))</details>
                \(arrow)
                <button>Add it</button>
                """))
            </div>
            """
    }

    private var opensAim: Bool {
        form.typed["kind"] == TheoryNode.Kind.aim.rawValue || !form.typed["measure"].isEmpty
    }

    /// How an aim is told by a measure.
    ///
    /// - Parameter measure: the one that it has.
    static func aimFields(
        _ form: FormState,
        _ reading: ProgrammeReading,
        with measure: Measure.ID? = nil
    ) -> HTML {
        """
        \(form.choice("measure", "Its measure", of: reading.measureChoices(with: measure)))
        \(form.text("target", "Its target", hint: "In the measure’s unit."))
        \(form.text("due", "By when", options: .init(type: .date)))
        """
    }
}
