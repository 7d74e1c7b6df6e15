import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// The same measure beside itself: in other units, and split another way.
struct ComparisonTests {
    @Test func `a measure stands beside itself in other units, this one first`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let series = try await Self.fill(site, units: 3)
            try await site.signIn(&browser)
            try await browser.get(series[2].address.path)
            #expect(browser.small == ["Unit 03", "Unit 01", "Unit 02"])
        }
    }

    @Test(arguments: [(units: 4, hasFunnel: false), (units: 5, hasFunnel: true)])
    func `a funnel needs five units`(units: Int, hasFunnel: Bool) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let series = try await Self.fill(site, units: units)
            try await site.signIn(&browser)
            try await browser.get(series[0].address.path)
            #expect(browser.page.contains("All units in September 2025") == hasFunnel)
            #expect(browser.page.contains("no unit lies outside the 99.8% limits. ") == hasFunnel)
            #expect(
                browser.page.contains("only 4 units have a number in September 2025, and it takes 5")
                    == !hasFunnel
            )
            #expect(browser.page.contains("chart-narrow\"><svg") == true)
            #expect(browser.page.contains("Show \(units) units as a table") == hasFunnel)
            #expect(browser.page.contains("small line\"><span class=\"state\">"))
            #expect(browser.page.contains("25.8%, Sep 2025") || browser.page.contains("%, Sep 2025"))
        }
    }

    @Test func `a unit that differs by more than chance is named`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let series = try await Self.fill(site, units: 8, last: 190)
            try await site.signIn(&browser)
            try await browser.get(series[0].address.path)
            #expect(browser.page.contains("these lie outside the 99.8% limits: Unit 08."))
            #expect(browser.page.contains("1 lies outside the 95% limits"))
            let row = try #require(
                browser.page.firstMatch(of: /<tr><th scope="row"><a [^>]+>Unit 08(?s:.*?)<\/tr>/)
            )
            #expect(
                row.0.contains("above the 99.8% limits") && row.0.contains("<td class=\"number\">400</td>")
            )
        }
    }

    @Test func `limits that are widened say so, and are not called chance`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addProportion()
            var first: Location?
            for number in 1...12 {
                let unit = try await site.add("Unit \(number)", .organisation, inside: site.community)
                let values = Values.stable(20).map { $0 + Double(number * 20) }
                let series = try await site.record(values, of: measure, in: unit, over: 400)
                first = first ?? Location(unit: unit, series: series)
            }
            try await site.signIn(&browser)
            try await browser.get(try #require(first).address.path)
            #expect(
                browser.page.contains(
                    "The limits are widened because units differ by more than chance alone."
                )
            )
            #expect(!browser.page.contains("what chance alone would give"))
            #expect(browser.page.contains(/[0-9None]+ lies? outside the 95% limits\./))
        }
    }

    @Test func `a total is not compared with its parts`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            _ = try await Self.fill(site, units: 4)
            let measure = try #require(try await site.database.read { try MeasureStore.all(on: $0).first })
            let total = try await site.record(Values.stable(33), of: measure, in: site.community, over: 400)
            try await site.signIn(&browser)
            try await browser.get(Address.series(site.community, total).path)
            #expect(browser.small == ["Our community", "Unit 01", "Unit 02", "Unit 03", "Unit 04"])
            #expect(!browser.page.contains("All units in"))
            let first = try #require(browser.page.firstRange(of: "<h3>Total</h3>"))
            let parts = try #require(browser.page.firstRange(of: "<h3>Its parts</h3>"))
            #expect(first.lowerBound < parts.lowerBound)
            #expect(browser.page.contains("A total does not count as one of its parts."))
        }
    }

    @Test func `of many units those with a signal come first, and the table has the rest`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let series = try await Self.fill(site, units: 30)
            let measure = try #require(try await site.database.read { try MeasureStore.all(on: $0).first })
            try await site.record(Values.shifted, of: measure, in: series[27].unit, over: 200)
            try await site.signIn(&browser)
            try await browser.get(series[29].address.path)
            #expect(browser.small.count == 24)
            #expect(browser.small.prefix(3) == ["Unit 30", "Unit 28", "Unit 01"])
            #expect(browser.page.contains("6 more are in"))
            #expect(browser.page.contains("\(Address.measures(site.community).path)?search=Seen%20in%20time"))
        }
    }

    @Test func `units that someone may not look at stay unseen`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let series = try await Self.fill(site, units: 6)
            try await site.signIn(&browser, as: .viewer, on: series[0].unit)
            try await browser.get(series[0].address.path)
            #expect(browser.status == .ok)
            for number in 2...6 { #expect(!browser.page.contains("Unit 0\(number)")) }
            try await browser.get(series[1].address.path)
            #expect(browser.status == .forbidden)
        }
    }

    @Test func `the ways a measure is split lead to each other`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let whole = try await site.record(Values.stable(20), of: measure, in: site.community)
            let women = try await site.record(
                Values.stable(20),
                of: measure,
                in: site.community,
                group: "Women"
            )
            try await site.signIn(&browser)
            try await browser.get(Address.series(site.community, whole).path)
            #expect(browser.page.contains("\(Address.series(site.community, women).path)\">Women</a>"))
            try await browser.get(Address.series(site.community, women).path)
            #expect(browser.page.contains("\(Address.series(site.community, whole).path)\">Not split</a>"))
        }
    }

    /// A proportion in so many units, stable in each; `last` is added to the newest numerator of the last one.
    private static func fill(_ site: TestSite, units: Int, last: Double = 0) async throws -> [Location] {
        let measure = try await site.addProportion()
        var locations: [Location] = []
        for number in 1...units {
            let unit = try await site.add(
                "Unit \(number < 10 ? "0" : "")\(number)",
                .organisation,
                inside: site.community
            )
            var values = Values.stable(33)
            if number == units { values[32] += last }
            let series = try await site.record(values, of: measure, in: unit, over: 400)
            locations.append(Location(unit: unit, series: series))
        }
        return locations
    }

    private struct Location: Sendable {
        let unit: Unit.ID
        let series: Series.ID
        var address: Address { .series(unit, series) }
    }
}

extension Browser {
    /// The units of the small charts, in order.
    fileprivate var small: [String] {
        page.matches(of: /<li class="small-multiple[^"]*"><a [^>]+>([^<]*)</).map { String($0.1) }
    }
}
