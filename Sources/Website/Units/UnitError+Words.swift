import Sightline

extension UnitError: FailureConvertible {
    package var failure: Failure {
        switch self {
        case .notFound: .notFound
        default: .badRequest(sentence)
        }
    }

    /// What is wrong and what would be right.
    var sentence: String {
        switch self {
        case .notFound: "That unit doesn’t exist any more."
        case .nameMissing: "Enter a name."
        case .codeTaken(let code, _): "Another unit has the code \(code): choose one that is free."
        case .parentMissing(let kind):
            "A unit of this kind (\(kind.word.lowercased())) must lie in another one."
        case .parentNotWider(let kind, let parent):
            "A unit of this kind (\(kind.word.lowercased())) can’t lie in one of that kind "
                + "(\(parent.word.lowercased())): choose a wider one."
        case .cycle: "A unit can’t be moved into itself, or into one that lies below it."
        case .reasonMissing: "Enter the reason."
        }
    }
}
