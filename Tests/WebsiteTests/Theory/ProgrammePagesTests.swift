import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct ProgrammePagesTests {
    @Test func `a programme is made, and its theory written, without a picture`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let falls = try await site.addMeasure()
            try await site.signIn(&browser)
            try await browser.get(Address.programmes(site.community).path)
            #expect(browser.page.contains(Address.newProgramme(site.community).path))
            try await browser.get(Address.newProgramme(site.community).path)
            try await browser.post(
                Address.newProgramme(site.community).path,
                ["title": "Fewer falls", "purpose": "", "visibility": "place"]
            )
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("value=\"Fewer falls\""))
            #expect(browser.page.contains("What it is for: this is needed."))
            try await browser.post(
                Address.newProgramme(site.community).path,
                ["title": "Fewer falls", "purpose": "Nobody falls", "visibility": "place"]
            )
            #expect(browser.status == .seeOther)
            let all = try await site.database.read { try ProgrammeStore.all(of: site.community, on: $0) }
            let programme = try #require(all.first)
            let nodes = Address.theoryNodes(site.community, programme.id).path
            try await browser.get(nodes)
            try await browser.post(
                nodes,
                [
                    "kind": "aim", "title": "Half as many", "measure": falls.id.description, "target": "4",
                    "due": "2027-03-31",
                ]
            )
            #expect(browser.status == .seeOther)
            let aim = try #require(
                try await site.database.read { try TheoryStore.nodes(of: programme.id, on: $0) }.first
            )
            // No arrow without a reason: the node is not added either.
            let idea = ["kind": "change-idea", "title": "Huddle", "to": aim.id.description]
            try await browser.get(nodes)
            try await browser.post(nodes, idea)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("We believe so because: this is needed."))
            #expect(
                try await site.database.read { try TheoryStore.nodes(of: programme.id, on: $0) }.count == 1
            )
            try await browser.post(nodes, idea.merging(["because": "people speak up"]) { $1 })
            try await browser.follow()
            let parts = [
                "Huddle", "we believe so because people speak up", "untested", "Falls: 4 by 31 March 2027",
                "Driver diagram of Fewer falls", "Before it is active it needs a measure for patients",
            ]
            for text in parts { #expect(browser.page.contains(text), "\(text)") }
        }
    }

    @Test func `a node is changed, moved, given a measure and an arrow, and taken out with the reason`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let falls = try await site.addMeasure()
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id, node) = (site.community, sample.programme.id, sample.idea.id)
            try await site.signIn(&browser)
            try await browser.get(Address.theoryNode(unit, id, node).path)
            try await browser.post(
                Address.nodeMeasures(unit, id, node).path,
                ["hung-measure": falls.id.description, "tag": "balancing"]
            )
            try await browser.post(
                Address.theoryNode(unit, id, node).path,
                ["title": "Night huddle", "detail": "At ten"]
            )
            try await browser.post(Address.movedNode(unit, id, node).path, ["direction": "up"])
            #expect(browser.status == .seeOther)
            try await browser.get(Address.programme(unit, id).path)
            for text in ["Night huddle", "balancing: Falls"] { #expect(browser.page.contains(text)) }
            try await browser.get(Address.arrow(unit, id, sample.arrow.id).path)
            try await browser.post(
                Address.arrow(unit, id, sample.arrow.id).path,
                ["judgement": "supported", "judgement-reason": "The ward says so"]
            )
            try await browser.follow()
            #expect(browser.page.contains("supported: The ward says so"))
            #expect(browser.page.contains("<dt>By its evidence</dt><dd>untested</dd>"))
            try await browser.get(Address.theoryNode(unit, id, node).path)
            try await browser.post(Address.removedNode(unit, id, node).path, ["reason": "Too late at night"])
            try await browser.follow()
            #expect(browser.page.contains("Too late at night"))
            #expect(browser.page.contains("Of ideas that were taken out"))
            try await browser.get(Address.theoryNode(unit, id, node).path)
            #expect(browser.page.contains("It was taken out") && !browser.page.contains("Add an arrow"))
        }
    }

    @Test func `a programme is active with its measures, or with a reason why not`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let details = Address.programmeDetails(site.community, sample.programme.id).path
            try await site.signIn(&browser)
            try await browser.get(details)
            var fields = [
                "title": "Fewer falls", "purpose": "All", "visibility": "place", "state": "active",
                "unbalanced": "",
            ]
            try await browser.post(details, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("a measure for taxpayers, a balancing measure"))
            fields["unbalanced"] = "We count only falls"
            try await browser.post(details, fields)
            try await browser.follow()
            #expect(browser.page.contains("because: We count only falls"))
            #expect(browser.page.contains(">Active<"))
        }
    }

    @Test func `an editor doesn't show others what was written for fewer`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let place = try await site.add("North", .place, inside: site.community)
            let sample = try await SampleProgramme("Secret falls", .unit, in: place, of: site)
            let details = Address.programmeDetails(place, sample.programme.id).path
            try await site.signIn(&browser, as: .editor, on: place)
            try await browser.get(details)
            try await browser.post(
                details,
                ["title": "Secret falls", "purpose": "All", "visibility": "community", "state": "draft"]
            )
            #expect(browser.status == .unprocessableContent)
            // Above the unit one may know that there is something, and not what.
            try await site.signIn(&browser, as: .viewer, on: site.community)
            for address in [Address.programmes(site.community), .cycleBoard(site.community)] {
                try await browser.get(address.path)
                #expect(!browser.page.contains("Secret falls"))
            }
            try await browser.get(Address.programmes(site.community).path)
            #expect(browser.page.contains("1 programme more is kept"))
            try await browser.get(Address.cycleLibrary(site.community).path(["search": "secret falls"]))
            #expect(!browser.page.contains("huddle"))
        }
    }
}
