package import Storage

/// That a person chose a coach, and what the coach may see: known to the two of them alone.
package struct CoachChoice: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<CoachChoice>

    package let id: ID
    package var person: Person.ID
    package var coach: Account.ID
    package var views: Set<CoachView>
    package var started: Timestamp
    package var ended: Timestamp?
    /// When the coach last looked.
    package var seen: Timestamp?

    package init(
        id: ID,
        person: Person.ID,
        coach: Account.ID,
        views: Set<CoachView>,
        started: Timestamp,
        ended: Timestamp? = nil,
        seen: Timestamp? = nil
    ) {
        self.id = id
        self.person = person
        self.coach = coach
        self.views = views
        self.started = started
        self.ended = ended
        self.seen = seen
    }
}
