import Markup
import Sightline
import Storage

/// Something by itself that a unit shares or keeps, and that public links may show.
protocol SharedThing: LinkedThing, KeptThing {
    var title: String { get }
    var address: Address { get }
    /// As the audit trail names it.
    var subject: AuditEntry.Subject { get }

    static var shareWords: ShareWords { get }

    /// All that a reader may read.
    static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Self]

    /// Shares it with nobody any more.
    func keep(_ context: Context, on connection: any SQLConnection) throws
}

/// What the tables of shared things of one kind are called, and the fields of their forms.
struct ShareWords: Sendable {
    /// "programme", "page".
    let thing: String
    /// What of one a public link shows: "it", "its theory".
    let shown: String
    let things: String
    let links: String
    let noLinks: String
    let field: String
    let linkField: String
    /// What to say where one is kept again.
    let kept: Notice
}

/// The things of one kind of a unit and those below it that others see, and the public links to them.
struct SharedThings<Thing: SharedThing>: Sendable {
    let shared: [Shared]
    let links: [Link]

    /// One that its unit lets others see.
    struct Shared: Sendable {
        let thing: Thing
        let keeperName: String
        /// Nil where the record doesn't tell.
        let since: (instant: Timestamp, author: Author)?
    }

    struct Link: Sendable {
        let link: PublicLink<Thing>
        let thing: Thing
        let unitName: String
        let state: PublicLinkState
    }

    init(
        within unit: Unit.ID,
        for reader: Readership,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let things = try Thing.all(for: reader, on: connection).filter { thing in
            reader.tree.contains(thing.unit, within: unit) && reader.may(.share, thing)
        }
        shared = try things.filter { $0.visibility != .unit }.map { thing in
            Shared(
                thing: thing,
                keeperName: reader.tree[thing.unit]?.name ?? "",
                since: try AuditStore.newestShare(of: thing.subject, on: connection)
            )
        }
        let byID = Dictionary(things.map { ($0.id, $0) }) { first, _ in first }
        links = try PublicLinkStore.all(to: Thing.self, within: unit, on: connection).compactMap { link in
            byID[link.thing].map { thing in
                Link(
                    link: link,
                    thing: thing,
                    unitName: reader.tree[thing.unit]?.name ?? "",
                    state: link.state(at: now)
                )
            }
        }
    }

    /// Revokes the link or keeps the thing that a form names; gives back what to say of it, nil where it names none.
    func end(_ form: Form, _ context: Context, on connection: any SQLConnection) throws -> Notice? {
        if let shared = links.first(where: { $0.link.id.description == form[words.linkField] }) {
            try PublicLinkStore.revoke(shared.link, context, on: connection)
            return .linkRevoked
        }
        if let shared = shared.first(where: { $0.thing.id.description == form[words.field] }) {
            try shared.thing.keep(context, on: connection)
            return words.kept
        }
        return nil
    }
}

extension SharedThings {
    private var words: ShareWords { Thing.shareWords }

    func sections(of unit: Unit.ID, in frame: Frame) -> HTML {
        """
        <section><h2 id="\(words.field)s">\(words.things) that others see</h2>\(table(unit, in: frame))</section>
        <section><h2 id="\(words.linkField)s">\(words.links)</h2>\(linkTable(unit, in: frame))</section>
        """
    }

    private func table(_ unit: Unit.ID, in frame: Frame) -> HTML {
        let summary = PeopleSentences.shared(words.thing, shared.count)
        guard !shared.isEmpty else { return "<p class=\"muted\">\(summary)</p>" }
        let rows = shared.map { shared -> HTML in
            let thing = shared.thing
            let since = shared.since.map { "\($0.instant.day.words), by \($0.author.name)" } ?? "Not recorded"
            let button: HTML = """
                <input type="hidden" name="\(words.field)" value="\(thing.id.pathText)">
                <button class="link">Keep it to ourselves<span class="visually-hidden">: \
                \(thing.title)</span></button>
                """
            return """
                <tr><th scope="row" data-name="\(words.thing.capitalized)">\
                <a href="\(thing.address.path)">\(thing.title)</a></th>\
                <td data-name="Belongs to">\(shared.keeperName)</td>\
                <td data-name="Seen by">\(thing.visibility.audience)</td><td data-name="Since">\(since)</td>\
                <td>\(frame.form(to: .endedShares(unit), content: button))</td></tr>
                """
        }
        return """
            <p>\(summary)</p>
            <div class="scroll" role="region" aria-labelledby="\(words.field)s" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">\(words.thing.capitalized)</th><th scope="col">Belongs to</th>\
            <th scope="col">Seen by</th>
            <th scope="col">Since</th><th scope="col">End it</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func linkTable(_ unit: Unit.ID, in frame: Frame) -> HTML {
        guard !links.isEmpty else { return "<p class=\"muted\">\(words.noLinks)</p>" }
        let rows = links.map { shared -> HTML in
            let (link, thing) = (shared.link, shared.thing)
            let button: HTML = """
                <input type="hidden" name="\(words.linkField)" value="\(link.id.pathText)">
                <button class="link">Revoke it<span class="visually-hidden">: \(thing.title)</span></button>
                """
            let state = SharingPage.words(of: shared.state, expires: link.expires, revoked: link.revoked)
            return """
                <tr><th scope="row" data-name="\(words.thing.capitalized)">\
                <a href="\(thing.address.path)">\(thing.title)</a>, \(shared.unitName)</th>\
                <td data-name="Since">\(link.created.day.words), by \(link.author.name)</td>\
                <td data-name="State">\(state)</td><td class="number" data-name="Opened">\(link.opened)</td>\
                <td>\(link.revoked == nil ? frame.form(to: .endedShares(unit), content: button) : "")</td></tr>
                """
        }
        let summary = PeopleSentences.links(
            links.map(\.state),
            openings: links.reduce(0) { $0 + $1.link.opened }
        )
        return """
            <p>\(summary)</p>
            <div class="scroll" role="region" aria-labelledby="\(words.linkField)s" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">\(words.thing.capitalized)</th><th scope="col">Since</th>\
            <th scope="col">State</th>
            <th scope="col" class="number">Opened</th><th scope="col">End it</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
