import Sightline
import Storage

/// Where a file of observations is sent, and what was recorded lately.
struct ImportsPage: Page {
    let unit: Unit
    let measures: [Measure]
    let recordings: [Recording]
    let mayEditMeasures: Bool
    let form: FormState

    var title: String { "Import" }
    var section: Section? { .imports }

    /// What the form says when all rows are for the unit of the page.
    static let thisUnit = "this"

    init(in id: Unit.ID, _ form: FormState, for visit: Visit, on connection: any SQLConnection) throws {
        let tree = UnitTree(try UnitStore.lineage(of: id, on: connection))
        guard let unit = tree[id] else { throw Failure.notFound }
        self.unit = unit
        measures = try MeasureStore.all(on: connection)
        recordings = try RecordingStore.newest(10, within: id, on: connection)
        mayEditMeasures = visit.may(.editMeasures, on: id, in: tree)
        self.form = form
    }
}
