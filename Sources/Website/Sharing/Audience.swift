import Markup
import Sightline
import Storage

/// Who can see something that a unit keeps, or shares as a whole, by the same decision that lets them in.
struct Audience: Sendable {
    /// Everyone who may read it, by name, with the role that lets them and the unit that they have it on.
    let readers: [(name: String, role: Role, unit: String)]
    let visibility: Visibility
    let keeper: String
    /// How many public links show it now.
    let links: Int
    /// "programme".
    let noun: String
    /// What of it a public link shows: "its theory".
    let shown: String

    init(
        of programme: Programme,
        in tree: UnitTree,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try self.init(
            ofWhatBelongsTo: programme.unit,
            seen: programme.visibility,
            words: (noun: "programme", shown: "its theory"),
            links: try ProgrammeLinkStore.open(to: programme.id, at: now, on: connection).count,
            in: tree,
            on: connection
        ) { Access.decide($0, .read, on: programme, in: tree) }
    }

    init(of pack: Pack, in tree: UnitTree, at now: Timestamp, on connection: any SQLConnection) throws {
        try self.init(
            ofWhatBelongsTo: pack.unit,
            seen: pack.visibility,
            words: (noun: "pack", shown: "it"),
            links: try PackLinkStore.open(to: pack.id, at: now, on: connection).count,
            in: tree,
            on: connection
        ) { Access.decide($0, .read, on: pack, in: tree) }
    }

    /// Of a written page, but not of what it shows of other things.
    init(of report: Report, in tree: UnitTree, at now: Timestamp, on connection: any SQLConnection) throws {
        try self.init(
            ofWhatBelongsTo: report.unit,
            seen: report.visibility,
            words: (noun: "page", shown: "it"),
            links: try ReportLinkStore.open(to: report.id, at: now, on: connection).count,
            in: tree,
            on: connection
        ) { Access.decide($0, .read, on: report, in: tree) }
    }

    private init(
        ofWhatBelongsTo unit: Unit.ID,
        seen visibility: Visibility,
        words: (noun: String, shown: String),
        links: Int,
        in tree: UnitTree,
        on connection: any SQLConnection,
        deciding decide: (Account) -> Access.Decision
    ) throws {
        readers = try AccountStore.all(on: connection).compactMap { account in
            guard case .allowed(by: let grant) = decide(account) else { return nil }
            return (account.person.name, grant.role, tree[grant.unit]?.name ?? "")
        }
        self.visibility = visibility
        self.links = links
        keeper = tree[unit]?.name ?? ""
        (noun, shown) = words
    }

    /// - Parameter more: what else there is to say of it.
    func html(_ more: HTML? = nil) -> HTML {
        let rows = readers.map { reader -> HTML in
            "<li>\(reader.name) <span class=\"muted\">\(reader.role.word) of \(reader.unit)</span></li>"
        }
        let reach = AudienceSentences.reach(
            of: noun,
            keptBy: keeper,
            visibility,
            links: links,
            showing: shown
        )
        return """
            <section><h2>Who can see this?</h2><p>\(reach)</p>\(more)
            <p>\(AudienceSentences.readers(readers.count))</p>
            <details><summary>Who they are</summary><ul>\(rows)</ul></details>
            <p class="muted">\(AudienceSentences.server)</p></section>
            """
    }
}
