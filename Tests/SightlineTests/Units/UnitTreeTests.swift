import Sightline
import Testing

struct UnitTreeTests {
    private static func unit(
        _ number: UInt64,
        _ name: String,
        _ kind: Unit.Kind,
        in parent: Unit? = nil,
        code: String? = nil
    ) -> Unit {
        Unit(
            id: Unit.ID(microseconds: 1_000, seed: number),
            parent: parent?.id,
            kind: kind,
            name: name,
            code: code
        )
    }

    private let valley = Self.unit(1, "Valley", .community)
    private let east: Unit
    private let west: Unit
    private let hospital: Unit
    private let ward: Unit
    private let tree: UnitTree

    init() {
        east = Self.unit(2, "East", .place, in: valley)
        west = Self.unit(3, "West", .place, in: valley)
        hospital = Self.unit(4, "Hospital", .organisation, in: west, code: "RH1")
        ward = Self.unit(5, "Ward", .team, in: hospital)
        tree = UnitTree([ward, hospital, west, valley, east])
    }

    @Test func `units come depth first, children by name`() {
        #expect(tree.units.map(\.name) == ["Valley", "East", "West", "Hospital", "Ward"])
        #expect(tree.roots == [valley])
        #expect(tree.children(of: valley.id) == [east, west])
        #expect(tree.children(of: ward.id).isEmpty)
    }

    @Test func `a subtree is the unit and everything below`() {
        #expect(Array(tree.subtree(of: west.id)) == [west, hospital, ward])
        #expect(tree.contains(ward.id, within: west.id))
        #expect(tree.contains(west.id, within: west.id))
        #expect(!tree.contains(ward.id, within: east.id))
    }

    @Test func `paths and ancestors run from the top`() {
        #expect(tree.ancestors(of: ward.id) == [valley, west, hospital])
        #expect(tree.path(of: ward.id) == ["Valley", "West", "Hospital", "Ward"])
        #expect(tree.depth(of: ward.id) == 3)
    }

    @Test func `codes and names are found whatever their case`() {
        #expect(tree.unit(code: "rh1") == hospital)
        #expect(tree.units(named: "HOSPITAL") == [hospital])
        #expect(tree.unit(code: "RH2") == nil)
    }

    @Test func `an unknown unit has nothing`() {
        let stranger = Self.unit(9, "Stranger", .team).id
        #expect(tree[stranger] == nil)
        #expect(tree.subtree(of: stranger).isEmpty && tree.path(of: stranger).isEmpty)
        #expect(!tree.contains(stranger, within: valley.id))
    }
}
