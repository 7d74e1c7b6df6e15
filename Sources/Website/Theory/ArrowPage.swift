import Markup
import Sightline
import Storage

/// One arrow of a theory: why people believe in it, what its cycles say, and what a person makes of that.
struct ArrowPage: Page {
    let reading: ProgrammeReading
    /// It may have been taken out.
    let link: TheoryLink
    let history: History
    var wordsForm: FormState
    var judgementForm: FormState
    var removalForm = FormState()

    var title: String { "\(from) → \(to)" }
    var section: Section? { .programmes }
    private var from: String { reading.everything[link.from]?.title ?? "" }
    private var to: String { reading.everything[link.to]?.title ?? "" }
    private var programme: Programme { reading.programme }

    /// How the state of an arrow is found, as it is printed.
    static let rule = """
        The closed cycles of a change idea speak for the arrows that start at it; for an arrow further up, only where \
        their measure hangs on the node that it ends at. A cycle supports an arrow where what was predicted happened \
        and it was adopted or extended; it speaks against it where it was abandoned or something else happened than \
        was predicted. Untested: no closed cycle. Supported: every one supports it. Refuted: every one speaks against \
        it. Mixed: anything else.
        """

    init(of reading: ProgrammeReading, _ id: TheoryLink.ID, on connection: any SQLConnection) throws {
        self.reading = reading
        link = try reading.known(id)
        history = try History(of: .arrow, id, words: reading.words, on: connection)
        wordsForm = FormState(link.fields, asking: Self.wordNames, revision: history.newest)
        judgementForm = FormState(link.fields, asking: Self.judgementNames, revision: history.newest)
    }

    /// The fields that its two forms ask for.
    static let wordNames = ["because", "assumptions"]
    static let judgementNames = ["judgement", "judgement-reason"]

    private var address: Address { .arrow(programme.unit, programme.id, link.id) }

    func content(in frame: Frame) -> HTML {
        let state = reading.state(of: link)
        let assumptions: HTML? =
            link.assumptions.isEmpty ? nil : "<dt>What has to hold besides</dt><dd>\(link.assumptions)</dd>"
        return """
            <div class="stack">
            <div><p class="kicker">Arrow of <a href="\(programme.address.path)">\(programme.title)</a></p>\
            <h1>\(title)</h1></div>
            <p class="lede">We believe that “\(from)” brings about “\(to)” because \(link.because)</p>
            \(link.removal.map { takenOut($0, in: frame) })
            <div class="panel"><dl class="facts">\(assumptions)
            <dt>By its cycles</dt><dd>\(state.word)</dd>
            <dt>As a person judges</dt><dd>\(judged)</dd></dl></div>
            <section><h2>Its cycles</h2>\(evidence)<p class="muted">\(Self.rule)</p></section>
            \(reading.mayEdit && link.removal == nil ? changes(in: frame) : nil)
            \(history.section(in: frame, reading.mayEdit ? [.init(address: address)] : []))
            </div>
            """
    }

    /// Where it isn't in the theory any more: why, and the way back.
    private func takenOut(_ removal: TheoryRemoval, in frame: Frame) -> HTML {
        let form: HTML? =
            !reading.mayEdit
            ? nil
            : frame.form(
                to: address,
                content: """
                    \(wordsForm.origin)\(wordsForm.summary)
                    \(wordsForm.carrying(Self.wordNames + Self.judgementNames))
                    <input type="hidden" name="in-theory" value="yes"><button id="in-theory">Put it back</button>
                    """
            )
        return """
            <section class="panel doubt"><h2>It was taken out</h2><p>\(removal.reason) <span class="muted">\
            (\(removal.name), \(removal.instant.words))</span></p>\(form)</section>
            """
    }

    private var judged: String {
        guard let judgement = link.judgement else { return "Nobody has said yet" }
        return "\(judgement.state.word): \(judgement.reason) (\(judgement.name), \(judgement.instant.words))"
    }

    private var evidence: HTML {
        let cycles = reading.theory.evidence(for: link, among: reading.cycles)
        guard !cycles.isEmpty else { return "<p class=\"muted\">None is closed yet.</p>" }
        let items = cycles.map { cycle -> HTML in
            """
            <li><a href="\(Address.cycle(programme.unit, programme.id, cycle.id).path)">\(cycle.question)</a>: \
            \(cycle.verdict?.word ?? "")</li>
            """
        }
        return "<ul>\(items)</ul>"
    }

    private func changes(in frame: Frame) -> HTML {
        let states = LinkState.allCases.map { (value: $0.rawValue, label: $0.word) }
        return """
            <div class="panels">
            <section class="panel"><h2>Change its words</h2>
            \(frame.form(to: address, content: """
                \(wordsForm.origin)\(wordsForm.summary)
                \(wordsForm.carrying(Self.judgementNames + ["in-theory", "reason"]))
                \(wordsForm.paragraph("because", "We believe so because", isRequired: true))
                \(wordsForm.paragraph("assumptions", "What has to hold besides (optional)"))
                <button>Save</button>
                """))</section>
            <section class="panel"><h2>Your judgement</h2>
            \(frame.form(to: address, content: """
                \(judgementForm.origin)\(judgementForm.summary)
                \(judgementForm.choice("judgement", "It is", of: states))
                \(judgementForm.paragraph("judgement-reason", "Why you judge so", isRequired: true))
                <button>Put it beside</button>
                """))</section>
            <section class="panel"><h2>Take the arrow out</h2>
            \(frame.form(to: .removedArrow(programme.unit, programme.id, link.id), content: """
                \(removalForm.summary)
                \(removalForm.paragraph("reason", "Why", hint: "It is kept, with the reason.", isRequired: true))
                <button class="quiet">Take it out</button>
                """))</section>
            </div>
            """
    }
}
