import Exchange
import Markup
import Sightline
import Statistics
import Storage

/// The packs that a visitor may read: of a unit and those below it, of others who share theirs, and those that come
/// with the program.
struct PacksPage: Page {
    let unit: Unit
    let own: [Pack]
    let others: [Pack]
    /// How many of the unit and those below it the visitor may not read.
    let kept: Int
    let names: [Unit.ID: String]
    let mayMake: Bool
    let today: Day

    var title: String { "Packs of measures" }
    var section: Section? { .measures }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        let all = try PackStore.all(for: reader, on: connection)
        own = all.filter { reader.tree.contains($0.unit, within: id) }
        others = all.filter { !reader.tree.contains($0.unit, within: id) }
        kept = try PackStore.kept(within: id, from: reader, on: connection)
        names = Dictionary(all.map { ($0.unit, reader.tree[$0.unit]?.name ?? "") }) { first, _ in first }
        mayMake = visit.may(.editMeasures, on: id, in: reader.tree)
        today = visit.now.day
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1>
        <p class="lede">A pack is a set of measures as a text file: what is counted and why, who wrote it and who \
        reviewed it. Take one to begin with, or hand on what you have learned to count.</p></div>
        \(mayMake ? making : nil)
        <section><h2>Of \(unit.name)</h2>\(list(own))\(keptNote)</section>
        \(others.isEmpty ? nil : "<section><h2>Shared with you</h2>\(list(others))</section>" as HTML)
        <section><h2>That come with Sightline</h2>\(shipped)</section>
        </div>
        """
    }

    private var making: HTML {
        """
        <p class="actions no-print"><a class="button" href="\(Address.packs(.new(unit.id)).path)">Send a pack</a>
        <a class="button quiet" href="\(Address.packs(.making(unit.id)).path)">Make one out of measures</a></p>
        """
    }

    private func list(_ packs: [Pack]) -> HTML {
        let overdue = packs.count { $0.header.isReviewOverdue(on: today) }
        let told = PackSentences.listed(packs.count, overdue: overdue)
        guard !packs.isEmpty else { return "<p class=\"muted\">\(told)</p>" }
        let items = packs.map { pack -> HTML in
            let header = pack.header
            let overdue: HTML? =
                header.isReviewOverdue(on: today) ? " <span class=\"tag\">review overdue</span>" : nil
            let count = PackSentences.measures(pack.newest.count)
            return """
                <li><a href="\(pack.address.path)">\(header.title)</a>\(overdue) <span class="muted small">\
                \(names[pack.unit] ?? ""), version \(pack.newest.number), \(count), \
                seen by \(pack.visibility.audience)</span>
                <p>\(Self.beginning(of: header.purpose))</p></li>
                """
        }
        return "<p>\(told)</p><ul class=\"signals\">\(items)</ul>"
    }

    private var shipped: HTML {
        let items = ShippedPack.allCases.compactMap { shipped -> HTML? in
            guard let content = shipped.reading.content else { return nil }
            let address = Address.packs(.shipped(unit.id, .init(shipped)))
            return """
                <li><a href="\(address.path)">\(content.header.title)</a> <span class="muted small">\
                \(PackSentences.measures(content.measures.count))</span>
                <p>\(Self.beginning(of: content.header.purpose))</p></li>
                """
        }
        return "<p>\(PackSentences.shipped(items.count))</p><ul class=\"signals\">\(items)</ul>"
    }

    private var keptNote: HTML? {
        guard kept > 0 else { return nil }
        return "<p class=\"muted\">\(PackSentences.kept(kept))</p>"
    }

    /// The first line of what it is for.
    private static func beginning(of purpose: String) -> String {
        String(purpose.split(whereSeparator: \.isNewline).first ?? "")
    }
}
