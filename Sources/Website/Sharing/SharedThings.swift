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
    let links: LinkList<Thing>

    /// One that its unit lets others see.
    struct Shared: Sendable {
        let thing: Thing
        let keeperName: String
        /// Nil where the record doesn't tell.
        let since: (instant: Timestamp, author: Author)?
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
        let links = try PublicLinkStore.all(to: Thing.self, within: unit, on: connection)
        let words = Thing.shareWords
        self.links = LinkList(
            links: links.compactMap { link in
                byID[link.thing].map { thing in
                    .init(
                        link: link,
                        state: link.state(at: now),
                        title: thing.title,
                        address: thing.address,
                        unitName: reader.tree[thing.unit]?.name ?? ""
                    )
                }
            },
            noun: words.thing,
            field: words.linkField,
            none: words.noLinks
        )
    }

    /// Revokes the link or keeps the thing that a form names; gives back what to say of it, nil where it names none.
    func end(_ form: Form, _ context: Context, on connection: any SQLConnection) throws -> Notice? {
        if try links.revoke(in: form, context, on: connection) { return .linkRevoked }
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
        let table = ShareTable(
            noun: words.thing,
            field: words.field,
            rows: shared.map { shared in
                ShareTable.Row(
                    id: shared.thing.id.pathText,
                    title: shared.thing.title,
                    address: shared.thing.address,
                    keeperName: shared.keeperName,
                    visibility: shared.thing.visibility,
                    since: shared.since
                )
            }
        )
        return """
            <section><h2 id="\(words.field)s">\(words.things) that others see</h2>\(table.html(of: unit, in: frame))
            </section><section><h2 id="\(words.linkField)s">\(words.links)</h2>\(links.html(of: unit, in: frame))
            </section>
            """
    }
}
