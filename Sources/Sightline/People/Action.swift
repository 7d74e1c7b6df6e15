/// What a request wants to do, as far as permission goes.
package enum Action: String, CaseIterable, Sendable {
    case read
    /// Import, edit or undo observations.
    case recordData = "record-data"
    /// Phases and annotations, and the state of signals.
    case annotate
    case editMeasures = "edit-measures"
    case editUnits = "edit-units"
    case managePeople = "manage-people"
}
