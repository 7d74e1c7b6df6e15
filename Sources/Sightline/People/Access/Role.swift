/// What someone may do in a unit and below it.
package enum Role: String, CaseIterable, Sendable {
    case viewer, contributor, editor, evaluator
    /// Looks after people and their roles, and sees no data.
    case peopleManager = "people-manager"
    /// Sees only the people who chose them.
    case coach
    case administrator

    package func permits(_ action: Action) -> Bool {
        switch self {
        case .viewer: action == .read
        case .contributor: [.read, .recordData, .annotate, .recordCycles].contains(action)
        case .editor:
            [
                .read, .export, .recordData, .annotate, .editMeasures, .editProgrammes, .recordCycles,
                .runReviews, .writeReports,
            ].contains(action)
        case .evaluator: [.read, .export, .writeReports].contains(action)
        case .peopleManager: action == .managePeople
        case .coach: false
        case .administrator: true
        }
    }
}
