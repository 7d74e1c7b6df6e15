import Exchange
import Markup
import Sightline
import Statistics
import Storage

/// A pack that comes with the program, and the way to make it a unit's own.
struct ShippedPackPage: Page {
    let unit: Unit
    let text: String
    let content: PackContent
    let today: Day
    /// Whether the visitor may keep it in the unit.
    let mayKeep: Bool
    /// The unit's pack of its name.
    let own: Pack?
    /// Whether a version of that says just this.
    let isKept: Bool

    var title: String { "\(content.header.title), as it comes with Sightline" }
    var section: Section? { .measures }

    init(
        of address: (unit: Unit.ID, name: ShippedPackName),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        let reading = address.name.pack.reading
        guard let unit = reader.tree[address.unit], let content = reading.content else {
            throw Failure.notFound
        }
        self.unit = unit
        self.content = content
        text = reading.text
        today = visit.now.day
        mayKeep = visit.may(.editMeasures, on: unit.id, in: reader.tree)
        own = try PackStore.find(name: content.header.name, of: unit.id, on: connection)
            .flatMap { reader.may(.read, $0) ? $0 : nil }
        isKept = try own.map { try PackStore.holds(reading.text, in: $0.id, on: connection) } ?? false
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.packs(.list(unit.id)).path)">Packs</a>, comes with Sightline</p>
        <h1>\(content.header.title)</h1></div>
        <p class="lede">\(content.header.purpose)</p>
        \(PackFacts(header: content.header, today: today).html)
        \(keeping(in: frame))
        <section><h2>Measures</h2>
        \(PackMeasures(content: content).html)</section>
        </div>
        """
    }

    private func keeping(in frame: Frame) -> HTML? {
        let there = own.map { "<a href=\"\($0.address.path)\">\(unit.name) has it</a>" as HTML }
        if isKept { return there.map { "<p>\($0).</p>" } }
        guard mayKeep else { return nil }
        let seen = own?.newest.number ?? 0
        let note: HTML? = there.map { "<p>\($0) in other words: this would be version \(seen + 1).</p>" }
        let state = FormState(["pack-text": text, "seen": "\(seen)"])
        return """
            <section class="panel no-print"><h2>Make it your own</h2>\(note)
            <p>\(unit.name) gets it as a pack that you can share, change and use.</p>
            \(frame.uploadForm(to: .packs(.new(unit.id)), content: """
                \(state.carrying(["pack-text", "seen"]))\
                <input type="hidden" name="step" value="\(PackUploadPage.keep)">
                <button>Keep it in \(unit.name)</button>
                """))</section>
            """
    }
}
