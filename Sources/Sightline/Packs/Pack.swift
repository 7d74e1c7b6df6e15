package import Storage

/// A set of measures that travels as a reviewed text file, as a unit keeps it.
package struct Pack: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Pack>

    package let id: ID
    /// The unit that it belongs to.
    package var unit: Unit.ID
    /// Who may read it, besides those whose role reaches it.
    package var visibility: Visibility
    /// The newest of its versions; the older ones stay.
    package var newest: PackVersion

    /// What the newest version says of itself.
    package var header: PackHeader { newest.header }

    package init(id: ID, unit: Unit.ID, visibility: Visibility, newest: PackVersion) {
        self.id = id
        self.unit = unit
        self.visibility = visibility
        self.newest = newest
    }
}

extension Pack {
    /// What its form asks for; what it says is in its versions.
    package var fields: [Revision.Field] { [.init("visibility", visibility.rawValue)] }
}
