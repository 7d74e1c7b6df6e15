import Sightline
import Storage

/// Every unit, as the tree that they make.
struct UnitTreePage: Page {
    let tree: UnitTree
    /// Whether the visitor may change at least one of them.
    let mayEdit: Bool

    var title: String { "Units" }
    var section: Section? { .units }

    init(for visit: Visit, on connection: any SQLConnection) throws {
        let tree = try UnitStore.tree(on: connection)
        self.tree = tree
        mayEdit = tree.roots.contains { visit.may(.editUnits, on: $0.id, in: tree) }
    }
}
