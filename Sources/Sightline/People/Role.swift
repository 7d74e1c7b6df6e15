/// What someone may do in a unit and below it.
package enum Role: String, CaseIterable, Sendable {
    case viewer, contributor, editor, administrator

    func permits(_ action: Action) -> Bool {
        switch self {
        case .viewer: action == .read
        case .contributor: [.read, .recordData, .annotate].contains(action)
        case .editor: [.read, .recordData, .annotate, .editMeasures].contains(action)
        case .administrator: true
        }
    }
}
