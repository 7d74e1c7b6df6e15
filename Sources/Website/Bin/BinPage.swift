import Sightline
import Storage

/// The bin of a unit and of those below it: what was deleted and can still come back.
struct BinPage: Page {
    let unit: Unit
    /// Those that the visitor may take out, the newest first.
    let rows: [Row]
    /// What can't be done with one of them, and why.
    var problem: String?

    var title: String { "Bin" }
    var section: Section? { .units }

    struct Row: Sendable {
        let item: BinItem
        let unitName: String
        let mayPurge: Bool
    }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let judge = try Judge(visit, on: connection)
        guard let unit = judge.tree[id] else { throw Failure.notFound }
        self.unit = unit
        rows = try BinStore.items(within: id, on: connection).compactMap { item in
            guard judge.may(.restore, item) else { return nil }
            let name = judge.tree[item.unit]?.name ?? ""
            return Row(item: item, unitName: name, mayPurge: judge.may(.purge, item))
        }
    }

    /// Decides on one thing after another, by the measures that they are of, in the bin or not.
    struct Judge {
        let tree: UnitTree
        private let measures: MeasureDirectory
        private let programmes: [Programme.ID: Programme]
        private let reports: [Report.ID: Report]
        private let account: Account?

        init(_ visit: Visit, on connection: any SQLConnection) throws {
            account = visit.account
            tree = try UnitStore.tree(on: connection)
            measures = MeasureDirectory(try MeasureStore.all(withBinned: true, on: connection))
            let programmes = try ProgrammeStore.all(withBinned: true, on: connection)
            self.programmes = Dictionary(programmes.map { ($0.id, $0) }) { first, _ in first }
            let reports = try ReportStore.all(withBinned: true, on: connection)
            self.reports = Dictionary(reports.map { ($0.id, $0) }) { first, _ in first }
        }

        func may(_ act: Access.BinAct, _ item: BinItem) -> Bool {
            let measure = item.measure.flatMap { measures[$0] }
            let programme = item.programme.flatMap { programmes[$0] }
            let report = item.report.flatMap { reports[$0] }
            return Access.decide(account, act, item, of: measure, programme, report, in: tree).isAllowed
        }
    }
}
