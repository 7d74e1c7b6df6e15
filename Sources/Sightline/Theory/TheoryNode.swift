package import Statistics
package import Storage

/// Something that a theory speaks of.
package struct TheoryNode: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<TheoryNode>

    package let id: ID
    package var programme: Programme.ID
    package var kind: Kind
    package var title: String
    package var detail: String
    /// Its place among the nodes of its kind, from the top.
    package var position: Int
    /// What an aim is told by: the measure, where it should be and by when.
    package var measure: Measure.ID?
    package var target: Double?
    package var due: Day?
    /// Nil for one that is in the theory.
    package var removal: TheoryRemoval?

    package init(
        id: ID,
        programme: Programme.ID,
        kind: Kind,
        title: String,
        detail: String = "",
        position: Int = 0,
        measure: Measure.ID? = nil,
        target: Double? = nil,
        due: Day? = nil
    ) {
        self.id = id
        self.programme = programme
        self.kind = kind
        self.title = title
        self.detail = detail
        self.position = position
        self.measure = measure
        self.target = target
        self.due = due
    }

    /// From the aim outwards.
    package enum Kind: String, CaseIterable, Sendable {
        case aim
        case primaryDriver = "primary-driver"
        case secondaryDriver = "secondary-driver"
        case changeIdea = "change-idea"
        /// What is better off in the end, if all holds.
        case lastingOutcome = "lasting-outcome"
        case outcome
        /// What is different first.
        case earlyOutcome = "early-outcome"
        /// What an activity leaves behind that can be counted.
        case output
        case activity
        case input
        /// What has to hold, whatever people do.
        case assumption

        /// Its place from the aim outwards.
        package var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
    }
}
