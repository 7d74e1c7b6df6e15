import Sightline
import Storage
import Testing
import Website

extension AccessWorld {
    /// The same for addresses of written pages: shared is one that its place may read; made afresh, as a visit may
    /// delete it.
    func report(like example: ReportAddress, _ subject: AccessTable.Subject) async throws -> ReportAddress {
        let report = try await page(subject)
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
        }
    }

    private func page(_ subject: AccessTable.Subject) async throws -> Report.ID {
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
        try await site.database.write { try ReportStore.insert(made, context, on: $0) }
        return made.id
    }
}
