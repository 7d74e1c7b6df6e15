import Sightline
import Storage

/// Every unit, as the tree that they make, or those that a search finds.
struct UnitTreePage: Page {
    let tree: UnitTree
    /// Whether the visitor may change at least one of them.
    let mayEdit: Bool
    /// What was searched for; empty for the whole tree.
    let search: FormState
    /// What the search found, by the tree's order; nil for the whole tree.
    let found: [Unit]?

    var title: String { "Units" }
    var section: Section? { .units }

    /// The name of the search field, and of its parameter in the address.
    static let searchField = "find"
    /// A tree with more units than this is folded below its places.
    static let mostUnfolded = 40
    /// As many as a page lists of what a search found.
    static let mostFound = 100

    init(for visit: Visit, on connection: any SQLConnection) throws {
        let tree = try UnitStore.tree(on: connection)
        self.tree = tree
        mayEdit = tree.roots.contains { visit.may(.editUnits, on: $0.id, in: tree) }
        let words = visit.query[Self.searchField]
        search = FormState([Self.searchField: words])
        found = words.isEmpty ? nil : tree.units.filter { $0.matches(words) }
    }

    /// Whether what lies below a unit is folded away at first.
    func isFolded(_ unit: Unit) -> Bool {
        tree.units.count > Self.mostUnfolded
            && (unit.kind != .community || tree.children(of: unit.id).count > Self.mostUnfolded)
    }
}

extension Unit {
    /// Whether its name or code holds a text, whatever its case.
    fileprivate func matches(_ text: String) -> Bool {
        let text = text.lowercased()
        return name.lowercased().contains(text) || code?.lowercased().contains(text) == true
    }
}
