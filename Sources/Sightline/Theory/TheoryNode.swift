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

    package init(
        id: ID,
        programme: Programme.ID,
        kind: Kind,
        title: String,
        detail: String = "",
        position: Int = 0
    ) {
        self.id = id
        self.programme = programme
        self.kind = kind
        self.title = title
        self.detail = detail
        self.position = position
    }

    /// From the aim outwards.
    package enum Kind: String, CaseIterable, Sendable {
        case aim
        case primaryDriver = "primary-driver"
        case secondaryDriver = "secondary-driver"
        case changeIdea = "change-idea"
        case outcome
        case activity
        case input
    }
}
