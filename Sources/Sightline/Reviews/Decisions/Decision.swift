package import Statistics
package import Storage

/// What a review decided: what is done, who answers for it, and what is expected of it by when.
package struct Decision: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Decision>

    package let id: ID
    package var review: Review.ID
    package var unit: Unit.ID
    package var kind: Kind
    package var text: String
    /// What is to be seen at the due day.
    package var expected: String
    package var owner: Author
    package var due: Day
    /// The signal or the cycle that it answers.
    package var about: About
    /// What that was called; empty for what answers nothing in particular.
    package var name: String
    package var followUp: FollowUp?
    package var author: Author
    package var instant: Timestamp

    package init(
        id: ID,
        review: Review.ID,
        unit: Unit.ID,
        kind: Kind,
        text: String,
        expected: String,
        owner: Author,
        due: Day,
        about: About = About(),
        name: String = "",
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.review = review
        self.unit = unit
        self.kind = kind
        self.text = text
        self.expected = expected
        self.owner = owner
        self.due = due
        self.about = about
        self.name = name
        self.author = author
        self.instant = instant
    }

    package enum Kind: String, CaseIterable, Sendable {
        /// More of what works.
        case amplify
        /// The same in another way.
        case adapt
        case stop
        /// Look again, and do nothing yet.
        case watch
        /// Help those who do it.
        case support
    }

    /// Whether nobody has said what came of it by the day that was set.
    package func isOverdue(on today: Day) -> Bool { followUp == nil && due < today }
}

/// What came of a decision.
package struct FollowUp: Equatable, Sendable {
    package var outcome: Outcome
    package var happened: String
    /// How long finding out took; nil where nobody has said.
    package var minutes: Int?
    package var author: Author
    package var instant: Timestamp

    package init(
        _ outcome: Outcome,
        happened: String,
        minutes: Int? = nil,
        author: Author,
        instant: Timestamp
    ) {
        self.outcome = outcome
        self.happened = happened
        self.minutes = minutes
        self.author = author
        self.instant = instant
    }

    /// Whether what was expected came.
    package enum Outcome: String, CaseIterable, Sendable {
        case asExpected = "as-expected"
        case partly, not
        case cannotTell = "cannot-tell"
    }
}

extension Decision {
    /// What its two forms show of it.
    package var fields: [Revision.Field] {
        [
            .init("decision-kind", kind.rawValue), .init("decided", text), .init("expected", expected),
            .init("owner", owner.person.map { $0.description } ?? owner.name),
            .init("due-day", due.description), .init("came", followUp?.outcome.rawValue ?? ""),
            .init("came-text", followUp?.happened ?? ""),
            .init("came-minutes", followUp?.minutes.map(String.init) ?? ""),
        ]
    }

    /// The fields of the form that decides, and of the one that follows up.
    package static let deciding = ["decision-kind", "decided", "expected", "owner", "due-day"]
    package static let following = ["came", "came-text", "came-minutes"]
}
