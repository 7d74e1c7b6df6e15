import Sightline

extension Role {
    var word: String {
        switch self {
        case .viewer: "Viewer"
        case .contributor: "Contributor"
        case .editor: "Editor"
        case .evaluator: "Evaluator"
        case .peopleManager: "People manager"
        case .coach: "Coach"
        case .administrator: "Administrator"
        }
    }

    /// All of them with their words, to choose from.
    static var choices: [(value: String, label: String)] { allCases.map { ($0.rawValue, $0.word) } }

    var article: String { [.editor, .evaluator, .administrator].contains(self) ? "an" : "a" }

    /// What it lets one do.
    var explanation: String {
        switch self {
        case .viewer: "sees the unit’s measures"
        case .contributor: "sees measures, brings in numbers and writes notes"
        case .editor: "sees, brings in and defines measures"
        case .evaluator:
            "sees everything that isn’t kept, takes it away in files, and writes pages for others"
        case .peopleManager: "looks after people and their roles, and sees no numbers"
        case .coach: "sees only the people who chose them"
        case .administrator: "may do everything in the unit and below it"
        }
    }
}
