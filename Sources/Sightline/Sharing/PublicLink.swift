package import Storage

/// A link that shows one thing, as those outside see it, to whoever holds it.
package struct PublicLink<Thing: LinkedThing>: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<PublicLink<Thing>>

    package let id: ID
    /// What it shows.
    package let thing: Thing.ID
    package let unit: Unit.ID
    /// The measure that it shows something of, where it does.
    package let measure: Measure.ID?
    /// Who made it, and when.
    package let author: Author
    package let created: Timestamp
    /// Nil for one that holds until someone revokes it.
    package let expires: Timestamp?
    package let revoked: Timestamp?
    /// How often its page was opened; by whom is not recorded.
    package let opened: Int

    package func state(at now: Timestamp) -> PublicLinkState {
        if revoked != nil { return .revoked }
        return expires.map { $0 <= now } ?? false ? .expired : .open
    }

    /// Until when it holds, for the audit trail.
    var duration: String { expires.map { "until \($0.day)" } ?? "until it is revoked" }
}
