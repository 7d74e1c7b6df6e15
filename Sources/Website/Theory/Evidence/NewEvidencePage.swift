import Markup
import Sightline
import Statistics
import Storage

/// Attaches evidence of one kind to an arrow.
struct NewEvidencePage: Page {
    let reading: ProgrammeReading
    let link: TheoryLink
    let kind: EvidenceKind
    /// The signals or stories that can be attached; none for what lies outside the product.
    let choices: [Choice]
    var form: FormState

    struct Choice: Sendable {
        let source: TheoryEvidence.Source
        let value: String
        let label: String
    }

    var title: String { "Attach evidence: \(kind.word.lowercased())" }
    var section: Section? { .programmes }
    private var programme: Programme { reading.programme }

    init(
        of reading: ProgrammeReading,
        _ link: TheoryLink.ID,
        _ kind: EvidenceKind,
        on connection: any SQLConnection
    ) throws {
        self.reading = reading
        self.link = try reading.link(link)
        self.kind = kind
        let (programme, reader) = (reading.programme, reading.reader)
        switch kind {
        case .signal:
            choices = try EvidenceChoices.signals(for: self.link, of: programme, for: reader, on: connection)
                .map { entry in
                    let what = SignalSentences.what(entry)
                    let label = "\(entry.name): \(what) (\(entry.stateWords))"
                    return Choice(source: .signal(entry.id), value: entry.id.pathText, label: label)
                }
        case .story:
            choices = try EvidenceChoices.stories(for: self.link, of: programme, for: reader, on: connection)
                .map { story in
                    let label = "\(story.title) (\(story.kind.word.lowercased()), \(story.day.words))"
                    return Choice(source: .story(story.id), value: story.id.pathText, label: label)
                }
        case .cycle, .study, .document: choices = []
        }
        form = FormState(["bearing": Bearing.for.rawValue])
    }

    /// What a form is about; nil where it chooses nothing that can be attached.
    func source(of form: Form) -> TheoryEvidence.Source? {
        switch kind {
        case .cycle: nil
        case .signal, .story: choices.first { $0.value == form["evidence-target"] }?.source
        case .study: .study(EvidenceFields.paper(form))
        case .document: .document(EvidenceFields.paper(form))
        }
    }

    func content(in frame: Frame) -> HTML {
        let arrow = Address.arrow(programme.unit, programme.id, link.id).path
        let name = "\(reading.theory[link.from]?.title ?? "") → \(reading.theory[link.to]?.title ?? "")"
        return """
            <div class="stack narrow">
            <div><p class="kicker">Arrow <a href="\(arrow)">\(name)</a></p><h1>\(title)</h1></div>
            <p class="lede">We believe so because \(link.because)</p>
            \(isPossible ? fields(in: frame) : nothing)
            </div>
            """
    }

    private var isPossible: Bool { !choices.isEmpty || kind == .study || kind == .document }

    private func fields(in frame: Frame) -> HTML {
        frame.form(
            to: .newEvidence(programme.unit, programme.id, link.id, kind),
            content: """
                \(form.summary)
                \(EvidenceFields.subject(form, kind, of: choices.map { ($0.value, $0.label) }))
                \(EvidenceFields.bearing(form))
                <button>Attach it</button>
                """
        )
    }

    /// Why there is nothing to choose.
    private var nothing: HTML {
        kind == .signal
            ? """
            <p>No signal can be attached: there is none of this programme’s measures, and none that people raised \
            without a measure in its unit, that counts, that you may read and that isn’t attached already. Hang a \
            measure on the theory to choose from its signals.</p>
            """
            : """
            <p>No story can be attached: neither the programme nor its unit has one that you may read, that others may \
            see, and that isn’t attached already.</p>
            """
    }
}
