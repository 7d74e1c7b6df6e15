import Sightline

extension BinError: FailureConvertible {
    package var failure: Failure { self == .notFound ? .notFound : .badRequest(sentence) }

    /// Why not, and what would be right.
    var sentence: String {
        switch self {
        case .notFound: "That isn’t there any more."
        case .unitNotEmpty:
            "The unit isn’t empty: it has units, series, programmes or measures, perhaps in the bin. A unit that has "
                + "left is better recorded as having left."
        case .unitAtTop: "A community can’t be deleted."
        case .underBinned(let kind):
            "What it belongs to is in the bin as well (\(kind.word.lowercased())): take that out first."
        case .startsAlready:
            "Another phase starts on the same day now: take that one back, or move it to another day, first."
        }
    }
}
