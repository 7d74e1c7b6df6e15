package import Storage

/// A link that shows one written page, as everyone may see it, to whoever holds it.
package struct ReportLink: OutsideLink {
    package typealias ID = Identifier<ReportLink>

    package let id: ID
    package var report: Report.ID
    package var author: Author
    package var created: Timestamp
    /// Nil for one that holds until someone revokes it.
    package var expires: Timestamp?
    package var revoked: Timestamp?
    /// How often its page was opened; by whom is not recorded.
    package var opened: Int
}
