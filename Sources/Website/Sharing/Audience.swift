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

    /// Of a thing itself; of a written page not of what it shows of other things.
    init<Thing: SharedThing>(
        of thing: Thing,
        in tree: UnitTree,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        readers = try AccountStore.all(on: connection).compactMap { account in
            guard case .allowed(by: let grant) = Access.decide(account, .read, on: thing, in: tree) else {
                return nil
            }
            return (account.person.name, grant.role, tree[grant.unit]?.name ?? "")
        }
        visibility = thing.visibility
        keeper = tree[thing.unit]?.name ?? ""
        links = try PublicLinkStore.open(to: thing.id, at: now, on: connection).count
        noun = Thing.shareWords.thing
        shown = Thing.shareWords.shown
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
