import Exchange
import Markup
import Sightline
import Statistics
import Storage

/// What a public link to a pack shows: its newest version, and no way into the rest.
struct SharedPackPage: Page {
    private let unitName: String
    private let pack: Pack
    private let content: PackContent
    private let today: Day

    var title: String { content.header.title }
    var section: Section? { nil }
    var isBare: Bool { true }

    /// - Throws: `Failure.notFound` for a pack that isn't there any more, or can't be read here.
    init(of link: PublicLink<Pack>, at now: Timestamp, on connection: any SQLConnection) throws {
        guard
            let pack = try PackStore.find(link.thing, on: connection),
            let unit = try UnitStore.find(pack.unit, on: connection),
            let text = try PackStore.text(of: pack.id, version: pack.newest.number, on: connection),
            let content = PackReader.read(text).content
        else { throw Failure.notFound }
        unitName = unit.name
        self.pack = pack
        self.content = content
        today = now.day
    }

    func content(in frame: Frame) -> HTML {
        """
        <article class="stack"><header><p class="kicker">Pack of \(unitName), version \(pack.newest.number)</p>
        <h1>\(title)</h1><p class="lede">\(content.header.purpose)</p></header>
        \(PackFacts(header: content.header, today: today).html)
        <section><h2>Measures</h2>
        \(PackMeasures(content: content).html)</section>
        </article>
        """
    }
}
