import Markup
import Sightline
import Storage

/// The packs of a unit and those below it that others see, and the public links to them.
struct SharedPacks: Sendable {
    let shared: [(pack: Pack, keeperName: String, since: (instant: Timestamp, author: Author)?)]
    let links: [(link: PackLink, pack: Pack, unitName: String, state: PublicLink.State)]

    init(
        within unit: Unit.ID,
        for reader: Readership,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let packs = try PackStore.all(for: reader, on: connection).filter { pack in
            reader.tree.contains(pack.unit, within: unit) && reader.may(.share, pack)
        }
        func name(_ pack: Pack) -> String { reader.tree[pack.unit]?.name ?? "" }
        shared = try packs.filter { $0.visibility != .unit }.map { pack in
            (pack, name(pack), try AuditStore.newestShare(of: AuditEntry.subject(pack), on: connection))
        }
        let byID = Dictionary(packs.map { ($0.id, $0) }) { first, _ in first }
        links = try PackLinkStore.all(within: unit, on: connection).compactMap { link in
            byID[link.pack].map { (link, $0, name($0), link.state(at: now)) }
        }
    }

    func sections(of unit: Unit.ID, in frame: Frame) -> HTML {
        let theirs = table.sharedTable(
            of: unit,
            field: "pack",
            label: "packs",
            none: "None: every pack here is kept by its unit.",
            in: frame
        )
        let open = table.linkTable(
            of: unit,
            field: "pack-link",
            label: "pack-links",
            none: "None. A link to a pack is made on its page.",
            in: frame
        )
        return """
            <section><h2 id="packs">Packs that others see</h2>\(theirs)</section>
            <section><h2 id="pack-links">Public links to packs</h2>\(open)</section>
            """
    }

    private var table: SharingTable {
        SharingTable(
            noun: "Pack",
            shared: shared.map { shared in
                .init(
                    id: shared.pack.id.pathText,
                    title: shared.pack.header.title,
                    address: shared.pack.address,
                    keeperName: shared.keeperName,
                    visibility: shared.pack.visibility,
                    since: shared.since
                )
            },
            links: links.map { shared in
                .init(
                    id: shared.link.id.pathText,
                    title: shared.pack.header.title,
                    address: shared.pack.address,
                    unitName: shared.unitName,
                    made: (shared.link.created, shared.link.author),
                    state: shared.state,
                    expires: shared.link.expires,
                    revoked: shared.link.revoked,
                    opened: shared.link.opened
                )
            }
        )
    }

    /// Ends what a form names: a link, or that others see a pack; nil where it names neither.
    func end(
        _ form: Form,
        in unit: Unit.ID,
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> Answer? {
        if let found = links.first(where: { $0.link.id.pathText == form["pack-link"] }) {
            try PackLinkStore.revoke(found.link, to: found.pack, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .linkRevoked)
        }
        if let found = shared.first(where: { $0.pack.id.pathText == form["pack"] }) {
            try PackStore.share(found.pack, .unit, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .packKept)
        }
        return nil
    }
}
