import Markup
import Sightline
import Storage

/// A public link that has just been made, shown this once.
struct PublicLinkPage: Page {
    let reading: SeriesReading
    let link: String
    let expires: Timestamp?

    var title: String { "A public link" }
    var section: Section? { .measures }

    func content(in frame: Frame) -> HTML {
        let until = expires.map { "It holds until \($0.day.words)." } ?? "It holds until it is revoked."
        return """
            <div class="stack"><div><p class="kicker">\(reading.unit.name)</p><h1>A public link to \
            \(reading.measure.title)</h1></div>
            <div class="panel"><p>Copy it now: it is kept nowhere and can’t be shown again.</p>
            <p><code class="digest">\(link)</code></p><p>\(until)</p></div>
            <p><a href="\(Address.series(reading.unit.id, reading.series.id).path)">Back to the series</a>,
            <a href="\(Address.sharing(reading.unit.id).path)">what we share</a></p></div>
            """
    }
}
