import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct UnitPagesTests {
    private static let hostile = "<script>alert(\"x\")</script> & 'Sons'"

    @Test func `a new community is told how to begin`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.unit(site.community).path)
            for step in ["Add who takes part", "Say what to measure", "Bring in the numbers"] {
                #expect(browser.page.contains(step))
            }
            #expect(browser.page.contains(Address.imports(site.community).path))
        }
    }

    @Test func `someone who may only look isn't told to do what they can't`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser, as: .viewer, on: site.community)
            try await browser.get(Address.unit(site.community).path)
            #expect(browser.page.contains("Nothing is measured here yet"))
            #expect(!browser.page.contains("Define a measure"))
        }
    }

    @Test func `a unit is added, named anew, moved and paused`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let settings = Address.unitSettings(site.community).path
            try await browser.get(settings)
            try await browser.post(
                Address.unitChildren(site.community).path,
                ["child-name": "North", "child-kind": "place", "child-code": "N1"]
            )
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("The unit has been added."))
            let south = try await site.add("South", .place, inside: site.community)
            let ward = try await site.add("Ward", .team, inside: south)
            let north = try #require(try await site.database.read { try UnitStore.find(code: "n1", on: $0) })

            try await browser.post(Address.unitName(ward).path, ["name": "Ward 7", "code": ""])
            try await browser.post(Address.unitParent(ward).path, ["parent": north.id.description])
            #expect(browser.status == .seeOther)
            try await browser.post(
                Address.unitEvents(ward).path,
                ["membership": "paused", "day": "2026-03-01", "reason": "The ward is rebuilt."]
            )
            try await browser.follow()
            for text in ["Ward 7", "1 March 2026", "The ward is rebuilt.", "Administrator"] {
                #expect(browser.page.contains(text))
            }
            let found = try #require(try await site.database.read { try UnitStore.find(ward, on: $0) })
            #expect(found.name == "Ward 7" && found.parent == north.id && found.membership == .paused)
        }
    }

    @Test func `names are text, whatever they hold`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let unit = try await site.add(Self.hostile, .place, inside: site.community)
            try await site.signIn(&browser)
            for address in [Address.units, .unit(unit), .unitSettings(unit), .unit(site.community)] {
                try await browser.get(address.path)
                #expect(browser.status == .ok)
                #expect(!browser.page.contains("<script>"))
                #expect(browser.page.contains("&lt;script&gt;"))
            }
        }
    }

    struct Mistake: Sendable {
        let address: @Sendable (Unit.ID) -> Address
        let fields: [String: String]
        let field: String
        let sentence: String
    }

    @Test(arguments: [
        Mistake(
            address: { .unitChildren($0) },
            fields: ["child-name": "  ", "child-kind": "team", "child-code": "Q9"],
            field: "child-name",
            sentence: "Enter a name."
        ),
        Mistake(
            address: { .unitChildren($0) },
            fields: ["child-name": "Q9", "child-kind": "team", "child-code": "tk1"],
            field: "child-code",
            sentence: "Another unit has the code tk1: choose one that is free."
        ),
        Mistake(
            address: { .unitChildren($0) },
            fields: ["child-name": "Q9", "child-kind": "community"],
            field: "child-kind",
            sentence: "choose a wider one"
        ),
        Mistake(
            address: { .unitName($0) },
            fields: ["name": "", "code": "Q9"],
            field: "name",
            sentence: "Enter a name."
        ),
        Mistake(
            address: { .unitEvents($0) },
            fields: ["membership": "left", "day": "31/03/2026", "reason": "Q9"],
            field: "day",
            sentence: "Enter a day, like 2026-03-31."
        ),
        Mistake(
            address: { .unitEvents($0) },
            fields: ["membership": "left", "day": "2026-03-31", "reason": " "],
            field: "reason",
            sentence: "Enter the reason."
        ),
    ])
    func `a mistake is said at its field, and what was typed is kept`(mistake: Mistake) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let place = try await site.add("North", .place, inside: site.community)
            try await site.database.write { connection in
                try UnitStore.rename(
                    site.community,
                    to: "Our community",
                    code: "TK1",
                    site.context,
                    on: connection
                )
            }
            try await site.signIn(&browser)
            try await browser.get(Address.unitSettings(place).path)
            try await browser.post(mistake.address(place).path, mistake.fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("<a href=\"#\(mistake.field)\">"))
            #expect(browser.page.contains(mistake.sentence))
            #expect(browser.page.contains("id=\"\(mistake.field)-error\""))
            for typed in mistake.fields.values where typed == "Q9" { #expect(browser.page.contains("Q9")) }
            let tree = try await site.database.read { try UnitStore.tree(on: $0) }
            #expect(tree.units.map(\.name) == ["Our community", "North"])
        }
    }

    @Test func `a unit can't be moved into what lies below it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let place = try await site.add("North", .place, inside: site.community)
            let ward = try await site.add("Ward", .team, inside: place)
            try await site.signIn(&browser)
            try await browser.get(Address.unitSettings(place).path)
            try await browser.post(Address.unitParent(place).path, ["parent": ward.description])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("can’t be moved into itself"))
        }
    }

    @Test func `nobody can put words of their own on a page`() async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.get("/about?done=%3Cb%3EPay+now%3C/b%3E")
            #expect(!browser.page.contains("Pay now"))
            try await browser.get("/about?done=unit-moved")
            #expect(browser.page.contains("role=\"status\""))
        }
    }

    @Test func `a large tree is folded below its places, and a search finds a unit by name or code`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let place = try await site.add("North", .place, inside: site.community)
            for number in 1...40 {
                _ = try await site.add("Practice \(number)", .organisation, inside: place)
            }
            try await site.signIn(&browser)
            try await browser.get(Address.units.path)
            #expect(browser.page.contains("<details><summary>40 units below"))
            try await browser.get(Address.units.path(["find": "practice 7"]))
            #expect(browser.page.contains("1 unit found.") && browser.page.contains("Our community / North"))
            #expect(!browser.page.contains(">Practice 8<"))
            try await browser.get(Address.units.path(["find": "<nobody>"]))
            #expect(browser.page.contains("No unit has that") && browser.page.contains("&lt;nobody&gt;"))
        }
    }

    @Test func `the home of a unit that left says when and why`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .organisation, inside: site.community)
            let day = try #require(Day("2025-01-31"))
            try await site.database.write {
                try UnitStore.record(.left, of: north, day: day, reason: "It merged.", site.context, on: $0)
            }
            try await site.signIn(&browser)
            try await browser.get(Address.unit(north).path)
            #expect(browser.page.contains("Left on 31 January 2025. It merged."))
        }
    }

    @Test func `a page about several communities stands in none of them`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await site.database.write { connection in
                let other = Unit(id: site.context.makeID(), parent: nil, kind: .community, name: "Elsewhere")
                try UnitStore.insert(other, site.context, on: connection)
                let account = try #require(
                    try AccountStore.administrators(of: site.community, on: connection).first
                )
                let grant = RoleGrant(role: .administrator, unit: other.id)
                try AccountStore.grant(grant, to: account.id, site.context, on: connection)
            }
            try await browser.get("/")
            #expect(browser.page.contains("<title>Your communities – Sightline</title>"))
            #expect(!browser.page.contains("class=\"trail\"") && !browser.page.contains(">Import</a>"))
        }
    }
}
