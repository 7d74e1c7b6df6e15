package import Storage

/// What a review agreed that a signal means.
package struct AgreedMeaning: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<AgreedMeaning>

    package let id: ID
    package var review: Review.ID
    package var about: About
    /// What the signal was called.
    package var name: String
    package var certainty: SignalHandling.Certainty
    package var text: String
    package var author: Author
    package var instant: Timestamp
}

extension AgreedMeaning {
    /// What its form shows of it.
    package var fields: [Revision.Field] {
        [.init("certainty", certainty.rawValue), .init("agreed", text)]
    }
}
