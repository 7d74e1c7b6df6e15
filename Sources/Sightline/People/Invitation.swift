package import Storage

/// A link that makes someone an account with a role, once.
package struct Invitation: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Invitation>

    package let id: ID
    package var unit: Unit.ID
    package var role: Role
    package var name: String
    package var email: String
    package var author: Author
    package var created: Timestamp
    package var expires: Timestamp
    package var used: Timestamp?
    package var withdrawn: Timestamp?
    /// Whom the unit knows already and who gets the account.
    package var invitee: Person.ID?

    package enum State: Sendable {
        case open, used, withdrawn, expired
    }

    package func state(at now: Timestamp) -> State {
        if used != nil { return .used }
        if withdrawn != nil { return .withdrawn }
        return now < expires ? .open : .expired
    }

    /// How long a link can be used.
    package static let validSeconds: Int64 = 14 * 24 * 3_600
}
