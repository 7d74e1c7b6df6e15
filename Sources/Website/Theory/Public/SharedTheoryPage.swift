import Markup
import Sightline
import Storage

/// What a public link to a programme shows: its theory as everyone may see it, and no way into the rest.
struct SharedTheoryPage: Page {
    private let programme: Programme
    private let unitName: String
    private let theory: Theory
    private let cycles: [Cycle]
    /// The measures that a public link shows in the programme's unit; no other is named.
    private let measures: [Measure.ID: Measure]

    var title: String { programme.title }
    var section: Section? { nil }
    var isBare: Bool { true }

    /// - Throws: `Failure.notFound` for a programme that isn't there any more.
    init(of link: PublicLink<Programme>, at now: Timestamp, on connection: any SQLConnection) throws {
        guard let programme = try ProgrammeStore.find(link.thing, on: connection),
            let unit = try UnitStore.find(programme.unit, on: connection)
        else { throw Failure.notFound }
        self.programme = programme
        unitName = unit.name
        theory = try TheoryStore.theory(of: programme.id, on: connection)
        cycles = try CycleStore.all(of: programme.id, on: connection)
        let open = try PublicLinkStore.openSeries(at: now, on: connection)
        measures = try theory.publicMeasures(in: programme.unit, shownBy: open, on: connection)
    }

    func content(in frame: Frame) -> HTML {
        // Of what is attached only what has been published is shown, and only that counts besides the cycles.
        let studies = Set(theory.evidence.filter { $0.kind == .study }.map(\.id))
        let drawing = PlainTheory(
            title: programme.title,
            theory: theory,
            measureTitle: { measures[$0]?.title },
            aim: aim,
            state: { theory.state(of: $0, by: cycles, counting: studies) }
        )
        return """
            <article class="stack"><header><p class="kicker">Programme of \(unitName)</p><h1>\(programme.title)</h1>
            <p class="lede">\(programme.purpose)</p></header>
            <section><h2>Driver diagram</h2>\(drawing.figure)</section>
            <section><h2>The theory</h2>\(drawing.outline)\(note)
            <details><summary>How the state of an arrow is found</summary><p>\(EvidenceSentences.rule) \
            \(Self.counted)</p></details></section>
            \(outside)
            </article>
            """
    }

    private static let counted = """
        Here only the cycles and the outside studies count; other evidence is for those who can sign in.
        """

    /// The studies that were attached to arrows, with what they found.
    private var outside: HTML? {
        let items = theory.links.flatMap { link in
            theory.evidence(of: link.id).compactMap { evidence -> HTML? in
                guard case .study(let paper) = evidence.source else { return nil }
                return """
                    <li>\(paper.name), \(paper.detail) <span class="small">On \
                    \(TheorySentences.name(link, in: theory)) it speaks \
                    <strong>\(evidence.bearing.word)</strong>.</span></li>
                    """
            }
        }
        let told = TheoryListSentences.studies(items.count)
        return items.isEmpty
            ? nil : "<section><h2>Outside studies</h2><p>\(told)</p><ul>\(items)</ul></section>"
    }

    /// That there is more than is named, and not what.
    private var note: HTML? {
        guard theory.namedMeasures.contains(where: { measures[$0] == nil }) else { return nil }
        return "<p class=\"muted\">Measures that aren’t public are not named here.</p>"
    }

    private func aim(_ node: TheoryNode) -> String {
        guard let measure = node.measure.flatMap({ measures[$0] }) else { return "" }
        let target = node.target.map { ": \(measure.format.text($0))" } ?? ""
        return measure.title + target + (node.due.map { " by \($0.words)" } ?? "")
    }
}
