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
                since: try AuditStore.newestShare(of: AuditEntry.subject(programme), on: connection)
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
        let theirs = table.sharedTable(
            of: unit,
            field: "programme",
            label: "programmes",
            none: "None: every programme here is kept by its unit.",
            in: frame
        )
        let open = table.linkTable(
            of: unit,
            field: "theory-link",
            label: "theory-links",
            none: "None. A link to a theory is made on the page of its programme.",
            in: frame
        )
        return """
            <section><h2 id="programmes">Programmes that others see</h2>\(theirs)</section>
            <section><h2 id="theory-links">Public links to theories</h2>\(open)</section>
            """
    }

    private var table: SharingTable {
        SharingTable(
            noun: "Programme",
            shared: shared.map { shared in
                .init(
                    id: shared.programme.id.pathText,
                    title: shared.programme.title,
                    address: shared.programme.address,
                    keeperName: shared.keeperName,
                    visibility: shared.programme.visibility,
                    since: shared.since
                )
            },
            links: links.map { shared in
                let (link, programme) = (shared.link, shared.programme)
                return .init(
                    id: link.id.pathText,
                    title: programme.title,
                    address: programme.address,
                    unitName: shared.unitName,
                    made: (link.created, link.author),
                    state: shared.state,
                    expires: link.expires,
                    revoked: link.revoked,
                    opened: link.opened
                )
            }
        )
    }
}
