import Markup
import Sightline
import Statistics
import Storage

extension ReportPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack"><article class="stack">
        \(problem.map { "<div class=\"error-summary\" role=\"alert\" tabindex=\"-1\"><h2>\($0)</h2></div>" as HTML })
        <header><div class="title"><div><p class="kicker"><a href="\(Address.reports(.list(unit.id)).path)">Pages of \
        \(unit.name)</a></p><h1>\(report.title)</h1></div>\(mayWrite ? ways : nil)</div>
        <p class="lede">\(report.summary)</p>
        <p class="muted">Written by \(report.author.name). What it shows is as it stands on \(today.words).</p></header>
        \(blocks.html(isPublic: false))
        \(blocks.isEmpty ? empty : nil)
        </article>
        <div class="stack no-print">
        \(frozen(in: frame))
        \(audience.html(blockNote))
        \(mayWrite ? history.section(in: frame, [restoring]) : nil)
        \(mayWrite ? deletion(in: frame) : nil)
        </div></div>
        """
    }

    private var ways: HTML {
        """
        <p class="actions"><a class="button" href="\(Address.reports(.blocks(unit.id, report.id)).path)">Write it</a> \
        <a href="\(Address.reports(.details(unit.id, report.id)).path)">Title and readers</a> \
        <a href="\(Address.reports(.outside(unit.id, report.id)).path)">What others will see</a></p>
        """
    }

    private var empty: HTML { "<p class=\"muted\">Nothing has been written yet.</p>" }

    private var blockNote: HTML {
        """
        <p>That is the page with its words. A chart, a drawing or a story in it is shown to those only who may see it \
        anyway; small numbers are withheld from those outside as everywhere.</p>
        """
    }

    private func frozen(in frame: Frame) -> HTML? {
        guard mayWrite || !snapshots.isEmpty else { return nil }
        let items = snapshots.map { snapshot -> HTML in
            let address = Address.reports(.snapshot(unit.id, report.id, snapshot.id))
            let note = snapshot.note.isEmpty ? "" : ": \(snapshot.note)"
            return """
                <li><a href="\(address.path)">As it stood on \(snapshot.instant.words)</a> <span class="muted">frozen \
                by \(snapshot.author.name)\(note)</span></li>
                """
        }
        let told = KeptSentences.snapshots(snapshots.map(\.instant))
        let list: HTML = "<p>\(told)</p>\(items.isEmpty ? nil : "<ul>\(items)</ul>" as HTML)"
        return """
            <section><h2 id="snapshots">Snapshots</h2>\(list)\(mayWrite ? freezing(in: frame) : nil)</section>
            """
    }

    private func freezing(in frame: Frame) -> HTML {
        let isOpen: HTML? = freezeForm.problems.isEmpty ? nil : " open"
        return """
            <details class="panel"\(isOpen)><summary>Freeze this page</summary>
            <p>Its words, its charts with their sentences, its drawings and its stories are kept as they stand now. \
            New data, a new phase or another target doesn’t change a snapshot, and nobody can edit it. Whoever may \
            read this page may read it, and each of its parts is shown to those only who may see that.</p>
            \(frame.form(to: .reports(.snapshots(unit.id, report.id)), content: """
                \(freezeForm.summary)
                \(freezeForm.text("snapshot-note", "What for (optional)", hint: "Such as: for the board of 3 March."))
                <button>Freeze this page</button>
                """))</details>
            """
    }

    private var restoring: History.Way {
        var way = History.Way(address: .reports(.restored(unit.id, report.id)))
        way.sendsFields = false
        way.more = { [ReportRoutes.restoredField: String($0.number)] }
        return way
    }

    private func deletion(in frame: Frame) -> HTML {
        DeletionForm.folded(
            "Delete this page",
            """
            It goes into the bin with its snapshots, and can be taken out again for 30 days. A public link to it opens \
            nothing meanwhile.
            """,
            to: .reports(.deleted(unit.id, report.id)),
            in: frame
        )
    }
}
