import Sightline
import Statistics

extension Annotation.Kind {
    var words: String {
        switch self {
        case .event: "event"
        case .test: "test of change"
        case .definition: "change of definition"
        case .note: "note"
        }
    }
}

extension PhaseError {
    /// What is wrong and what would be right.
    var sentence: String {
        switch self {
        case .reasonMissing: "Enter the reason."
        case .outsideSeries(_, let first?, let last?):
            "Choose a day after \(first.words) and up to \(last.words): the first and the last of the series."
        case .outsideSeries: "There is no data yet to divide into phases."
        case .startsAlready: "A phase starts on that day already."
        case .notInForce: "That phase isn’t in force any more."
        }
    }
}
