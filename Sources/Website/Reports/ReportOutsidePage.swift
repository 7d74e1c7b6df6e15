import Markup
import Sightline
import Storage

/// What anyone with a public link will see of a written page, and the way to make the link.
struct ReportOutsidePage: Page {
    let unit: Unit
    let report: Report
    let blocks: [ShownBlock]
    /// How many public links show it now.
    let links: Int
    let mayShare: Bool
    /// Where the visitor makes what isn't public so, by the numbers of blocks.
    private let ways: [Int: Address]

    var title: String { "What others will see" }
    var section: Section? { .home }

    init(
        of address: (unit: Unit.ID, report: Report.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        let (unit, report) = try reader.report(at: address, on: connection)
        self.unit = unit
        self.report = report
        blocks = try ReportReader.anyone(at: visit.now, on: connection).blocks(of: report, on: connection)
        links = try PublicLinkStore.open(to: report.id, at: visit.now, on: connection).count
        mayShare = reader.may(.share, report)
        let hidden = Set(blocks.filter(\.isHidden).map(\.number))
        let own = try ReportReader.someone(reader).blocks(of: report, on: connection)
        var ways: [Int: Address] = [:]
        for block in own where hidden.contains(block.number) {
            switch block.content {
            case .chart(_, let address), .drawing(_, let address): ways[block.number] = address
            default: break
            }
        }
        self.ways = ways
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(report.address.path)">\(report.title)</a></p><h1>\(title)</h1></div>
        <section class="panel"><h2>The rule</h2>
        <p>Whoever has a public link to this page sees its title, its summary and its words, without signing in. A \
        chart is shown only while a public link of its own shows it, as those outside see it and without notes; a \
        drawing only while a public link shows that theory. No story is shown: nobody can agree to more than the \
        community. No name of who wrote it is shown.</p>
        <p>\(AudienceSentences.links(links)) \(mayShare ? shareWay : nil)</p></section>
        \(mayShare ? making(in: frame) : "<p>Administrators of the unit make public links.</p>")
        <section class="stack preview" aria-label="Preview"><p class="tag">Preview</p>
        <p class="kicker">\(unit.name)</p><h2>\(report.title)</h2><p class="lede">\(report.summary)</p>
        \(blocks.html(isPublic: true) { way(to: $0) })</section>
        </div>
        """
    }

    private var shareWay: HTML { "<a href=\"\(Address.sharing(unit.id).path)\">What we share</a>" }

    private func making(in frame: Frame) -> HTML {
        """
        <details class="panel no-print"><summary>Make a public link</summary>
        <p>It shows what stands below, as it stands when someone opens it. It can be revoked at any time.</p>
        \(PublicLinkForm.html(to: .reports(.publicLinks(unit.id, report.id)), in: frame))</details>
        """
    }

    private func way(to block: ShownBlock) -> HTML? {
        guard block.isHidden, let address = ways[block.number] else { return nil }
        return """
            <p><a href="\(address.path)">Where it could be made public<span class="visually-hidden">: block \
            \(block.number)</span></a></p>
            """
    }
}
