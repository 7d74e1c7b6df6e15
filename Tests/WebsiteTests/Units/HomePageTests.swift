import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct HomePageTests {
    /// Two years of weeks that go up and down by one around ten, and end with a value of their own.
    private static func weeks(endingWith last: Double) throws -> Observations {
        let first = try #require(Day(year: 2024, month: 3, day: 4))
        return try Observations(
            (0..<104).map { week in
                let day = try #require(first.advanced(by: week * 7))
                return Observation(day: day, numerator: week == 103 ? last : 10 + Double(week % 2))
            }
        )
    }

    /// Records a measure of patients for which less is better, in a unit.
    private func record(
        _ title: String,
        endingWith last: Double,
        in unit: Unit.ID,
        of site: TestSite
    ) async throws {
        let context = Context(author: Author(name: "Test"), now: site.clock.now)
        let observations = try Self.weeks(endingWith: last)
        try await site.database.write { connection in
            let measure = Measure(
                id: context.makeID(),
                key: "measure-\(last)".replacing(".", with: "-"),
                title: title,
                stakeholder: .patient,
                role: .outcome,
                better: .down,
                definition: Definition(numerator: "Days waited", period: .week),
                chart: ChartSettings(kind: .individuals)
            )
            try MeasureStore.insert(measure, context, on: connection)
            let proposal = Proposal(measure: measure.id, unit: unit, observations: observations)
            _ = try SeriesStore.record([proposal], reason: "For the test", context, on: connection)
        }
    }

    @Test func `home says in words what changed, below the unit too`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .place, inside: site.community)
            try await record("Waits for a bed", endingWith: 30, in: north, of: site)
            try await record("Waits for a scan", endingWith: 10, in: north, of: site)
            try await site.signIn(&browser)
            for unit in [site.community, north] {
                try await browser.get(Address.unit(unit).path)
                #expect(browser.page.contains("2 series checked, 1 signal"))
                #expect(browser.page.contains("Waits for a bed"))
                #expect(!browser.page.contains("Waits for a scan"))
                #expect(browser.page.contains("is above the upper limit"))
                #expect(browser.page.contains("No data is due."))
            }
            let south = try await site.add("South", .place, inside: site.community)
            try await browser.get(Address.unit(south).path)
            #expect(browser.page.contains("Nothing is measured here yet"))
        }
    }

    @Test func `counts lead to the rows that they count, and a signal has its own word`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await record("Waits for a bed", endingWith: 30, in: site.community, of: site)
            let low = try await site.addMeasure("beds") {
                $0.title = "Beds in use"
                $0.better = .none
            }
            try await site.record(Values.stable(30) + [20], of: low, in: site.community)
            try await site.signIn(&browser)
            try await browser.get(Address.unit(site.community).path)
            let table = Address.measures(site.community).path
            #expect(browser.page.contains("\(table)?stakeholder=patient&amp;variation=concern\""))
            #expect(browser.page.contains("\(table)?stakeholder=patient&amp;variation=high-or-low\""))
            #expect(browser.page.contains("href='#icon-low'/></svg>Low</span>"))
            try await browser.get("\(table)?stakeholder=patient&variation=high-or-low")
            #expect(browser.page.contains("Beds in use") && !browser.page.contains("Waits for a bed</a>"))
        }
    }

    @Test func `more units than a short list holds are counted truly, with a way to the rest`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            for number in 1...103 {
                _ = try await site.add("Unit \(number)", .organisation, inside: site.community)
            }
            try await site.signIn(&browser)
            try await browser.get(Address.unit(site.community).path)
            #expect(browser.page.contains("<summary>103 units below"))
            #expect(browser.page.contains("<a href=\"/units\">3 more among all units</a>"))
        }
    }

    @Test func `data that is late is said to be due`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await record("Waits for a bed", endingWith: 10, in: site.community, of: site)
            site.clock.advance(bySeconds: 90 * 86_400)
            try await site.signIn(&browser)
            try await browser.get(Address.unit(site.community).path)
            #expect(browser.page.contains("1 waits for data that is due."))
            #expect(browser.page.contains("expected by"))
        }
    }

    @Test func `a measure's title is text, whatever it holds`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await record("<b onclick='x'>Waits</b>", endingWith: 30, in: site.community, of: site)
            try await site.signIn(&browser)
            try await browser.get(Address.unit(site.community).path)
            #expect(!browser.page.contains("<b onclick"))
            #expect(browser.page.contains("&lt;b onclick"))
        }
    }

    @Test func `each state of the strip leads to what it is told from, one by one`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let unit = try await site.add("Clinic", .organisation, inside: site.community)
            let series = try await site.record(Values.shifted, of: try await site.addMeasure(), in: unit)
            let made = try await SampleProgramme("Fewer falls", .unit, in: unit, of: site)
            try await site.signIn(&browser, as: .viewer, on: unit)
            try await browser.get(Address.unit(unit).path)
            let page = Address.strands(unit).path
            for part in ["leadership", "tests-of-change", "results-patient", "results-taxpayer"] {
                #expect(browser.page.contains("href=\"\(page)#\(part)\""), "\(part)")
            }
            try await browser.get(page)
            #expect(browser.status == .ok)
            #expect(browser.page.contains("id=\"results-patient\""))
            #expect(browser.page.contains("href=\"\(Address.series(unit, series).path)\""))
            #expect(browser.page.contains(Address.cycle(unit, made.programme.id, made.cycle.id).path))
            #expect(browser.page.contains("What would be needed"))
            #expect(browser.page.contains("Rule “results”, version 1"))
        }
    }
}
