import Sightline
import Statistics
import Storage

/// A written page as its reader may see it.
struct ReportPage: Page {
    let unit: Unit
    let report: Report
    let blocks: [ShownBlock]
    let today: Day
    let audience: Audience
    let history: History
    let mayWrite: Bool
    /// What was frozen of it, the newest first.
    let snapshots: [Snapshot]
    var freezeForm = FormState()
    /// Why something was not put back.
    var problem: String?

    var title: String { report.title }
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
        blocks = try ReportReader.someone(reader).blocks(of: report, on: connection)
        today = visit.now.day
        audience = try Audience(of: report, in: reader.tree, at: visit.now, on: connection)
        snapshots = try SnapshotStore.all(of: report.id, on: connection)
        mayWrite = reader.may(.writeReports, report)
        let words = try BlockWords(for: reader, on: connection)
        history = try History(of: .report, report.id, words: words.words, on: connection)
    }
}
