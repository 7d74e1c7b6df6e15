import Storage

/// One line of the minutes of a review, as it was told when the review was closed.
package struct MinuteLine: Equatable, Sendable {
    package var part: Part
    package var text: String
    package var about: About
    package var decision: Decision.ID?

    package init(_ part: Part, _ text: String, about: About = About(), decision: Decision.ID? = nil) {
        self.part = part
        self.text = text
        self.about = about
        self.decision = decision
    }

    /// Where in the minutes it stands, in this order.
    package enum Part: String, CaseIterable, Sendable {
        /// Where, when, who and how long.
        case head
        case decisions, meanings, notes, changes, overdue, signals, stuck, late
    }
}
