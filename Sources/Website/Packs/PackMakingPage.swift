import Exchange
import Markup
import Sightline
import Statistics
import Storage

/// Making a pack out of measures that there are.
struct PackMakingPage: Page {
    let unit: Unit
    /// Those of the unit, of those below it and of all, as far as the visitor may read them.
    let measures: [Measure]
    var form: FormState

    var title: String { "Make a pack out of measures" }
    var section: Section? { .measures }

    init(in id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        measures = reader.measures(for: .read, within: id).filter { $0.retirement == nil }
        form = FormState(["author": visit.account?.person.name ?? ""])
    }

    func content(in frame: Frame) -> HTML {
        let choices = measures.map { (value: $0.id.pathText, label: $0.title) }
        let none: HTML = "<p class=\"muted\">There is no measure here that you may read.</p>"
        return """
            <div class="stack narrow">
            <div><p class="kicker"><a href="\(Address.packs(.list(unit.id)).path)">Packs of \(unit.name)</a></p>
            <h1>\(title)</h1><p>A pack holds how measures are defined, and none of their numbers.</p></div>
            \(measures.isEmpty ? none : frame.form(to: .packs(.making(unit.id)), content: fields(choices)))
            </div>
            """
    }

    private func fields(_ choices: [(value: String, label: String)]) -> HTML {
        """
        \(form.summary)
        \(form.text("name", "Name in files", hint: Self.nameHint, options: .init(isRequired: true, longest: 80)))
        \(form.text("title", "Title", options: .init(isRequired: true)))
        \(form.paragraph("purpose", "What it is for", isRequired: true))
        \(form.text("author", "Author", options: .init(isRequired: true)))
        \(form.text("reviewed-by", "Reviewed by", hint: Self.reviewHint))
        \(form.text("reviewed-on", "Reviewed on", options: .init(type: .date)))
        \(form.text("next-review", "Next review", options: .init(type: .date)))
        \(form.text("licence", "Licence", hint: Self.licenceHint, options: .init(isRequired: true)))
        \(form.paragraph("source", "Source"))
        \(form.checks("measures", "Which measures", of: choices))
        <button>Look at the pack</button>
        """
    }

    private static let nameHint = """
        Lower-case words with hyphens: urgent-care. The name of a pack that the unit has makes this its next version.
        """
    private static let reviewHint = "Whoever read it through. Leave it empty where nobody has."
    private static let licenceHint = "On what terms others may use it, such as CC BY 4.0."

    /// The pack that a form asks for, with what can't be read.
    func read(_ form: Form) -> (content: PackContent, problems: [FormState.Problem]) {
        var problems: [FormState.Problem] = []
        func day(_ field: String) -> Day? {
            guard let text = form.optional(field) else { return nil }
            let day = Day(text)
            if day == nil { problems.append(.init(field, "Enter a day, like 2027-03-31.")) }
            return day
        }
        func lines(_ field: String) -> String { form[field].replacing("\r\n", with: "\n") }
        let header = PackHeader(
            name: form["name"],
            title: form["title"],
            purpose: lines("purpose"),
            author: form["author"],
            reviewer: form["reviewed-by"],
            reviewed: day("reviewed-on"),
            nextReview: day("next-review"),
            licence: form["licence"],
            source: lines("source")
        )
        let chosen = Set(form.all("measures"))
        let packed = measures.filter { chosen.contains($0.id.pathText) }.map(PackedMeasure.init)
        let content = PackContent(header, packed)
        problems += content.problems.filter { problem in
            !problems.contains { $0.field == problem.field }
        }.map { problem in
            guard let index = problem.measure else { return .init(problem.field, problem.sentence) }
            // What is wrong with a measure is put right on its own page, or left out.
            let field = FormState.label(of: problem.field).lowercased()
            let sentence = "“\(packed[index].measure.title)”, \(field): \(problem.sentence)"
            return .init("measures", sentence)
        }
        return (content, problems)
    }
}
