import Exchange
import Markup
import Sightline
import Statistics
import Storage

/// What a public link to a pack shows: its newest version, and no way into the rest.
struct SharedPackPage: Page {
    let link: PackLink.ID
    private let unitName: String
    private let pack: Pack
    private let content: PackContent
    private let today: Day

    var title: String { content.header.title }
    var section: Section? { nil }
    var isBare: Bool { true }

    /// The pack that a code opens now; nil where it opens none.
    static func open(
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> SharedPackPage? {
        guard let secret = code.secret,
            let link = try PackLinkStore.open(secret, at: visit.now, on: connection),
            let pack = try PackStore.find(link.pack, on: connection),
            let unit = try UnitStore.find(pack.unit, on: connection),
            let text = try PackStore.text(of: pack.id, version: pack.newest.number, on: connection),
            let content = PackReader.read(text).content
        else { return nil }
        return SharedPackPage(
            link: link.id,
            unitName: unit.name,
            pack: pack,
            content: content,
            today: visit.now.day
        )
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
