package import Statistics
package import Storage

/// A dated meeting over the open signals of a unit, which ends in decisions.
package struct Review: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Review>

    package let id: ID
    package var unit: Unit.ID
    package var kind: Kind
    package var day: Day
    /// How many people are, or were, there; nil where nobody has said.
    package var present: Int?
    /// How long it took; nil where nobody has said.
    package var minutes: Int?
    package var author: Author
    package var instant: Timestamp
    /// When it was closed and its minutes froze; nil while it is open.
    package internal(set) var closed: Timestamp?
    package internal(set) var closer: Author?

    package init(
        id: ID,
        unit: Unit.ID,
        kind: Kind,
        day: Day,
        present: Int? = nil,
        minutes: Int? = nil,
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.unit = unit
        self.kind = kind
        self.day = day
        self.present = present
        self.minutes = minutes
        self.author = author
        self.instant = instant
    }

    package enum Kind: String, CaseIterable, Sendable {
        /// A team, each week.
        case huddle
        /// A place or an organisation, each month.
        case monthly
        /// A community, each quarter.
        case community
    }

    package var isOpen: Bool { closed == nil }

    /// The minutes that it asked of all who were there; nil where that isn't known.
    package var askedMinutes: Int? {
        guard let present, let minutes else { return nil }
        return present * minutes
    }
}

extension Review {
    /// What its form shows of it.
    package var fields: [Revision.Field] {
        [
            .init("review-kind", kind.rawValue), .init("review-day", day.description),
            .init("present", present.map(String.init) ?? ""),
            .init("minutes", minutes.map(String.init) ?? ""),
        ]
    }
}

/// What somebody wrote down during a review, or added to its minutes later.
package struct ReviewNote: Equatable, Sendable {
    package var isAddition: Bool
    package var text: String
    package var author: Author
    package var instant: Timestamp
}
