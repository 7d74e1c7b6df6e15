package import Storage

/// A link that shows one series, as those outside see it, to whoever holds it.
package struct PublicLink: OutsideLink {
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

    /// The last days that one may be made for.
    package static let mostDays = 3_650
}

/// What a link that opens something to whoever holds it says of itself.
package protocol OutsideLink: Identifiable, Equatable, Sendable where ID == Identifier<Self> {
    /// Who made it, and when.
    var author: Author { get }
    var created: Timestamp { get }
    var expires: Timestamp? { get }
    var revoked: Timestamp? { get }
    var opened: Int { get }
}

extension OutsideLink {
    package func state(at now: Timestamp) -> PublicLink.State {
        if revoked != nil { return .revoked }
        return expires.map { $0 <= now } ?? false ? .expired : .open
    }

    /// Until when it holds, for the audit trail.
    var duration: String { Self.duration(expires) }

    static func duration(_ expires: Timestamp?) -> String {
        expires.map { "until \($0.day)" } ?? "until it is revoked"
    }
}
