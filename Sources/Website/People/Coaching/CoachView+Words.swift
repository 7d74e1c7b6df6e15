import Sightline

extension CoachView {
    /// What a coach sees, as the person who lets them reads it.
    var words: String {
        switch self {
        case .roles: "My roles, and where I hold them"
        case .notes: "The notes that I wrote on charts"
        case .recordings: "The files and numbers that I brought in"
        }
    }

    /// All of them, to choose from.
    static var choices: [(value: String, label: String)] { allCases.map { ($0.rawValue, $0.words) } }
}
