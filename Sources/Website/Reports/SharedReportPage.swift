import Markup
import Sightline
import Statistics
import Storage

/// What a public link to a written page shows: its words, and of other things what is public by itself.
struct SharedReportPage: Page {
    private let report: Report
    private let unitName: String
    private let blocks: [ShownBlock]
    private let today: Day

    var title: String { report.title }
    var section: Section? { nil }
    var isBare: Bool { true }

    /// - Throws: `Failure.notFound` for a page that isn't there any more.
    init(of link: PublicLink<Report>, at now: Timestamp, on connection: any SQLConnection) throws {
        guard let report = try ReportStore.find(link.thing, on: connection),
            let unit = try UnitStore.find(report.unit, on: connection)
        else { throw Failure.notFound }
        self.report = report
        unitName = unit.name
        blocks = try ReportReader.anyone(at: now, on: connection).blocks(of: report, on: connection)
        today = now.day
    }

    func content(in frame: Frame) -> HTML {
        """
        <article class="stack"><header><p class="kicker">\(unitName)</p><h1>\(report.title)</h1>
        <p class="lede">\(report.summary)</p>
        <p class="muted">What it shows is as it stands on \(today.words).</p></header>
        \(blocks.html(isPublic: true))</article>
        """
    }
}
