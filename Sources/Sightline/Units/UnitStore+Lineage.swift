package import Storage

extension UnitStore {
    /// A unit and those above it, from the top down; empty for an unknown one.
    ///
    /// What a request about one unit needs of the tree, without reading all of it.
    package static func lineage(of id: Unit.ID, on connection: any SQLConnection) throws -> [Unit] {
        var lineage: [Unit] = []
        var next: Unit.ID? = id
        while let id = next, let unit = try find(id, on: connection) {
            lineage.append(unit)
            next = unit.parent
        }
        return lineage.reversed()
    }
}
