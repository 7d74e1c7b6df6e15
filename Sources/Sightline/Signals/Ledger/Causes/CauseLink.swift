import Storage

/// Something that a signal's cause is told by.
package enum CauseLink: Hashable, Sendable {
    case cycle(Cycle.ID)
    /// An event, or anything else that a note on a chart tells.
    case annotation(Annotation.ID)
    /// A paper outside the product, and where it is: an address, or words.
    case document(title: String, place: String)

    package static let longestTitle = 200
    package static let longestPlace = 1_000

    /// Whether it names what it leads to: a document has a title and a place, neither of them too long.
    package var isWhole: Bool {
        guard case .document(let title, let place) = self else { return true }
        return (1...Self.longestTitle).contains(title.count) && (1...Self.longestPlace).contains(place.count)
    }

    enum Kind: String {
        case cycle
        case annotation
        case document
    }
}
