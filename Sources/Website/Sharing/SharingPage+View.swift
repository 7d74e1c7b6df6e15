import Markup
import Sightline

extension SharingPage {
    func content(in frame: Frame) -> HTML {
        let measures = ShareTable(
            noun: "measure",
            field: Self.measureField,
            rows: measures.map { shared in
                ShareTable.Row(
                    id: shared.measure.id.pathText,
                    title: shared.measure.title,
                    keeperName: shared.keeperName,
                    visibility: shared.measure.visibility,
                    since: shared.since
                )
            }
        )
        return """
            <div class="stack"><div><p class="kicker">\(unit.name)</p><h1>What we share</h1>
            <p>What \(unit.name) and the units below it let others see. Making and revoking is in the audit trail; of \
            a link’s openings only the number is kept.</p></div>
            <section><h2 id="measures">Measures that others see</h2>\(measures.html(of: unit.id, in: frame))</section>
            <section><h2 id="links">Public links</h2>\(links.html(of: unit.id, in: frame))</section>
            \(programmes.sections(of: unit.id, in: frame))
            \(packs.sections(of: unit.id, in: frame))
            \(reports.sections(of: unit.id, in: frame))</div>
            """
    }
}
