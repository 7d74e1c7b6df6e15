import Sightline
import Storage

/// The form for a new measure.
struct NewMeasurePage: Page {
    let unit: Unit
    /// Whether the measure will be one that all units share.
    var isShared: Bool { unit.parent == nil }
    let form: FormState

    var title: String { "Add a measure" }
    var section: Section? { .measures }

    init(in id: Unit.ID, _ form: FormState, on connection: any SQLConnection) throws {
        guard let unit = try UnitStore.find(id, on: connection) else { throw Failure.notFound }
        self.unit = unit
        self.form = form
    }
}
