import Markup
import Sightline

extension ProgrammesPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div class="title"><div><p class="kicker">\(unit.name)</p><h1>Programmes</h1></div>
        \(mayAdd ? adding : nil)</div>
        <p class="lede">A programme says what it aims at, what people believe brings that about, and what they test.</p>
        <p><a href="\(Address.cycleBoard(unit.id).path)">Board of cycles</a> · \
        <a href="\(Address.cycleLibrary(unit.id).path)">Library of what was tried</a> · \
        <a href="\(Address.stories(unit.id).path)">Stories and learning notes</a> · \
        <a href="\(Address.activities(.list(unit.id)).path)">Activities of leaders</a></p>
        \(rows.isEmpty ? nil : "<p>\(summary)</p>" as HTML)
        \(rows.isEmpty ? none : list)
        \(keptNote)
        </div>
        """
    }

    private var adding: HTML {
        "<a class=\"button\" href=\"\(Address.newProgramme(unit.id).path)\">Add a programme</a>"
    }

    private var summary: String {
        CycleSentences.programmes(
            rows.count,
            open: rows.reduce(0) { $0 + $1.open },
            stuck: rows.reduce(0) { $0 + $1.stuck }
        )
    }

    private var none: HTML {
        "<section class=\"panel\"><h2>None yet</h2><p>\(summary)</p></section>"
    }

    private var list: HTML {
        let cards = rows.map { row -> HTML in
            """
            <section class="panel"><h2><a href="\(row.programme.address.path)">\(row.programme.title)</a></h2>
            <p class="line"><span class="tag">\(row.programme.state.word)</span> <span>\(row.unitName)</span></p>
            <p>\(row.programme.purpose)</p><p>\(row.headline)</p>
            <p class="muted">\(CycleSentences.open(row.open, stuck: row.stuck))</p></section>
            """
        }
        return "<div class=\"panels\">\(cards)</div>"
    }

    private var keptNote: HTML? {
        kept > 0 ? "<p class=\"muted\">\(ListSentences.keptProgrammes(kept))</p>" : nil
    }
}
