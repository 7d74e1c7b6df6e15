import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct SignalPagesTests {
    /// A shifted series in an organisation, and the path of one of its signals.
    private func signal(of site: TestSite) async throws -> (unit: Unit.ID, path: String) {
        let unit = try await site.add("Clinic", .organisation, inside: site.community)
        let series = try await site.record(Values.shifted, of: try await site.addMeasure(), in: unit)
        let found = try await site.database.read { try SignalStore.all(of: series, on: $0) }
        let signal = try #require(found.first)
        return (unit, Address.signal(unit, signal.id).path)
    }

    @Test func `the ledger lists signals with what chance would do, says its rule, and leads to each`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, path) = try await signal(of: site)
            try await site.signIn(&browser, as: .viewer, on: unit)
            try await browser.get(Address.signals(unit).path)
            #expect(browser.status == .ok)
            #expect(browser.page.contains("1 series checked"))
            #expect(browser.page.contains("Benjamini and Hochberg"))
            #expect(browser.page.contains("day to look again has passed"))
            #expect(browser.page.contains("href=\"\(path)\""))
            #expect(!browser.page.contains("Raise a signal"))
            try await browser.get(path)
            #expect(browser.status == .ok)
            #expect(browser.page.contains("Came into the ledger"))
            #expect(browser.page.contains("by chance alone"))
            #expect(!browser.page.contains("What next?"))
        }
    }

    @Test func `steps are taken by those who may annotate, and a wrong form comes back filled in`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, path) = try await signal(of: site)
            try await site.signIn(&browser, as: .contributor, on: unit)
            try await browser.get(path)
            try await browser.post(
                path + "/steps",
                [
                    "step": "explain", "seen": "new", "certainty": "suspected",
                    "cause": "See https://example.org/a.",
                ]
            )
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("href=\"https://example.org/a\""))
            #expect(browser.page.contains("Explained"))
            try await browser.post(
                path + "/steps",
                ["step": "act", "seen": "explained", "response": "Ring the falls team", "check-back": "soon"]
            )
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Ring the falls team</textarea>"))
            #expect(browser.page.contains("Choose who answers for it."))
            #expect(browser.page.contains("Enter a day, like 2026-03-31."))
            // Somebody who looked at it before it was explained.
            try await browser.post(
                path + "/steps",
                ["step": "dismiss", "seen": "new", "dismissal": "Nothing"]
            )
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Someone else has made it explained meanwhile"))
        }
    }

    @Test func `a cause is chosen among cycles and notes, or is a document, and hidden ones stay linked`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, path) = try await signal(of: site)
            let made = try await SampleProgramme("Fewer <falls>", .unit, in: unit, of: site)
            let elsewhere = try await site.add("Elsewhere", .organisation, inside: site.community)
            let foreign = try await SampleProgramme("Secret", .unit, in: elsewhere, of: site)
            try await site.signIn(&browser, as: .contributor, on: unit)
            try await browser.get(path)
            let choice = "cycle-\(made.cycle.id.pathText)"
            #expect(browser.page.contains("value=\"\(choice)\""))
            #expect(
                browser.page.contains("class=\"highlight\"") || browser.page.contains("class='highlight'")
            )
            #expect(browser.page.contains("This signal"))
            var fields = [
                "step": "explain", "seen": "new", "certainty": "known", "cause": "The huddles",
                "cause-links": choice, "document-title": "Minutes", "document-place": "",
            ]
            try await browser.post(path + "/steps", fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("and where it is"))
            #expect(browser.page.contains("value=\"\(choice)\" checked"))
            #expect(browser.page.contains("value=\"Minutes\""))
            fields["document-place"] = "https://example.org/minutes"
            try await browser.post(path + "/steps", fields)
            #expect(browser.status == .seeOther)
            try await browser.follow()
            let cycle = Address.cycle(unit, made.programme.id, made.cycle.id).path
            #expect(
                browser.page.contains("Cycle: <a href=\"\(cycle)\">Fewer &lt;falls&gt;: does a huddle help?")
            )
            #expect(browser.page.contains("Minutes, <a href=\"https://example.org/minutes\""))
            // What the visitor may not read can't be chosen, whatever they send.
            fields["seen"] = "explained"
            fields["cause-links"] = "cycle-\(foreign.cycle.id.pathText)"
            fields["document-title"] = ""
            fields["document-place"] = ""
            try await browser.post(path + "/steps", fields)
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(!browser.page.contains(cycle) || !browser.page.contains("Secret"))
            let links = try await site.database.read { connection in
                try connection.all("SELECT kind FROM signal_cause") { try $0.text(0) }
            }
            #expect(links.isEmpty)
        }
    }

    @Test func `acting needs an owner of the unit and a day to come`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, path) = try await signal(of: site)
            let person = try await site.session(of: .contributor, on: unit).person
            try await site.signIn(&browser, as: .contributor, on: unit)
            try await browser.get(path)
            let day = try #require(site.clock.now.day.advanced(by: 30)).description
            let fields = [
                "step": "act", "seen": "new", "response": "Ring", "owner": person.pathText, "check-back": day,
            ]
            var past = fields
            past["check-back"] = site.clock.now.day.description
            try await browser.post(path + "/steps", past)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Choose a day after today."))
            try await browser.post(path + "/steps", fields)
            #expect(browser.status == .seeOther)
            site.clock.advance(bySeconds: 40 * 86_400)
            try await site.signIn(&browser, as: .contributor, on: unit)
            try await browser.get(Address.signals(unit).path(["show": "overdue"]))
            #expect(browser.page.contains("href=\"\(path)\""))
            #expect(browser.page.contains("overdue</strong>"))
        }
    }

    @Test func `a signal is raised by hand, with words`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, _) = try await signal(of: site)
            try await site.signIn(&browser, as: .contributor, on: unit)
            let page = Address.signals(unit).path
            try await browser.get(page)
            var fields = [
                "words": "", "place": "", "strand": "relationships", "meaning": "wanted", "day": "2999-01-01",
            ]
            try await browser.post(Address.raisedSignals(unit).path, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Enter what you saw."))
            #expect(browser.page.contains("Choose a day up to today."))
            fields["words"] = "The <two> teams met"
            fields["day"] = site.clock.now.day.description
            try await browser.post(Address.raisedSignals(unit).path, fields)
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("The &lt;two&gt; teams met"))
            #expect(browser.page.contains("Raised by Robin"))
        }
    }

    @Test func `a signal is found at its own unit only`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let (_, path) = try await signal(of: site)
            let id = try #require(path.split(separator: "/").last.flatMap { Signal.ID(pathText: String($0)) })
            try await site.signIn(&browser)
            try await browser.get(Address.signal(site.community, id).path)
            #expect(browser.status == .notFound)
        }
    }
}
