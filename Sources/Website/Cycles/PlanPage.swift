import Drawing
import Markup
import Sightline
import Statistics
import Storage

/// Plans a cycle: a new one, one that goes on from the last, or one that has not begun yet.
///
/// What must be said is four fields; the rest waits behind a heading until somebody wants to say it.
struct PlanPage: Page {
    let reading: ProgrammeReading
    let idea: TheoryNode
    /// The cycle that is planned anew; nil for a new one.
    let cycle: Cycle?
    /// The cycle that a new one goes on from.
    let previous: CycleReading?
    /// What is like the idea, here or elsewhere.
    let similar: [SimilarCycles]
    /// The prediction of a cycle that was taken back to its plan: it stays locked.
    let locked: Prediction?
    var form: FormState
    /// Of the measures of the theory, to say how long a change would take to show.
    let pictures: [Measure.ID: SeriesPicture]

    var title: String { cycle == nil ? "Start a cycle" : "Change the plan" }
    var section: Section? { .programmes }

    /// A new one; it starts from the one that `from` of the query names, filled in.
    init(
        new idea: TheoryNode,
        from: Cycle.ID?,
        of reading: ProgrammeReading,
        on connection: any SQLConnection
    ) throws {
        self.reading = reading
        self.idea = idea
        cycle = nil
        previous = try from.map { try reading.reading($0) }
        locked = nil
        let all = try CycleLibrary(LibrarySearch(like: idea.title), for: reading.reader, on: connection)
        similar = SimilarCycles.all(in: all, but: idea.id, reading.reader.tree)
        form = previous.map(Self.filled) ?? FormState()
        pictures = try reading.pictures(of: reading.theory.measures.map(\.measure), on: connection)
    }

    init(changing cycle: CycleReading, of reading: ProgrammeReading, on connection: any SQLConnection) throws
    {
        self.reading = reading
        self.cycle = cycle.cycle
        guard
            let idea = try TheoryStore.node(cycle.cycle.idea, of: reading.programme.id, on: connection)
        else { throw Failure.notFound }
        self.idea = idea
        previous = nil
        similar = []
        form = FormState(
            cycle.cycle.fields(predicting: cycle.prediction),
            asking: Self.names(of: cycle.cycle),
            revision: try RevisionStore.newest(.cycle, cycle.cycle.id, on: connection)
        )
        let hung = reading.theory.measures.map(\.measure) + [cycle.cycle.measure].compactMap { $0 }
        pictures = try reading.pictures(of: hung, on: connection)
        locked = cycle.cycle.locked == nil ? nil : cycle.prediction
    }

    static let predictionNames = ["prediction", "direction", "size", "by"]

    /// The fields that its form asks for of a cycle; a prediction that was locked is not among them.
    static func names(of cycle: Cycle) -> [String] {
        [
            "question", "plan-what", "plan-who", "plan-when", "plan-where", "measure", "people", "days",
            "places", "level", "population", "needed",
        ] + (cycle.locked == nil ? predictionNames : [])
    }

    /// A new cycle keeps the plan and asks again what is expected of it.
    private static func filled(from reading: CycleReading) -> FormState {
        let (cycle, prediction) = (reading.cycle, reading.predictions.last)
        var state = FormState([
            "question": cycle.question, "plan-what": cycle.plan.what, "plan-who": cycle.plan.who,
            "plan-when": "", "plan-where": cycle.plan.place,
            "measure": cycle.measure?.pathText ?? "", "people": cycle.scale.people.map { "\($0)" } ?? "",
            "days": cycle.scale.days.map { "\($0)" } ?? "",
            "places": cycle.scale.places.map { "\($0)" } ?? "",
            "level": cycle.context.level?.rawValue ?? "", "population": cycle.context.population,
            "needed": cycle.context.needed, "previous": cycle.id.pathText,
        ])
        state.typed.append(prediction?.text ?? "", to: "prediction")
        state.typed.append(prediction?.direction?.rawValue ?? "", to: "direction")
        state.typed.append(prediction?.size.map { "\($0)" } ?? "", to: "size")
        return state
    }

    func content(in frame: Frame) -> HTML {
        let programme = reading.programme
        let address =
            cycle.map { Address.cyclePlan(programme.unit, programme.id, $0.id) }
            ?? .newCycle(programme.unit, programme.id, idea.id)
        return """
            <div class="stack narrow">
            <div><p class="kicker">\(idea.title), of \
            <a href="\(programme.address.path)">\(programme.title)</a></p><h1>\(title)</h1></div>
            \(SimilarCycles.panel(similar))
            \(cycle == nil ? search : nil)
            \(previous.map { "<p>After cycle \($0.cycle.number), which said: \($0.cycle.learned)</p>" as HTML })
            \(timeToKnow)
            \(frame.form(to: address, content: fields))
            </div>
            """
    }

    /// What a change of one and of two standard deviations takes to show on each chart of the theory, and what was
    /// typed as the size of the change on its own.
    private var timeToKnow: HTML? {
        let all = pictures.values.sorted { $0.measure.title < $1.measure.title }
        let items = all.map { picture -> HTML in
            let sizes = TimeToKnowSentences.examples(in: picture)
            let isChosen = picture.measure.id.pathText == form.typed["measure"]
            let typed = isChosen ? Double(form.typed["size"]) : nil
            let answers = typed.map { [TimeToKnowSentences.answer($0, in: picture)] } ?? sizes
            return "<li><strong>\(picture.measure.title)</strong>: \(answers.joined(separator: " "))</li>"
        }
        guard !items.isEmpty else { return nil }
        return """
            <details class="panel"><summary>How long would a change take to show?</summary>
            <p>\(CycleListSentences.answers(items.count))</p><ul>\(items)</ul>
            <p class="muted small">\(TimeToKnowSentences.method)</p></details>
            """
    }

    /// What the idea's title doesn't find may be found by other words.
    private var search: HTML {
        let state = FormState(["search": ""])
        return """
            <form class="filters" method="get" action="\(Address.cycleLibrary(reading.programme.unit).path)" \
            role="search">\(state.text("search", "Look in the library for what others tried"))
            <p class="actions"><button class="quiet">Find</button></p></form>
            """
    }

    private var fields: HTML {
        """
        \(cycle == nil ? nil : form.origin)\(form.summary)
        \(previousField)
        \(form.paragraph("question", "Question", hint: "What do we want to find out?", isRequired: true))
        \(predictionField)
        \(form.text("plan-what", "What will be done"))
        \(form.text("plan-who", "Who"))
        <details\(opensMore ? " open" as HTML : "")><summary>When, where, how small, and its \
        measure</summary>\(more)</details>
        <button>\(cycle == nil ? "Plan it" : "Save")</button>
        """
    }

    private var predictionField: HTML {
        locked.map { "<p><strong>Prediction, locked:</strong> \($0.text)</p>" }
            ?? form.paragraph("prediction", "Prediction", hint: Self.predictionHint, isRequired: true)
    }

    /// How it is told by the measure, as long as it isn't locked.
    private var expected: HTML? {
        let directions =
            [(value: "", label: "Not said")] + [Direction.up, .down].map { ($0.rawValue, $0.words) }
        return locked != nil
            ? nil
            : """
            \(form.choice("direction", "Which way it should go", of: directions))
            \(form.text("size", "By how much", hint: "In the measure’s unit."))
            \(form.text("by", "By when", options: .init(type: .date)))
            """
    }

    /// What is behind the heading must be seen where something is wrong with it.
    private var opensMore: Bool {
        form.problems.contains { !["question", "prediction", "plan-what", "plan-who"].contains($0.field) }
    }

    private var previousField: HTML? {
        let text = form.typed["previous"]
        return text.isEmpty ? nil : "<input type=\"hidden\" name=\"previous\" value=\"\(text)\">"
    }

    private var more: HTML {
        let levels = [(value: "", label: "Not said")] + Cycle.Level.allCases.map { ($0.rawValue, $0.words) }
        let measures = reading.measureChoices(with: cycle?.measure)
        let number = FormState.TextOptions(type: .number)
        return """
            \(form.text("plan-when", "When"))
            \(form.text("plan-where", "Where"))
            \(form.text("people", "How many people", options: number))
            \(form.text("days", "How many days", options: number))
            \(form.text("places", "How many places", options: number))
            \(form.choice("measure", "Its measure", hint: Self.measureHint, of: measures))
            \(expected)
            \(form.choice("level", "Level", of: levels))
            \(form.text("population", "Who was part of it", hint: "For those who want to try it elsewhere."))
            \(form.paragraph("needed", "What had to be in place"))
            """
    }

    private static let predictionHint = "What do we expect, and why? It is locked when you begin."
    private static let measureHint = "Its chart gets a flag on the day when the cycle begins."
}
