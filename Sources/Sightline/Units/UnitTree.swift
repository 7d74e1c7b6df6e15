/// The whole tree of units in memory: a few thousand.
///
/// Depth first, children by name: a unit and everything below it are one stretch of ``units``.
package struct UnitTree: Sendable {
    package let units: [Unit]
    private let indices: [Unit.ID: Int]
    /// The end of the stretch that each unit starts.
    private let ends: [Int]
    private let depths: [Int]
    private let codes: [String: Int]
    private let names: [String: [Int]]

    /// Units whose parent is not among them are left out, with everything below.
    package init(_ all: some Sequence<Unit>) {
        var children: [Unit.ID?: [Unit]] = [:]
        for unit in all { children[unit.parent, default: []].append(unit) }
        for key in children.keys { children[key]?.sort { ($0.name, $0.id) < ($1.name, $1.id) } }
        var walk = Walk(children: children)
        walk.visit(nil, depth: 0)
        units = walk.units
        ends = walk.ends
        depths = walk.depths
        var indices: [Unit.ID: Int] = [:]
        var codes: [String: Int] = [:]
        var names: [String: [Int]] = [:]
        for (index, unit) in walk.units.enumerated() {
            indices[unit.id] = index
            if let code = unit.code { codes[Self.fold(code)] = index }
            names[Self.fold(unit.name), default: []].append(index)
        }
        self.indices = indices
        self.codes = codes
        self.names = names
    }

    package subscript(id: Unit.ID) -> Unit? { indices[id].map { units[$0] } }

    /// The units at the top, by name.
    package var roots: [Unit] { units.indices.filter { depths[$0] == 0 }.map { units[$0] } }

    /// The units directly below, by name.
    package func children(of id: Unit.ID) -> [Unit] {
        guard let index = indices[id] else { return [] }
        var children: [Unit] = []
        var next = index + 1
        while next < ends[index] {
            children.append(units[next])
            next = ends[next]
        }
        return children
    }

    /// The unit and everything below it, depth first; empty for an unknown one.
    package func subtree(of id: Unit.ID) -> ArraySlice<Unit> {
        guard let index = indices[id] else { return [] }
        return units[index..<ends[index]]
    }

    /// The units above, from the top down, without the unit itself.
    package func ancestors(of id: Unit.ID) -> [Unit] {
        var ancestors: [Unit] = []
        var next = self[id]?.parent
        while let id = next, let unit = self[id] {
            ancestors.append(unit)
            next = unit.parent
        }
        return ancestors.reversed()
    }

    /// Whether a unit is another one or lies below it.
    package func contains(_ id: Unit.ID, within other: Unit.ID) -> Bool {
        guard let index = indices[id], let top = indices[other] else { return false }
        return (top..<ends[top]).contains(index)
    }

    /// The units of a subtree that take no part now: paused or left, themselves or with a unit above them.
    package func absentUnits(within id: Unit.ID) -> [Unit.ID] {
        guard let top = indices[id] else { return [] }
        guard ancestors(of: id).allSatisfy({ $0.membership == .joined }) else {
            return subtree(of: id).map(\.id)
        }
        var absent: [Unit.ID] = []
        var end = top
        for index in top..<ends[top] {
            if units[index].membership != .joined { end = max(end, ends[index]) }
            if index < end { absent.append(units[index].id) }
        }
        return absent
    }

    /// The names from the top down to the unit, which is last.
    package func path(of id: Unit.ID) -> [String] {
        guard let unit = self[id] else { return [] }
        return ancestors(of: id).map(\.name) + [unit.name]
    }

    /// How many units lie above; nil for an unknown one.
    package func depth(of id: Unit.ID) -> Int? { indices[id].map { depths[$0] } }

    /// The unit with a code, whatever its case.
    package func unit(code: String) -> Unit? { codes[Self.fold(code)].map { units[$0] } }

    /// The units with a name, whatever its case.
    package func units(named name: String) -> [Unit] {
        names[Self.fold(name), default: []].map { units[$0] }
    }

    private static func fold(_ text: String) -> String { text.lowercased() }

    /// One walk over the tree, depth first.
    private struct Walk {
        let children: [Unit.ID?: [Unit]]
        var units: [Unit] = []
        var ends: [Int] = []
        var depths: [Int] = []

        mutating func visit(_ parent: Unit.ID?, depth: Int) {
            for unit in children[parent] ?? [] {
                let index = units.count
                units.append(unit)
                ends.append(index + 1)
                depths.append(depth)
                visit(unit.id, depth: depth + 1)
                ends[index] = units.count
            }
        }
    }
}
