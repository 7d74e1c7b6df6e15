package import Statistics

/// A unit joined, paused or left, on a day, for a reason.
package struct UnitEvent: Equatable, Sendable {
    package var unit: Unit.ID
    package var membership: Unit.Membership
    package var day: Day
    package var reason: String
    package var author: Author
    package var instant: Timestamp
}
