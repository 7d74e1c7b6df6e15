import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct MeasureEditingTests {
    /// The form of the measure that tests change, as it stands.
    private static let form = [
        "title": "Falls", "key": "falls", "numerator": "Falls with harm", "stakeholder": "patient",
        "role": "outcome", "better": "down", "period": "month", "multiplier": "1", "decimals": "0",
        "chart": "xmr", "rules": "mdc", "visibility": "unit", "reporting-days": "31",
    ]

    @Test func `the form is filled in, and sending it back changes nothing`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            let before = try await measure(site)
            let address = Address.measure(site.community, before.id).path
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.page.contains("href=\"\(address)\""))
            try await browser.get(address)
            for text in ["value=\"Falls\"", "Falls with harm</textarea>", "value=\"Incident records\""] {
                #expect(browser.page.contains(text), "\(text)")
            }
            var fields = Self.form
            fields["why"] = before.why
            fields["source"] = before.provenance.source
            fields["licence"] = before.provenance.licence
            fields["attribution"] = before.provenance.attribution
            try await browser.post(address, fields)
            #expect(browser.location == "\(address)?done=measure-changed")
            #expect(try await measure(site) == before)
        }
    }

    @Test func `targets are given one a line, each with the day from which it holds`() async throws {
        try await SeriesPageTests.run { site, browser, _ in
            let address = Address.measure(site.community, try await measure(site).id).path
            try await browser.get(address)
            var fields = Self.form
            fields["target"] = "2025-04-01 82\r\n78\r\n"
            try await browser.post(address, fields)
            let targets = try await measure(site).targets
            #expect(targets.map(\.value) == [78, 82])
            #expect(targets.map(\.start) == [Day.first, Day("2025-04-01")])
            try await browser.get(address)
            #expect(browser.page.contains("78\n2025-04-01 82</textarea>"))
        }
    }

    @Test func `a changed definition needs a reason, and starts a new version and new series`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            let before = try await measure(site)
            let address = Address.measure(site.community, before.id).path
            try await browser.get(address)
            var fields = Self.form
            fields["numerator"] = "All falls"
            try await browser.post(address, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Why the definition changes: say why"))
            #expect(try await measure(site) == before)
            fields["change-reason"] = "Harm was judged differently in each ward"
            try await browser.post(address, fields)
            #expect(browser.location == "\(address)?done=measure-redefined")
            #expect(try await measure(site).definition.version == 2)

            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.page.contains("Harm was judged differently in each ward"))
            let newer = try await site.database.write { connection in
                let measure = try #require(try MeasureStore.find(before.id, on: connection))
                var observations = Observations()
                observations.append(Observation(day: try #require(Day("2026-01-01")), numerator: 9))
                let proposal = Proposal(measure: measure.id, unit: site.community, observations: observations)
                _ = try SeriesStore.record([proposal], reason: "x", site.context, on: connection)
                let key = Series.Key(measure: measure.id, version: 2, unit: site.community)
                return try #require(try SeriesStore.find(key, on: connection)).id
            }
            try await browser.get(Address.series(site.community, newer).path)
            #expect(browser.page.contains("Definition 2 starts: Harm was judged differently in each ward"))
            #expect(
                browser.page.contains("href=\"\(Address.series(site.community, series).path)\">Its series")
            )
        }
    }

    @Test func `a mistake is said at its field, and nothing is changed`() async throws {
        try await SeriesPageTests.run { site, browser, _ in
            let before = try await measure(site)
            let address = Address.measure(site.community, before.id).path
            try await browser.get(address)
            var fields = Self.form
            fields["title"] = String(repeating: "x", count: 201)
            fields["target"] = "2025-04-01"
            try await browser.post(address, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Title: use at most 200 characters."))
            #expect(browser.page.contains("Targets: use a number, such as 95"))
            #expect(try await measure(site) == before)
        }
    }

    @Test func `a retired measure is marked, takes no new data, and can be taken back`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            let measure = try await measure(site)
            let page = Address.measure(site.community, measure.id).path
            try await browser.get(page)
            try await browser.post("\(page)/retirement")
            #expect(browser.status == .unprocessableContent)
            try await browser.post("\(page)/retirement", ["retirement-reason": "Nobody used it"])
            #expect(browser.location == "\(page)?done=measure-retired")
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.page.contains("Retired") && browser.page.contains("Nobody used it"))
            await #expect(throws: RecordError.retired(proposal: 0)) {
                try await site.record([1], of: measure, in: site.community)
            }
            let file = "measure,unit,date,value\nfalls,Our community,2025-01,12\n"
            try await ImportTests.send(file, site, &browser)
            try await browser.follow()
            #expect(browser.page.contains("is retired and takes no new data"))
            try await browser.get(page)
            try await browser.post("\(page)/withdrawn-retirement")
            #expect(browser.location == "\(page)?done=measure-back")
            try await site.record([1], of: measure, in: site.community)
        }
    }

    @Test func `one unit's editors can't change what all units share, and need no link to it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .organisation, inside: site.community)
            let shared = try await site.addMeasure()
            let series = try await site.record([1, 2, 3], of: shared, in: north)
            try await site.signIn(&browser, as: .editor, on: north)
            try await browser.get(Address.series(north, series).path)
            #expect(browser.status == .ok && !browser.page.contains("Change or retire"))
            try await browser.get(Address.measure(north, shared.id).path)
            #expect(browser.status == .forbidden)
        }
    }

    private func measure(_ site: TestSite) async throws -> Measure {
        try await site.database.read { try #require(try MeasureStore.all(on: $0).first) }
    }
}
