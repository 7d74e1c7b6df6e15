import Markup
import Sightline
import Storage

/// Who can see a programme, its theory and its cycles, by the same decision that lets them in.
struct ProgrammeAudience: Sendable {
    /// Everyone who may read it, by name, with the role that lets them and the unit that they have it on.
    let readers: [(name: String, role: Role, unit: String)]
    let visibility: Visibility
    let keeper: String
    /// How many public links show its theory now.
    let links: Int

    init(
        of programme: Programme,
        in tree: UnitTree,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        links = try ProgrammeLinkStore.open(to: programme.id, at: now, on: connection).count
        readers = try AccountStore.all(on: connection).compactMap { account in
            guard case .allowed(by: let grant) = Access.decide(account, .read, on: programme, in: tree) else {
                return nil
            }
            return (account.person.name, grant.role, tree[grant.unit]?.name ?? "")
        }
        visibility = programme.visibility
        keeper = tree[programme.unit]?.name ?? ""
    }

    var html: HTML {
        let rows = readers.map { reader -> HTML in
            "<li>\(reader.name) <span class=\"muted\">\(reader.role.word) of \(reader.unit)</span></li>"
        }
        let count = readers.count == 1 ? "1 person" : "\(readers.count) people"
        return """
            <section><h2>Who can see this?</h2><p>\(sentence) \(linkSentence)</p>
            <details><summary>\(count) can</summary><ul>\(rows)</ul></details>
            <p class="muted">Whoever runs the server can read its database, this included.</p></section>
            """
    }

    private var linkSentence: String {
        switch links {
        case 0: "No public link shows its theory."
        case 1: "1 public link shows its theory to anyone who has it."
        default: "\(links) public links show its theory to anyone who has them."
        }
    }

    private var sentence: String {
        switch visibility {
        case .unit:
            "\(keeper) keeps this programme to itself: nobody above it can read it, and each reading is recorded."
        case .place: "\(keeper) shares this programme with its place."
        case .community: "\(keeper) shares this programme with the whole community."
        }
    }
}
