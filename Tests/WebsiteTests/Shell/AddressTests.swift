import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct AddressTests {
    private let unit = Unit.ID.example

    @Test func `an address writes links and patterns from one definition`() {
        #expect(Address.root.path == "/")
        #expect(Address.unitEvents(unit).path == "/units/\(unit)/events")
        #expect(Address.unitEvents(unit).pattern == "/units/{unit}/events")
    }

    @Test func `a query leaves out what has no value`() {
        #expect(Address.units.path(["a": nil]) == "/units")
        #expect(Address.units.path(["a": "1", "b": nil, "c": "x y"]) == "/units?a=1&c=x%20y")
    }

    @Test func `an id is read back from a path, and nothing else is`() {
        #expect(Unit.ID(pathText: unit.pathText) == unit)
        #expect(Unit.ID(pathText: "1") == nil)
        #expect(Unit.ID(pathText: "../etc") == nil)
    }

    @Test(arguments: Asset.allCases) func `an asset's address changes with its content`(asset: Asset) {
        #expect(Asset(pathText: asset.pathText) == asset)
        #expect(asset.pathText.contains(/-[0-9a-f]{12}\./))
        #expect(asset.body != ByteBuffer())
    }

    @Test(arguments: ["code/../x", "", "a b", "é", "%2e"])
    func `a code of a link is plain letters and digits`(text: String) {
        #expect(SignInCode(pathText: text) == nil)
    }
}
