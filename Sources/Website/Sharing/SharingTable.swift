import Markup
import Sightline
import Storage

/// The two tables of one kind of thing that a unit shares: those that others see, and the public links to them.
struct SharingTable {
    /// The kind, with a capital: "Programme".
    let noun: String
    let shared: [Shared]
    let links: [Link]

    /// A thing that its unit lets others see.
    struct Shared: Sendable {
        let id: String
        let title: String
        let address: Address
        let keeperName: String
        let visibility: Visibility
        /// Nil where the record doesn't tell.
        let since: (instant: Timestamp, author: Author)?
    }

    struct Link: Sendable {
        let id: String
        let title: String
        let address: Address
        let unitName: String
        let made: (instant: Timestamp, author: Author)
        let state: PublicLink.State
        let expires: Timestamp?
        let revoked: Timestamp?
        let opened: Int
    }

    /// - Parameters:
    ///   - field: what a form that ends a share calls the thing.
    ///   - label: the id of the heading above.
    func sharedTable(of unit: Unit.ID, field: String, label: String, none: String, in frame: Frame) -> HTML {
        guard !shared.isEmpty else { return "<p class=\"muted\">\(none)</p>" }
        let rows = shared.map { shared -> HTML in
            let since = shared.since.map { "\($0.instant.day.words), by \($0.author.name)" } ?? "Not recorded"
            let button: HTML = """
                <input type="hidden" name="\(field)" value="\(shared.id)">
                <button class="link">Keep it to ourselves<span class="visually-hidden">: \
                \(shared.title)</span></button>
                """
            return """
                <tr><th scope="row" data-name="\(noun)">\
                <a href="\(shared.address.path)">\(shared.title)</a></th>\
                <td data-name="Belongs to">\(shared.keeperName)</td>\
                <td data-name="Seen by">\(shared.visibility.audience)</td><td data-name="Since">\(since)</td>\
                <td>\(frame.form(to: .endedShares(unit), content: button))</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-labelledby="\(label)" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">\(noun)</th><th scope="col">Belongs to</th><th scope="col">Seen by</th>
            <th scope="col">Since</th><th scope="col">End it</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    /// - Parameters:
    ///   - field: what a form that revokes a link calls it.
    ///   - label: the id of the heading above.
    func linkTable(of unit: Unit.ID, field: String, label: String, none: String, in frame: Frame) -> HTML {
        guard !links.isEmpty else { return "<p class=\"muted\">\(none)</p>" }
        let rows = links.map { link -> HTML in
            let button: HTML = """
                <input type="hidden" name="\(field)" value="\(link.id)">
                <button class="link">Revoke it<span class="visually-hidden">: \(link.title)</span></button>
                """
            let state = SharingPage.words(of: link.state, expires: link.expires, revoked: link.revoked)
            return """
                <tr><th scope="row" data-name="\(noun)"><a href="\(link.address.path)">\(link.title)</a>, \
                \(link.unitName)</th>\
                <td data-name="Since">\(link.made.instant.day.words), by \(link.made.author.name)</td>\
                <td data-name="State">\(state)</td><td class="number" data-name="Opened">\(link.opened)</td>\
                <td>\(link.revoked == nil ? frame.form(to: .endedShares(unit), content: button) : "")</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-labelledby="\(label)" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">\(noun)</th><th scope="col">Since</th><th scope="col">State</th>
            <th scope="col" class="number">Opened</th><th scope="col">End it</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
