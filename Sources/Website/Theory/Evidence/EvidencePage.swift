import Markup
import Sightline
import Storage

/// One piece of evidence of an arrow: what it is, which way it speaks, and what was said of it before.
struct EvidencePage: Page {
    let reading: ProgrammeReading
    /// It may have been taken away.
    let seen: SeenEvidence
    let link: TheoryLink
    let history: History
    var form: FormState
    var removalForm: FormState

    var title: String { seen.title }
    var section: Section? { .programmes }
    var evidence: TheoryEvidence { seen.evidence }
    private var programme: Programme { reading.programme }
    private var address: Address { .evidence(programme.unit, programme.id, evidence.id) }
    private var arrow: Address { .arrow(programme.unit, programme.id, link.id) }

    /// - Throws: `Failure.notFound` for what isn't there and for what the visitor may not read.
    init(
        of reading: ProgrammeReading,
        _ id: TheoryEvidence.ID,
        on connection: any SQLConnection
    ) throws {
        self.reading = reading
        guard let seen = reading.evidence[id] else { throw Failure.notFound }
        self.seen = seen
        link = try reading.known(seen.evidence.link)
        history = try History(of: .evidence, id, words: reading.words, on: connection)
        form = FormState(
            seen.evidence.fields,
            asking: Self.names(of: seen.evidence),
            revision: history.newest
        )
        removalForm = FormState([], revision: history.newest)
    }

    /// The fields that its form asks for.
    static func names(of evidence: TheoryEvidence) -> [String] {
        evidence.fields.map(\.name).filter { $0 != "in-theory" && $0 != "reason" }
    }

    func content(in frame: Frame) -> HTML {
        let (from, to) = (reading.everything[link.from], reading.everything[link.to])
        let name = "\(from?.title ?? "") → \(to?.title ?? "")"
        return """
            <div class="stack">
            <div><p class="kicker">Evidence of the arrow <a href="\(arrow.path)">\(name)</a></p><h1>\(title)</h1></div>
            <p class="lede">\(seen.detail)</p>
            \(evidence.removal.map { takenAway($0, in: frame) })
            <div class="panel"><dl class="facts">
            <dt>What it is</dt><dd>\(evidence.kind.word)\(seen.discountTag)</dd>
            <dt>It speaks</dt><dd>\(evidence.bearing.word)</dd>
            <dt>Why</dt><dd>\(LinkedText.html(evidence.why))</dd>
            <dt>Attached by</dt><dd>\(evidence.author.name), \(evidence.instant.words)</dd></dl></div>
            \(reading.mayEdit && evidence.removal == nil ? changes(in: frame) : nil)
            \(history.section(in: frame, reading.mayEdit ? [.init(address: address)] : []))
            </div>
            """
    }

    /// Where it isn't attached any more: why, and the way back.
    private func takenAway(_ removal: TheoryRemoval, in frame: Frame) -> HTML {
        let content: HTML = """
            \(removalForm.origin)\(removalForm.summary)
            <input type="hidden" name="in-theory" value="yes"><button id="in-theory">Put it back</button>
            """
        return """
            <section class="panel doubt"><h2>It was taken away</h2><p>\(removal.reason) <span class="muted">\
            (\(removal.name), \(removal.instant.words))</span></p>\
            \(reading.mayEdit ? frame.form(to: address, content: content) : nil)</section>
            """
    }

    private func changes(in frame: Frame) -> HTML {
        """
        <div class="panels">
        <section class="panel"><h2>Change what is said of it</h2>
        \(frame.form(to: address, content: """
            \(form.origin)\(form.summary)
            \(EvidenceFields.paper(form, evidence.kind))
            \(EvidenceFields.bearing(form))
            <button>Save</button>
            """))</section>
        <section class="panel"><h2>Take it away</h2>
        \(frame.form(to: address, content: """
            \(removalForm.origin)\(removalForm.summary)<input type="hidden" name="in-theory" value="no">
            \(removalForm.paragraph("reason", "Why", hint: "It is kept, with the reason.", isRequired: true))
            <button class="quiet">Take it away</button>
            """))</section>
        </div>
        """
    }
}
