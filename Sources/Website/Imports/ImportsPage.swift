import Sightline
import Storage

/// Where a file of observations is sent, and what was recorded lately.
struct ImportsPage: Page {
    let unit: Unit
    let measures: [Measure]
    let recordings: [Recording]
    /// What the visitor sent and has not confirmed.
    let waiting: [WaitingImport]
    let now: Timestamp
    let mayEditMeasures: Bool
    let form: FormState

    var title: String { "Import" }
    var section: Section? { .imports }

    /// What the form says when all rows are for the unit of the page.
    static let thisUnit = "this"

    init(in id: Unit.ID, _ form: FormState, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        measures = reader.measures(for: .recordData, within: id).filter { $0.retirement == nil }
        waiting =
            try visit.account.map {
                try PendingImportStore.waiting(in: id, from: $0.person.id, now: visit.now, on: connection)
            } ?? []
        now = visit.now
        recordings = try RecordingStore.newest(10, within: id, for: reader, on: connection)
        mayEditMeasures = visit.may(.editMeasures, on: id, in: reader.tree)
        self.form = form
    }
}
