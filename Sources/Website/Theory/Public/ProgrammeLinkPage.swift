import Markup
import Sightline
import Storage

/// A public link to a theory that has just been made, shown this once.
struct ProgrammeLinkPage: Page {
    let reading: ProgrammeReading
    let link: String
    let expires: Timestamp?

    var title: String { "A public link" }
    var section: Section? { .programmes }

    func content(in frame: Frame) -> HTML {
        let until = expires.map { "It holds until \($0.day.words)." } ?? "It holds until it is revoked."
        return """
            <div class="stack"><div><p class="kicker">\(reading.unit.name)</p><h1>A public link to the theory of \
            \(reading.programme.title)</h1></div>
            <div class="panel"><p>Copy it now: it is kept nowhere and can’t be shown again.</p>
            <p><code class="digest">\(link)</code></p><p>\(until)</p></div>
            <p><a href="\(reading.programme.address.path)">Back to the programme</a>,
            <a href="\(Address.sharing(reading.unit.id).path)">what we share</a></p></div>
            """
    }
}
