import Markup
import Sightline
import Storage

/// One arrow of a theory: why people believe in it, what the evidence says, and what a person makes of that.
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
            <dt>By its evidence</dt><dd>\(state.word)</dd>
            <dt>As a person judges</dt><dd>\(judged)</dd></dl></div>
            \(ArrowEvidence(reading: reading, link: link).section)
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
