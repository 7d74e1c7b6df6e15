package import Storage

/// Work on one aim, or a few that belong together: its theory, its cycles, its measures.
package struct Programme: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Programme>

    package let id: ID
    /// The unit that it belongs to.
    package var unit: Unit.ID
    /// Who may read it, besides those whose role reaches it.
    package var visibility: Visibility
    package var title: String
    /// What it is for, in a sentence or two.
    package var purpose: String
    package var state: State
    /// Why it goes without some of the measures that ``Balance`` asks for; empty where nobody has said.
    package var unbalanced: String
    package var author: Author
    package var instant: Timestamp

    package init(
        id: ID,
        unit: Unit.ID,
        visibility: Visibility = .unit,
        title: String,
        purpose: String = "",
        state: State = .draft,
        unbalanced: String = "",
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.unit = unit
        self.visibility = visibility
        self.title = title
        self.purpose = purpose
        self.state = state
        self.unbalanced = unbalanced
        self.author = author
        self.instant = instant
    }

    package enum State: String, CaseIterable, Sendable {
        /// Its theory is being written.
        case draft
        case active
        case closed
    }
}

extension Programme {
    /// What its form shows of it.
    package var fields: [Revision.Field] {
        [
            .init("title", title), .init("purpose", purpose), .init("visibility", visibility.rawValue),
            .init("state", state.rawValue), .init("unbalanced", unbalanced),
        ]
    }
}
