import Sightline
import Storage

/// Snapshots of written pages: freezing a page, one of them, and deleting it.
///
/// There is no way to change one.
enum SnapshotRoutes {
    static func register(on routes: Routes) {
        routes.at { Address.reports(.snapshots($0, $1)) }.post(freeze)
        routes.at { Address.reports(.snapshot($0, $1, $2)) }.get { address, visit, connection in
            .page(try SnapshotPage(of: address, for: visit, on: connection))
        }
        routes.at { Address.reports(.deletedSnapshot($0, $1, $2)) }.post { address, form, visit, connection in
            let page = try SnapshotPage(of: address, for: visit, on: connection)
            try BinStore.delete(
                page.snapshot.id,
                of: page.report,
                reason: DeletionForm.reason(in: form),
                visit.context,
                on: connection
            )
            return .redirect(to: page.report.address, notice: .binned)
        }
    }

    @Sendable private static func freeze(
        _ address: (Unit.ID, Report.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let (unit, report) = try visit.readership(on: connection).report(at: address, on: connection)
        do {
            let note = form["snapshot-note"]
            let snapshot = try SnapshotStore.freeze(report, note: note, visit.context, on: connection)
            return .redirect(to: .reports(.snapshot(unit.id, report.id, snapshot.id)), notice: .pageFrozen)
        } catch let error as ReportProblems {
            var page = try ReportPage(of: address, for: visit, on: connection)
            page.freezeForm = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
    }
}
