package import Storage

/// A link that shows the theory of one programme, as everyone may see it, to whoever holds it.
package struct ProgrammeLink: OutsideLink {
    package typealias ID = Identifier<ProgrammeLink>

    package let id: ID
    package var programme: Programme.ID
    package var author: Author
    package var created: Timestamp
    /// Nil for one that holds until someone revokes it.
    package var expires: Timestamp?
    package var revoked: Timestamp?
    /// How often its page was opened; by whom is not recorded.
    package var opened: Int
}
