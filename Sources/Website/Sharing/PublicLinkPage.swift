import Markup
import Sightline
import Storage

/// A public link that has just been made, shown this once.
struct PublicLinkPage: Page {
    let unit: Unit
    /// What it shows: "the theory of Home First".
    let thing: String
    /// Where its maker came from, and what that is called.
    let back: (address: Address, name: String)
    let link: String
    let expires: Timestamp?

    var title: String { "A public link" }
    var section: Section? { nil }

    func content(in frame: Frame) -> HTML {
        let until = expires.map { "It holds until \($0.day.words)." } ?? "It holds until it is revoked."
        return """
            <div class="stack"><div><p class="kicker">\(unit.name)</p><h1>A public link to \(thing)</h1></div>
            <div class="panel"><p>Copy it now: it is kept nowhere and can’t be shown again.</p>
            <p><code class="digest">\(link)</code></p><p>\(until)</p></div>
            <p><a href="\(back.address.path)">Back to the \(back.name)</a>,
            <a href="\(Address.sharing(unit.id).path)">what we share</a></p></div>
            """
    }
}
