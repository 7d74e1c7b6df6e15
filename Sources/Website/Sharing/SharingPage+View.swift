import Markup
import Sightline
import Storage

extension SharingPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack"><div><p class="kicker">\(unit.name)</p><h1>What we share</h1>
        <p>What \(unit.name) and the units below it let others see. Making and revoking is in the audit trail; of a
        link’s openings only the number is kept.</p></div>
        <section><h2 id="measures">Measures that others see</h2>\(measureTable(in: frame))</section>
        <section><h2 id="links">Public links</h2>\(linkTable(in: frame))</section>
        \(programmes.sections(of: unit.id, in: frame))
        \(packs.sections(of: unit.id, in: frame))
        \(reports.sections(of: unit.id, in: frame))</div>
        """
    }

    private func measureTable(in frame: Frame) -> HTML {
        let summary = PeopleSentences.shared("measure", measures.count)
        guard !measures.isEmpty else { return "<p class=\"muted\">\(summary)</p>" }
        let rows = measures.map { shared -> HTML in
            let since = shared.since.map { "\($0.instant.day.words), by \($0.author.name)" } ?? "Not recorded"
            let button: HTML = """
                <input type="hidden" name="measure" value="\(shared.measure.id.pathText)">
                <button class="link">Keep it to ourselves<span class="visually-hidden">: \
                \(shared.measure.title)</span></button>
                """
            return """
                <tr><th scope="row" data-name="Measure">\(shared.measure.title)</th>\
                <td data-name="Belongs to">\(shared.keeperName)</td>\
                <td data-name="Seen by">\(shared.measure.visibility.audience)</td><td data-name="Since">\(since)</td>\
                <td>\(frame.form(to: .endedShares(unit.id), content: button))</td></tr>
                """
        }
        return """
            <p>\(summary)</p>
            <div class="scroll" role="region" aria-labelledby="measures" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col">Measure</th><th scope="col">Belongs to</th><th scope="col">Seen by</th>
            <th scope="col">Since</th><th scope="col">End it</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func linkTable(in frame: Frame) -> HTML {
        let summary = PeopleSentences.links(
            links.map(\.state),
            openings: links.reduce(0) { $0 + $1.link.opened }
        )
        guard !links.isEmpty else {
            return "<p class=\"muted\">\(summary) A public link is made on the page of a series.</p>"
        }
        let rows = links.map { shared -> HTML in
            let link = shared.link
            let button: HTML = """
                <input type="hidden" name="link" value="\(link.id.pathText)">
                <button class="link">Revoke it<span class="visually-hidden">: \(shared.title)</span></button>
                """
            return """
                <tr><th scope="row" data-name="Series"><a href="\(Address.series(link.unit, link.thing).path)">\
                \(shared.title)</a>, \(shared.unitName)</th>\
                <td data-name="Since">\(link.created.day.words), by \(link.author.name)</td>\
                <td data-name="State">\(Self.words(of: shared))</td>\
                <td class="number" data-name="Opened">\(link.opened)</td>\
                <td>\(link.revoked == nil ? frame.form(to: .endedShares(unit.id), content: button) : "")</td></tr>
                """
        }
        return """
            <p>\(summary)</p>
            <div class="scroll" role="region" aria-labelledby="links" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col">Series</th><th scope="col">Since</th><th scope="col">State</th>
            <th scope="col" class="number">Opened</th><th scope="col">End it</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private static func words(of shared: SharedLink) -> String {
        let link = shared.link
        return words(of: shared.state, expires: link.expires, revoked: link.revoked)
    }

    static func words(of state: PublicLinkState, expires: Timestamp?, revoked: Timestamp?) -> String {
        switch state {
        case .open: expires.map { "Opens until \($0.day.words)" } ?? "Opens until revoked"
        case .expired: "Has run out" + (expires.map { " on \($0.day.words)" } ?? "")
        case .revoked: "Revoked" + (revoked.map { " on \($0.day.words)" } ?? "")
        }
    }
}

extension Visibility {
    /// Who sees what has it.
    var audience: String {
        switch self {
        case .unit: "the unit only"
        case .place: "its place"
        case .community: "the community"
        }
    }
}
