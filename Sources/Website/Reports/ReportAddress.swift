package import Sightline

/// Every address about the pages that people of a unit write for others.
package enum ReportAddress: Hashable, Sendable {
    case list(Unit.ID)
    case new(Unit.ID)
    case report(Unit.ID, Report.ID)
    case details(Unit.ID, Report.ID)
    case blocks(Unit.ID, Report.ID)
    case block(Unit.ID, Report.ID, Int)
    case movedBlock(Unit.ID, Report.ID, Int)
    case removedBlock(Unit.ID, Report.ID, Int)
    case restored(Unit.ID, Report.ID)
    case outside(Unit.ID, Report.ID)
    case publicLinks(Unit.ID, Report.ID)
    case deleted(Unit.ID, Report.ID)
    case snapshots(Unit.ID, Report.ID)
    case snapshot(Unit.ID, Report.ID, Snapshot.ID)
    case deletedSnapshot(Unit.ID, Report.ID, Snapshot.ID)

    /// Its path, piece by piece.
    var segments: [Address.Segment] {
        switch self {
        case .list(let unit): Self.reports(unit)
        case .new(let unit): Self.reports(unit) + ["new"]
        case .report(let unit, let report): Self.report(unit, report)
        case .details(let unit, let report): Self.report(unit, report) + ["details"]
        case .blocks(let unit, let report): Self.report(unit, report) + ["blocks"]
        case .block(let unit, let report, let block): Self.block(unit, report, block)
        case .movedBlock(let unit, let report, let block): Self.block(unit, report, block) + ["position"]
        case .removedBlock(let unit, let report, let block): Self.block(unit, report, block) + ["removal"]
        case .restored(let unit, let report): Self.report(unit, report) + ["restored"]
        case .outside(let unit, let report): Self.report(unit, report) + ["outside"]
        case .publicLinks(let unit, let report): Self.report(unit, report) + ["public-links"]
        case .deleted(let unit, let report): Self.report(unit, report) + ["deleted"]
        case .snapshots(let unit, let report): Self.report(unit, report) + ["snapshots"]
        case .snapshot(let unit, let report, let snapshot): Self.snapshot(unit, report, snapshot)
        case .deletedSnapshot(let unit, let report, let snapshot):
            Self.snapshot(unit, report, snapshot) + ["deleted"]
        }
    }

    /// The rule of an address.
    var admission: Admission {
        switch self {
        case .list(let unit): .permitted(.read, on: unit)
        case .new(let unit): .permitted(.writeReports, on: unit)
        case .report(let unit, let report), .snapshot(let unit, let report, _):
            .permittedReport(.read, on: unit, of: report)
        case .details(let unit, let report), .blocks(let unit, let report), .block(let unit, let report, _),
            .movedBlock(let unit, let report, _), .removedBlock(let unit, let report, _),
            .restored(let unit, let report), .outside(let unit, let report), .deleted(let unit, let report),
            .snapshots(let unit, let report), .deletedSnapshot(let unit, let report, _):
            .permittedReport(.writeReports, on: unit, of: report)
        case .publicLinks(let unit, let report): .permittedReport(.share, on: unit, of: report)
        }
    }

    /// The page on which the form stands that is sent to it.
    var formPage: ReportAddress {
        switch self {
        case .block(let unit, let report, _), .movedBlock(let unit, let report, _),
            .removedBlock(let unit, let report, _):
            .blocks(unit, report)
        case .restored(let unit, let report), .deleted(let unit, let report),
            .snapshots(let unit, let report):
            .report(unit, report)
        case .deletedSnapshot(let unit, let report, let snapshot): .snapshot(unit, report, snapshot)
        case .publicLinks(let unit, let report): .outside(unit, report)
        default: self
        }
    }

    private static func reports(_ unit: Unit.ID) -> [Address.Segment] {
        ["units", .init("unit", unit), "pages"]
    }

    private static func report(_ unit: Unit.ID, _ report: Report.ID) -> [Address.Segment] {
        reports(unit) + [.init("page", report)]
    }

    private static func snapshot(
        _ unit: Unit.ID,
        _ report: Report.ID,
        _ snapshot: Snapshot.ID
    ) -> [Address.Segment] {
        Self.report(unit, report) + ["snapshots", .init("snapshot", snapshot)]
    }

    private static func block(_ unit: Unit.ID, _ report: Report.ID, _ block: Int) -> [Address.Segment] {
        Self.report(unit, report) + ["blocks", .init("block", block)]
    }
}

/// The number of a block within its page.
extension Int: PathParameter {
    package static var example: Int { 1 }

    package init?(pathText: String) {
        guard let number = Int(pathText), number.pathText == pathText else { return nil }
        self = number
    }

    package var pathText: String { String(self) }
}
