import Markup
import Sightline
import Storage

/// A public link that has just been made, shown this once.
struct PublicLinkPage: Page {
    /// The unit that shares something.
    let unit: Unit
    /// What the link shows: "Falls", "the theory of Home First".
    let subject: String
    let link: String
    let expires: Timestamp?
    /// The page of what it shows, and what that is called: "the series".
    let back: (address: Address, words: String)
    let section: Section?

    var title: String { "A public link" }

    func content(in frame: Frame) -> HTML {
        let until = expires.map { "It holds until \($0.day.words)." } ?? "It holds until it is revoked."
        return """
            <div class="stack"><div><p class="kicker">\(unit.name)</p><h1>A public link to \(subject)</h1></div>
            <div class="panel"><p>Copy it now: it is kept nowhere and can’t be shown again.</p>
            <p><code class="digest">\(link)</code></p><p>\(until)</p></div>
            <p><a href="\(back.address.path)">Back to \(back.words)</a>,
            <a href="\(Address.sharing(unit.id).path)">what we share</a></p></div>
            """
    }
}
