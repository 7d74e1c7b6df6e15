import Sightline
import Storage

/// A measure with the form that changes it, its versions, and the way to retire it.
struct EditMeasurePage: Page {
    let unit: Unit
    /// In its newest version.
    let measure: Measure
    /// The unit that keeps it; nil where all share it.
    let keeper: Unit?
    /// The oldest first.
    let versions: [DefinitionVersion]
    let history: History
    var form: FormState
    var retirementForm = FormState()
    /// From which pack it was made; nil for most.
    var origin: PackOrigin?

    var title: String { "Change \(measure.title)" }
    var section: Section? { .measures }

    init(of address: (unit: Unit.ID, measure: Measure.ID), on connection: any SQLConnection) throws {
        guard
            let unit = try UnitStore.find(address.unit, on: connection),
            let measure = try MeasureStore.find(address.measure, on: connection)
        else { throw Failure.notFound }
        self.unit = unit
        self.measure = measure
        keeper = try measure.unit.flatMap { try UnitStore.find($0, on: connection) }
        versions = try MeasureStore.versions(of: measure.id, on: connection)
        history = try History(of: .measure, measure.id, on: connection)
        form = MeasureForm.filled(from: measure, revision: history.newest)
    }
}
