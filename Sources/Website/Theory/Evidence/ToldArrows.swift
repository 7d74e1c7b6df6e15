import Markup
import Sightline
import Storage

/// The arrows that a signal or a story is evidence of, as a section of its page.
struct ToldArrows: Sendable {
    private let arrows: [ToldArrow]

    init(
        by source: TheoryEvidence.Source,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        arrows = try ToldArrow.all(by: source, for: reader, on: connection)
    }

    /// Nothing where it is evidence of none that the visitor may read.
    var section: HTML? {
        guard !arrows.isEmpty else { return nil }
        let items = arrows.map { arrow -> HTML in
            let (programme, evidence) = (arrow.programme, arrow.evidence)
            let path = Address.arrow(programme.unit, programme.id, evidence.link).path
            return """
                <li><a href="\(path)">\(arrow.from) → \(arrow.to)</a> <strong>\(evidence.bearing.word)</strong> \
                because \(LinkedText.html(evidence.why)) <span class="muted small">(<a \
                href="\(programme.address.path)">\(programme.title)</a>)</span></li>
                """
        }
        return """
            <section><h2>What it is evidence of</h2><p>\(TheoryListSentences.told(items.count))</p>
            <ul>\(items)</ul></section>
            """
    }
}
