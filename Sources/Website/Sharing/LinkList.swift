import Markup
import Sightline
import Storage

/// The public links to things of one kind, each with the way to revoke it.
struct LinkList<Thing: LinkedThing>: Sendable {
    let links: [Listed]
    /// What one of the things is called: "series", "programme".
    let noun: String
    /// The field of the form that revokes one.
    let field: String
    /// What to say where there are none: how one is made.
    let none: String

    struct Listed: Sendable {
        let link: PublicLink<Thing>
        let state: PublicLinkState
        /// What it shows.
        let title: String
        let address: Address
        let unitName: String
    }

    /// Revokes the link that a form names; false where it names none of these.
    func revoke(in form: Form, _ context: Context, on connection: any SQLConnection) throws -> Bool {
        guard let listed = links.first(where: { $0.link.id.description == form[field] }) else { return false }
        try PublicLinkStore.revoke(listed.link, context, on: connection)
        return true
    }

    /// - Parameter unit: whose page it is on.
    func html(of unit: Unit.ID, in frame: Frame) -> HTML {
        guard !links.isEmpty else { return "<p class=\"muted\">\(none)</p>" }
        let openings = links.reduce(0) { $0 + $1.link.opened }
        return """
            <p>\(PeopleSentences.links(links.map(\.state), openings: openings))</p>
            <div class="scroll" role="region" aria-labelledby="\(field)s" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">\(noun.capitalised)</th><th scope="col">Since</th><th scope="col">State</th>
            <th scope="col" class="number">Opened</th><th scope="col">End it</th></tr></thead>
            <tbody>\(links.map { row(of: $0, on: unit, in: frame) })</tbody></table></div>
            """
    }

    private func row(of listed: Listed, on unit: Unit.ID, in frame: Frame) -> HTML {
        let link = listed.link
        let button: HTML = """
            <input type="hidden" name="\(field)" value="\(link.id.pathText)">
            <button class="link">Revoke it<span class="visually-hidden">: \(listed.title)</span></button>
            """
        return """
            <tr><th scope="row" data-name="\(noun.capitalised)">\
            <a href="\(listed.address.path)">\(listed.title)</a>, \(listed.unitName)</th>\
            <td data-name="Since">\(link.created.day.words), by \(link.author.name)</td>\
            <td data-name="State">\(words(of: listed))</td><td class="number" data-name="Opened">\(link.opened)</td>\
            <td>\(link.revoked == nil ? frame.form(to: .endedShares(unit), content: button) : "")</td></tr>
            """
    }

    private func words(of listed: Listed) -> String {
        let (expires, revoked) = (listed.link.expires, listed.link.revoked)
        return switch listed.state {
        case .open: expires.map { "Opens until \($0.day.words)" } ?? "Opens until revoked"
        case .expired: "Has run out" + (expires.map { " on \($0.day.words)" } ?? "")
        case .revoked: "Revoked" + (revoked.map { " on \($0.day.words)" } ?? "")
        }
    }
}
