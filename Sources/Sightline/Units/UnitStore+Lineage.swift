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

    /// How many units lie directly below one.
    package static func countBelow(_ id: Unit.ID, on connection: any SQLConnection) throws -> Int {
        try connection.one("SELECT COUNT(*) FROM unit WHERE parent_id = ?", [.id(id)]) { try $0.int(0) } ?? 0
    }

    /// The ids and names of the units directly below one, by name; at most `limit` of them.
    package static func below(
        _ id: Unit.ID,
        limit: Int,
        on connection: any SQLConnection
    ) throws -> [(id: Unit.ID, name: String)] {
        try connection.all(
            "SELECT id, name FROM unit WHERE parent_id = ? ORDER BY name, id LIMIT ?",
            [.id(id), .int(limit)]
        ) { (id: try $0.identifier(0), name: try $0.text(1)) }
    }
}
