import Sightline
import Storage
import Testing
import Website

extension AccessWorld {
    /// The same for addresses of written pages: shared is one that its place may read; made afresh, as a visit may
    /// delete it.
    func report(like example: ReportAddress, _ subject: AccessTable.Subject) async throws -> ReportAddress {
        let (report, snapshot) = try await page(subject)
        return switch example {
        case .list: .list(own)
        case .new: .new(own)
        case .report: .report(own, report)
        case .details: .details(own, report)
        case .blocks: .blocks(own, report)
        case .block: .block(own, report, 1)
        case .movedBlock: .movedBlock(own, report, 1)
        case .removedBlock: .removedBlock(own, report, 1)
        case .restored: .restored(own, report)
        case .outside: .outside(own, report)
        case .publicLinks: .publicLinks(own, report)
        case .deleted: .deleted(own, report)
        case .snapshots: .snapshots(own, report)
        case .snapshot: .snapshot(own, report, snapshot)
        case .deletedSnapshot: .deletedSnapshot(own, report, snapshot)
        }
    }

    private func page(_ subject: AccessTable.Subject) async throws -> (Report.ID, Snapshot.ID) {
        let context = site.context
        var report = Report(
            id: context.makeID(),
            unit: own,
            visibility: subject == .kept ? .unit : .place,
            title: subject == .kept ? "Secret falls" : "Falls",
            summary: "How it goes",
            author: context.author,
            instant: context.now
        )
        report.add(.words, "It goes well")
        let made = report
        return try await site.database.write { connection in
            try ReportStore.insert(made, context, on: connection)
            return (made.id, try SnapshotStore.freeze(made, note: "", context, on: connection).id)
        }
    }
}
