import Sightline
import Statistics
import Storage

/// The audit trail of a unit and of those below it: who did what, when and from where.
struct AuditPage: Page {
    let unit: Unit
    let filter: Filter
    let records: [AuditRecord]
    /// The names of the units that records belong to.
    let unitNames: [Unit.ID: String]

    var title: String { "Audit trail" }
    var section: Section? { .people }

    static let shown = 100

    /// What is looked for.
    struct Filter: Sendable {
        /// In the names of who did it and of what it was done to.
        var text = ""
        var act: AuditEntry.Act?
        var from: Day?
        var to: Day?
        /// Only records before this one: the next page.
        var before: Int?

        init(_ query: Form) {
            text = query["search"]
            act = AuditEntry.Act(rawValue: query["act"])
            from = Day(query["from"])
            to = Day(query["to"])
            before = Int(query["before"])
        }

        func matches(_ record: AuditRecord) -> Bool {
            let words = [record.author.name, record.entry.subject.name].map { $0.lowercased() }
            return (text.isEmpty || words.contains { $0.contains(text.lowercased()) })
                && (act == nil || record.entry.act == act)
                && (from.map { $0 <= record.instant.day } ?? true)
                && (to.map { record.instant.day <= $0 } ?? true)
        }
    }

    init(of id: Unit.ID, for visit: Visit, limit: Int = shown, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        let filter = Filter(visit.query)
        self.unit = unit
        self.filter = filter
        let record = try Whole(on: connection)
        records = try AuditStore.records(
            within: id,
            before: filter.before,
            limit: limit,
            on: connection
        ) {
            filter.matches($0) && record.isFor(visit, $0) && Self.mayReadOwn($0, reader, connection)
        }
        unitNames = Dictionary(record.tree.subtree(of: id).map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// Every unit and measure that is on record, those in the bin and those that were deleted for good too.
    private struct Whole {
        let tree: UnitTree
        let measures: MeasureDirectory

        init(on connection: any SQLConnection) throws {
            tree = try UnitStore.tree(withBinned: true, on: connection)
            measures = MeasureDirectory(try MeasureStore.all(withBinned: true, on: connection))
        }

        /// A record is for those who may read the trail of its unit, and the measure that it tells of.
        func isFor(_ visit: Visit, _ record: AuditRecord) -> Bool {
            let subject = record.entry.subject
            guard let unit = subject.unit, visit.may(.readAudit, on: unit, in: tree) else { return false }
            guard let id = subject.measure else { return true }
            guard let measure = measures[id] else { return false }
            return Access.decide(visit.account, .read, on: unit, of: measure, in: tree).isAllowed
        }
    }

    /// What a programme, a pack or a written page keeps to its unit, its trail keeps as well.
    private static func mayReadOwn(
        _ record: AuditRecord,
        _ reader: Readership,
        _ connection: any SQLConnection
    ) -> Bool {
        let subject = record.entry.subject
        switch subject.kind {
        case .programme:
            guard let id = Programme.ID(subject.id),
                let programme = try? ProgrammeStore.find(id, withBinned: true, on: connection)
            else { return false }
            return reader.may(.read, programme)
        case .pack:
            guard let id = Pack.ID(subject.id), let kept = try? PackStore.keeping(of: id, on: connection)
            else { return false }
            return reader.may(.read, onWhatBelongsTo: kept.unit, seen: kept.visibility)
        case .report:
            guard let id = Report.ID(subject.id),
                let report = try? ReportStore.find(id, withBinned: true, on: connection)
            else { return false }
            return reader.may(.read, report)
        default: return true
        }
    }
}
