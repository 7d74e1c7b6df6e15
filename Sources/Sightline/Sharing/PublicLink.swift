package import Storage

/// A link that shows one series, as those outside see it, to whoever holds it.
package struct PublicLink: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<PublicLink>

    package let id: ID
    package var series: Series.ID
    package var measure: Measure.ID
    package var unit: Unit.ID
    package var author: Author
    package var created: Timestamp
    /// Nil for one that holds until someone revokes it.
    package var expires: Timestamp?
    package var revoked: Timestamp?
    /// How often its page was opened; by whom is not recorded.
    package var opened: Int

    package enum State: Equatable, Sendable {
        case open, expired, revoked
    }

    package func state(at now: Timestamp) -> State {
        if revoked != nil { return .revoked }
        return expires.map { $0 <= now } ?? false ? .expired : .open
    }

    /// The last days that one may be made for.
    package static let mostDays = 3_650
}
