import Markup
import Sightline

/// One arrow of a theory: why people believe in it, what its cycles say, and what a person makes of that.
struct ArrowPage: Page {
    let reading: ProgrammeReading
    let link: TheoryLink
    var judgementForm: FormState
    var removalForm = FormState()

    var title: String { "\(from) → \(to)" }
    var section: Section? { .programmes }
    private var from: String { reading.theory[link.from]?.title ?? "" }
    private var to: String { reading.theory[link.to]?.title ?? "" }
    private var programme: Programme { reading.programme }

    /// How the state of an arrow is found, as it is printed.
    static let rule = """
        The closed cycles of a change idea speak for the arrows that start at it; for an arrow further up, only where \
        their measure hangs on the node that it ends at. A cycle supports an arrow where what was predicted happened \
        and it was adopted or extended; it speaks against it where it was abandoned or something else happened than \
        was predicted. Untested: no closed cycle. Supported: every one supports it. Refuted: every one speaks against \
        it. Mixed: anything else.
        """

    init(of reading: ProgrammeReading, _ id: TheoryLink.ID) throws {
        self.reading = reading
        link = try reading.link(id)
        judgementForm = FormState([
            "judgement": link.judgement?.state.rawValue ?? "",
            "judgement-reason": link.judgement?.reason ?? "",
        ])
    }

    func content(in frame: Frame) -> HTML {
        let state = reading.state(of: link)
        let assumptions: HTML? =
            link.assumptions.isEmpty ? nil : "<dt>What has to hold besides</dt><dd>\(link.assumptions)</dd>"
        return """
            <div class="stack">
            <div><p class="kicker">Arrow of <a href="\(programme.address.path)">\(programme.title)</a></p>\
            <h1>\(title)</h1></div>
            <p class="lede">We believe that “\(from)” brings about “\(to)” because \(link.because)</p>
            <div class="panel"><dl class="facts">\(assumptions)
            <dt>By its cycles</dt><dd>\(state.word)</dd>
            <dt>As a person judges</dt><dd>\(judged)</dd></dl></div>
            <section><h2>Its cycles</h2>\(evidence)<p class="muted">\(Self.rule)</p></section>
            \(reading.mayEdit ? changes(in: frame) : nil)
            </div>
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
            <section class="panel"><h2>Your judgement</h2>
            \(frame.form(to: .arrow(programme.unit, programme.id, link.id), content: """
                \(judgementForm.summary)
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
