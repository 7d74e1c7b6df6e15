import Markup
import Sightline
import Storage

/// The programmes of a unit and those below it that others see, and the public links to their theories.
struct SharedProgrammes: Sendable {
    let shared: [Shared]
    let links: [Link]

    /// A programme that its unit lets others see.
    struct Shared: Sendable {
        let programme: Programme
        let keeperName: String
        /// Nil where the record doesn't tell.
        let since: (instant: Timestamp, author: Author)?
    }

    struct Link: Sendable {
        let link: ProgrammeLink
        let programme: Programme
        let unitName: String
        let state: PublicLink.State
    }

    init(
        within unit: Unit.ID,
        for reader: Readership,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let programmes = try ProgrammeStore.all(for: reader, on: connection).filter { programme in
            reader.tree.contains(programme.unit, within: unit) && reader.may(.share, programme)
        }
        shared = try programmes.filter { $0.visibility != .unit }.map { programme in
            Shared(
                programme: programme,
                keeperName: reader.tree[programme.unit]?.name ?? "",
                since: try AuditStore.newestShare(of: programme, on: connection)
            )
        }
        let byID = Dictionary(programmes.map { ($0.id, $0) }) { first, _ in first }
        links = try ProgrammeLinkStore.all(within: unit, on: connection).compactMap { link in
            byID[link.programme].map { programme in
                Link(
                    link: link,
                    programme: programme,
                    unitName: reader.tree[programme.unit]?.name ?? "",
                    state: link.state(at: now)
                )
            }
        }
    }

    func sections(of unit: Unit.ID, in frame: Frame) -> HTML {
        """
        <section><h2 id="programmes">Programmes that others see</h2>\(programmeTable(unit, in: frame))</section>
        <section><h2 id="theory-links">Public links to theories</h2>\(linkTable(unit, in: frame))</section>
        """
    }

    private func programmeTable(_ unit: Unit.ID, in frame: Frame) -> HTML {
        guard !shared.isEmpty else {
            return "<p class=\"muted\">None: every programme here is kept by its unit.</p>"
        }
        let rows = shared.map { shared -> HTML in
            let programme = shared.programme
            let since = shared.since.map { "\($0.instant.day.words), by \($0.author.name)" } ?? "Not recorded"
            let button: HTML = """
                <input type="hidden" name="programme" value="\(programme.id.pathText)">
                <button class="link">Keep it to ourselves<span class="visually-hidden">: \
                \(programme.title)</span></button>
                """
            return """
                <tr><th scope="row" data-name="Programme">\
                <a href="\(programme.address.path)">\(programme.title)</a></th>\
                <td data-name="Belongs to">\(shared.keeperName)</td>\
                <td data-name="Seen by">\(programme.visibility.audience)</td><td data-name="Since">\(since)</td>\
                <td>\(frame.form(to: .endedShares(unit), content: button))</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-labelledby="programmes" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">Programme</th><th scope="col">Belongs to</th><th scope="col">Seen by</th>
            <th scope="col">Since</th><th scope="col">End it</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func linkTable(_ unit: Unit.ID, in frame: Frame) -> HTML {
        guard !links.isEmpty else {
            return "<p class=\"muted\">None. A link to a theory is made on the page of its programme.</p>"
        }
        let rows = links.map { shared -> HTML in
            let (link, programme) = (shared.link, shared.programme)
            let button: HTML = """
                <input type="hidden" name="theory-link" value="\(link.id.pathText)">
                <button class="link">Revoke it<span class="visually-hidden">: \(programme.title)</span></button>
                """
            let state = SharingPage.words(of: shared.state, expires: link.expires, revoked: link.revoked)
            return """
                <tr><th scope="row" data-name="Programme">\
                <a href="\(programme.address.path)">\(programme.title)</a>, \
                \(shared.unitName)</th>\
                <td data-name="Since">\(link.created.day.words), by \(link.author.name)</td>\
                <td data-name="State">\(state)</td><td class="number" data-name="Opened">\(link.opened)</td>\
                <td>\(link.revoked == nil ? frame.form(to: .endedShares(unit), content: button) : "")</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-labelledby="theory-links" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">Programme</th><th scope="col">Since</th><th scope="col">State</th>
            <th scope="col" class="number">Opened</th><th scope="col">End it</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
