import Markup
import Sightline
import Storage

/// Who can see something that a unit shares or keeps by itself, by the same decision that lets them in.
struct ThingAudience: Sendable {
    /// Everyone who may read it, by name, with the role that lets them and the unit that they have it on.
    let readers: [(name: String, role: Role, unit: String)]
    let visibility: Visibility
    let keeper: String
    /// How many public links show it now.
    let links: Int
    /// "programme".
    let thing: String
    /// What of it public links show: "its theory".
    let shown: String

    /// Of a programme, with its theory and its cycles.
    init(
        of programme: Programme,
        in tree: UnitTree,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        links = try ProgrammeLinkStore.open(to: programme.id, at: now, on: connection).count
        readers = try Self.readers(in: tree, on: connection) {
            Access.decide($0, .read, on: programme, in: tree)
        }
        visibility = programme.visibility
        keeper = tree[programme.unit]?.name ?? ""
        (thing, shown) = ("programme", "its theory")
    }

    /// Of a written page, but not of what it shows of other things.
    init(
        of report: Report,
        in tree: UnitTree,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        links = try ReportLinkStore.open(to: report.id, at: now, on: connection).count
        readers = try Self.readers(in: tree, on: connection) {
            Access.decide($0, .read, on: report, in: tree)
        }
        visibility = report.visibility
        keeper = tree[report.unit]?.name ?? ""
        (thing, shown) = ("page", "it")
    }

    private static func readers(
        in tree: UnitTree,
        on connection: any SQLConnection,
        _ decide: (Account) -> Access.Decision
    ) throws -> [(name: String, role: Role, unit: String)] {
        try AccountStore.all(on: connection).compactMap { account in
            guard case .allowed(by: let grant) = decide(account) else { return nil }
            return (account.person.name, grant.role, tree[grant.unit]?.name ?? "")
        }
    }

    /// - Parameter more: what else there is to say of it.
    func html(_ more: HTML? = nil) -> HTML {
        let rows = readers.map { reader -> HTML in
            "<li>\(reader.name) <span class=\"muted\">\(reader.role.word) of \(reader.unit)</span></li>"
        }
        let count = readers.count == 1 ? "1 person" : "\(readers.count) people"
        return """
            <section><h2>Who can see this?</h2><p>\(sentence) \(linkSentence)</p>\(more)
            <details><summary>\(count) can</summary><ul>\(rows)</ul></details>
            <p class="muted">Whoever runs the server can read its database, this included.</p></section>
            """
    }

    private var linkSentence: String {
        switch links {
        case 0: "No public link shows \(shown)."
        case 1: "1 public link shows \(shown) to anyone who has it."
        default: "\(links) public links show \(shown) to anyone who has them."
        }
    }

    private var sentence: String {
        switch visibility {
        case .unit:
            "\(keeper) keeps this \(thing) to itself: nobody above it can read it, and each reading is recorded."
        case .place: "\(keeper) shares this \(thing) with its place."
        case .community: "\(keeper) shares this \(thing) with the whole community."
        }
    }
}
