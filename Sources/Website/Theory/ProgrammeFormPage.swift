import Markup
import Sightline
import Storage

/// The form of a programme: a new one, or the details of one that there is.
struct ProgrammeFormPage: Page {
    let unit: Unit
    /// Nil for a new one.
    let programme: Programme?
    /// What it still needs to be active.
    let balance: Balance?
    /// What a programme said before; nil for a new one.
    let history: History?
    /// What a new one may start from; nil for one that there is.
    let start: ProgrammeStart?
    var form: FormState

    var title: String { programme == nil ? "New programme" : "Details of \(programme?.title ?? "")" }
    var section: Section? { .programmes }

    init(newIn id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        guard let unit = try UnitStore.find(id, on: connection) else { throw Failure.notFound }
        self.unit = unit
        programme = nil
        balance = nil
        history = nil
        start = try ProgrammeStart(in: id, for: visit, on: connection)
        form = FormState(["visibility": Visibility.place.rawValue])
    }

    init(of reading: ProgrammeReading, on connection: any SQLConnection) throws {
        unit = reading.unit
        let programme = reading.programme
        self.programme = programme
        balance = Balance(of: reading.theory.measures, in: reading.reader.measures)
        let history = try History(of: .programme, programme.id, words: reading.words, on: connection)
        self.history = history
        start = nil
        form = FormState(programme.fields, revision: history.newest)
    }

    func content(in frame: Frame) -> HTML {
        let address = programme.map { Address.programmeDetails(unit.id, $0.id) } ?? .newProgramme(unit.id)
        let visibilities = Visibility.allCases.map { (value: $0.rawValue, label: $0.programmeWords) }
        return """
            <div class="stack narrow">
            <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
            \(frame.form(to: address, content: """
                \(programme == nil ? nil : form.origin)\(form.summary)
                \(form.text("title", "Title", options: .init(isRequired: true)))
                \(form.paragraph("purpose", "What it is for", hint: "In a sentence or two.", isRequired: true))
                \(form.choice("visibility", "Who may read it", hint: Self.visibilityHint, of: visibilities))
                \(programme == nil ? start?.choice(in: form) : state)
                <button>\(programme == nil ? "Make it" : "Save")</button>
                """))
            \(start?.templates)
            \(history?.section(in: frame, [.init(address: address)]))
            \(programme.map { deletion(of: $0, in: frame) })
            </div>
            """
    }

    private func deletion(of programme: Programme, in frame: Frame) -> HTML {
        DeletionForm.folded(
            "Delete this programme",
            """
            Its theory, its cycles and their flags on charts go into the bin with it. They can be taken out again for \
            30 days, and are as they were. A public link to it opens nothing meanwhile.
            """,
            to: .deletedProgramme(unit.id, programme.id),
            in: frame
        )
    }

    private var state: HTML {
        let states = Programme.State.allCases.map { (value: $0.rawValue, label: $0.word) }
        let lack: HTML? = balance.flatMap { balance in
            balance.isWhole ? nil : "<p>Its theory still lacks \(balance.missing).</p>"
        }
        return """
            \(form.choice("state", "State", hint: Self.stateHint, of: states))\(lack)
            \(form.paragraph("unbalanced", "Why not all of these measures (only if some are missing)"))
            """
    }

    private static let visibilityHint = """
        It holds for the theory and for all cycles. What a unit keeps nobody above it can read.
        """
    private static let stateHint = """
        Active needs a measure for patients, one for staff, one for taxpayers and a balancing one on the theory, or a \
        reason why not.
        """
}
