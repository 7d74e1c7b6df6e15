/// What a request wants to do, as far as permission goes.
package enum Action: String, CaseIterable, Sendable {
    case read
    /// Take many series away in one file.
    case export
    /// Import, edit or undo observations.
    case recordData = "record-data"
    /// Phases and annotations, and the state of signals.
    case annotate
    case editMeasures = "edit-measures"
    /// Make programmes and change their theory.
    case editProgrammes = "edit-programmes"
    /// Plan, run and close cycles.
    case recordCycles = "record-cycles"
    /// Open, run and close reviews, and set their rhythm.
    case runReviews = "run-reviews"
    /// Write pages for others, and freeze them.
    case writeReports = "write-reports"
    /// Say who else may see what a unit keeps.
    case share
    case editUnits = "edit-units"
    case managePeople = "manage-people"
    /// Say for which roles a one-time code is needed at sign-in.
    case requireCodes = "require-codes"
    case readAudit = "read-audit"
}
