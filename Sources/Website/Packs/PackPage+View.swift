import Markup
import Sightline
import Statistics
import Storage

extension PackPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div class="title"><div><p class="kicker"><a href="\(Address.packs(.list(unit.id)).path)">Packs of \
        \(unit.name)</a></p><h1>\(title)</h1></div>\(measures == nil ? nil : using)</div>
        \(older)\(newerShipped)
        <p class="lede">\(version.header.purpose)</p>
        <p class="muted">Version \(version.number), kept on \(version.instant.day.words) by \(version.author.name). \
        <a href="\(file(version.number))" download>Download it (YAML)</a></p>
        \(PackFacts(header: version.header, today: today).html)
        \(comparison?.section)
        \(list)
        <p class="muted">\(PackSentences.uses(uses))</p>
        \(audience.html())
        \(mayShare ? sharing(in: frame) : nil)
        \(versionTable(in: frame))
        \(mayShare ? history.section(in: frame, [.init(address: .packs(.visibility(unit.id, pack.id)))]) : nil)
        \(mayEdit ? deletion(in: frame) : nil)
        </div>
        """
    }

    private var using: HTML {
        let address = Address.packs(.use(unit.id, pack.id))
        let path = isNewest ? address.path : address.path([Self.parameter: "\(version.number)"])
        return "<a class=\"button no-print\" href=\"\(path)\">Use these measures</a>"
    }

    private func file(_ version: Int) -> String {
        Address.packs(.file(unit.id, pack.id)).path([Self.parameter: "\(version)"])
    }

    private var older: HTML? {
        guard !isNewest else { return nil }
        return """
            <p class="panel">This is version \(version.number). <a href="\(pack.address.path)">The newest is version \
            \(pack.newest.number)</a>.</p>
            """
    }

    private var newerShipped: HTML? {
        guard mayEdit, let shipped else { return nil }
        let path = Address.packs(.shipped(unit.id, .init(shipped))).path
        return """
            <p class="panel no-print">Sightline comes with another text of this pack: <a href="\(path)">look at \
            it</a>, and keep it as the next version if you like it better.</p>
            """
    }

    private var list: HTML {
        guard let measures else {
            return """
                <section class="panel"><h2>It can’t be read here</h2><p>This version was kept by another Sightline. \
                Its file can be downloaded.</p></section>
                """
        }
        return """
            <section><h2>Measures</h2>\(PackMeasures(content: measures).html)\
            </section>
            """
    }

    // MARK: Who may read it

    private func sharing(in frame: Frame) -> HTML {
        let visibilities = Visibility.allCases.map { (value: $0.rawValue, label: $0.storyWords) }
        return """
            <section class="no-print"><h2>Share it</h2>
            \(frame.form(to: .packs(.visibility(unit.id, pack.id)), content: """
                \(form.origin)\(form.summary)
                \(form.choice("visibility", "Who may read it", hint: Self.keepingHint, of: visibilities))
                <button>Save</button>
                """))
            <details class="panel"><summary>Make a public link</summary>
            <p>Whoever has the link sees the newest version of the pack without signing in, and nothing else. It \
            can be revoked at any time.</p>
            \(PublicLinkForm.html(to: .packs(.links(unit.id, pack.id)), in: frame))
            <p><a href="\(Address.sharing(unit.id).path)">What we share</a></p></details></section>
            """
    }

    private static let keepingHint = """
        All of its versions. What a unit keeps to itself nobody above it can read; they see that there is one more.
        """

    // MARK: Versions

    private func versionTable(in frame: Frame) -> HTML {
        let rows = versions.map { version -> HTML in
            let path = pack.address.path([Self.parameter: "\(version.number)"])
            return """
                <tr><th scope="row" data-name="Version"><a href="\(path)">Version \(version.number)</a></th>\
                <td data-name="Kept">\(version.instant.words)</td><td data-name="By">\(version.author.name)</td>\
                <td class="number" data-name="Measures">\(version.count)</td>\
                <td class="prose" data-name="What is new">\(version.reason)</td>\
                <td><a href="\(file(version.number))" download>Download<span class="visually-hidden"> version \
                \(version.number)</span></a></td><td>\(wayBack(to: version, in: frame))</td></tr>
                """
        }
        return """
            <section><h2 id="versions">Versions</h2>
            <p>\(KeptSentences.packs(versions.map(\.instant)))</p>
            <div class="scroll" role="region" aria-labelledby="versions" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col">Version</th><th scope="col">Kept</th><th scope="col">By</th>
            <th scope="col" class="number">Measures</th><th scope="col">What is new</th><th scope="col">File</th>
            <th scope="col">Way back</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func wayBack(to version: PackVersion, in frame: Frame) -> HTML {
        if version.number == pack.newest.number { return "<span class=\"tag\">Now</span>" }
        guard mayEdit else { return "" }
        return frame.form(
            to: .packs(.restored(unit.id, pack.id)),
            content: """
                <input type="hidden" name="version" value="\(version.number)">\
                <input type="hidden" name="seen" value="\(pack.newest.number)">
                <button class="link">Put it back<span class="visually-hidden">: version \(version.number)</span>\
                </button>
                """
        )
    }

    private func deletion(in frame: Frame) -> HTML {
        DeletionForm.folded(
            "Delete it",
            """
            It goes into the bin with all of its versions, and can be taken out again for 30 days. The measures that \
            were made from it stay.
            """,
            to: .packs(.deleted(unit.id, pack.id)),
            in: frame
        )
    }
}
