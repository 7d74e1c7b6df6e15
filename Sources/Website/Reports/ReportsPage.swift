import Markup
import Sightline
import Storage

/// The pages that people of a unit and of those below it have written, and those that others share with it.
struct ReportsPage: Page {
    let unit: Unit
    let reports: [Report]
    let shared: [Report]
    /// How many there are that the visitor may not read.
    let kept: Int
    let mayWrite: Bool
    private let unitNames: [Unit.ID: String]

    var title: String { "Pages written for others" }
    var section: Section? { .home }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        (reports, kept) = try ReportStore.all(within: id, for: reader, on: connection)
        shared = try ReportStore.shared(with: id, for: reader, on: connection)
        mayWrite = visit.may(.writeReports, on: id, in: reader.tree)
        let units = Set((reports + shared).map(\.unit))
        unitNames = Dictionary(uniqueKeysWithValues: units.map { ($0, reader.tree[$0]?.name ?? "") })
    }

    func content(in frame: Frame) -> HTML {
        let write: HTML? =
            mayWrite
            ? "<a class=\"button\" href=\"\(Address.reports(.new(unit.id)).path)\">Write a page</a>" : nil
        let elsewhere: HTML? =
            shared.isEmpty
            ? nil
            : """
            <section><h2>Shared with \(unit.name)</h2><p>\(summary(of: shared))</p>\(list(shared))</section>
            """
        return """
            <div class="stack">
            <div class="title"><div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>\(write)</div>
            <p class="lede">How things go, in plain words, with the charts, drawings and stories that show it: for a \
            board, for patients and carers, for whoever asks.</p>
            <p>\(summary(of: reports))</p>
            \(reports.isEmpty ? nil : list(reports))\(keptNote)\(elsewhere)
            </div>
            """
    }

    private func summary(of reports: [Report]) -> String {
        ListSentences.written(reports.map(\.instant.day), one: "page", several: "pages")
    }

    private func list(_ reports: [Report]) -> HTML {
        let items = reports.map { report -> HTML in
            """
            <li><a href="\(report.address.path)">\(report.title)</a> <span class="muted small">\
            \(unitNames[report.unit] ?? ""), seen by \(report.visibility.audience)</span><p>\(report.summary)</p></li>
            """
        }
        return "<ul class=\"signals\">\(items)</ul>"
    }

    private var keptNote: HTML? {
        kept > 0 ? "<p class=\"muted\">\(ListSentences.keptPages(kept))</p>" : nil
    }
}
