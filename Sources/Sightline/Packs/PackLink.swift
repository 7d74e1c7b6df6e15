package import Storage

/// A link that shows the newest version of a pack to whoever holds it.
package struct PackLink: OutsideLink {
    package typealias ID = Identifier<PackLink>

    package let id: ID
    package var pack: Pack.ID
    package var author: Author
    package var created: Timestamp
    /// Nil for one that holds until someone revokes it.
    package var expires: Timestamp?
    package var revoked: Timestamp?
    /// How often its page was opened; by whom is not recorded.
    package var opened: Int
}
