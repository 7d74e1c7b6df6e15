import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct SeriesPageTests {
    @Test func `the page says what the chart says, and by which rules`() async throws {
        try await Self.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.status == .ok)
            for text in [
                "That is a concern, as lower is better.",
                "<th scope=\"row\">Shift: above</th><td>January 2025</td>", "<td>September 2025</td>",
                "<td>July 2025</td>", "The newest point of a stable process would signal",
                "A stable process of 33 points would show at least one signal",
                "People are hurt.",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
            #expect(browser.page.matches(of: /<svg[^>]+role='img'/).count >= 2)
        }
    }

    @Test func `the page shows what is counted, from where and on what terms`() async throws {
        try await Self.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            for text in [
                "Falls with harm", "Incident records", "Open Government Licence v3.0",
                "Contains public sector information.", "<code>falls</code>, definition 1",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
        }
    }

    @Test func `the data is there as a table, the newest first`() async throws {
        try await Self.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            let periods = browser.page.matches(of: /<tr><th scope="row">([A-Z][a-z]{2} 20\d\d)</).map { $0.1 }
            #expect(periods.count == 33)
            #expect(periods.first == "Sep 2025" && periods.last == "Jan 2023")
        }
    }

    @Test func `every edition is there, with who made it and why`() async throws {
        try await Self.run { site, browser, series in
            let measure = try #require(try await site.database.read { try MeasureStore.all(on: $0).first })
            try await site.record([105], of: measure, in: site.community)
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.page.contains("1 revised"))
            #expect(browser.page.contains("33 added"))
            #expect(browser.page.contains("Ada") && browser.page.contains("Monthly return"))
            let newest = try #require(try await site.recordings().first)
            let address = Address.recording(site.community, newest.id).path
            #expect(browser.page.contains("href=\"\(address)\""))
            try await browser.get(address)
            #expect(browser.status == .ok)
        }
    }

    @Test func `a series whose numbers were taken back has a page that says so`() async throws {
        try await Self.run { site, browser, series in
            let recording = try #require(try await site.recordings().first)
            try await site.database.write {
                _ = try SeriesStore.undo(recording.id, reason: "Wrong file", site.context, on: $0)
            }
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.status == .ok)
            #expect(browser.page.contains("There are no numbers now"))
            #expect(!browser.page.contains("There is no data yet"))
            #expect(browser.page.contains("Wrong file"))
        }
    }

    @Test func `neighbouring findings of a rule are one, and shifts come before single points`() async throws
    {
        try await Self.run { site, browser, _ in
            let measure = try await site.addMeasure("spikes")
            var values = Values.stable(24) + Values.stable(12).map { $0 + 12 }
            (values[3], values[4]) = (150, 151)
            let series = try await site.record(values, of: measure, in: site.community)
            try await browser.get(Address.series(site.community, series).path)
            let rules = browser.page.matches(of: /<th scope="row">([A-Z][a-z ]+: [a-z]+)<\/th>/).map { $0.1 }
            #expect(rules.first == "Shift: above", "\(rules)")
            #expect(rules.count { $0 == "Outside the limits: above" } == 1)
            #expect(
                browser.page.contains("<td>April 2023</td>") && browser.page.contains("of a point or a few")
            )
        }
    }

    @Test func `too few points are said once, and trial limits too`() async throws {
        try await Self.run { site, browser, _ in
            let measure = try await site.addMeasure("young") {
                $0.targets = [TargetStep(start: .first, value: 90)]
            }
            let series = try await site.record(Values.stable(6), of: measure, in: site.community)
            try await browser.get(Address.series(site.community, series).path)
            let verdict = try #require(browser.page.firstMatch(of: /verdict-icons">(?s:.*?)<\/p>/)?.0)
            #expect(verdict.matches(of: /Too few points/).count == 1)
            let caption = try #require(browser.page.firstMatch(of: /<figcaption>(?s:.*?)<\/figcaption>/)?.0)
            #expect(!caption.contains("Trial limits"))
        }
    }

    @Test func `the centre line has one name, with its kind, in chart and table`() async throws {
        try await Self.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.page.contains("<th scope=\"col\" class=\"number\">Centre line (mean)</th>"))
            #expect(browser.page.contains("Centre line (mean) "))
        }
    }

    @Test func `a series is found under its own unit only`() async throws {
        try await Self.run { site, browser, series in
            let north = try await site.add("North", .organisation, inside: site.community)
            for address in [
                Address.series(north, series), .seriesPicture(north, series, .svg),
                .seriesData(north, series, .csv),
                .series(site.community, .example),
            ] {
                try await browser.get(address.path)
                #expect(browser.status == .notFound, "\(address.path)")
            }
            try await browser.get("/units")
            for address in [
                Address.phases(north, series), .annotations(north, series), .withdrawnPhases(north, series),
            ] {
                try await browser.post(
                    address.path,
                    ["note-day": "2025-01-01", "note-text": "x", "note-kind": "event"]
                )
                #expect(browser.status == .notFound, "\(address.path)")
            }
            #expect(try await site.database.read { try AnnotationStore.all(of: series, on: $0) }.isEmpty)
        }
    }

    @Test func `names and reasons are text, whatever they hold`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let hostile = "<script>alert(\"x\")</script>"
            let measure = try await site.addMeasure { measure in
                measure.title = hostile
                measure.why = hostile
                measure.owner = hostile
                measure.format.unit = hostile
                measure.definition.numerator = hostile
                measure.provenance = .init(source: hostile, licence: hostile, attribution: hostile)
            }
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            try await site.database.write { connection in
                let day = try #require(Day("2024-01-01"))
                try AnnotationStore.add(hostile, .event, on: day, to: series, site.context, on: connection)
                try PhaseStore.start(day, of: series, reason: hostile, site.context, on: connection)
            }
            try await site.signIn(&browser)
            for address in [
                Address.series(site.community, series), .seriesPicture(site.community, series, .svg),
            ] {
                try await browser.get(address.path)
                #expect(browser.status == .ok)
                #expect(!browser.page.contains("<script>") && browser.page.contains("&lt;script&gt;"))
            }
        }
    }

    /// A site with one series that rises in its last nine months.
    static func run(_ body: @Sendable (TestSite, inout Browser, Series.ID) async throws -> Void) async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure { measure in
                measure.why = "People are hurt."
                measure.provenance = .init(
                    source: "Incident records",
                    licence: "Open Government Licence v3.0",
                    attribution: "Contains public sector information."
                )
            }
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            try await site.signIn(&browser)
            try await body(site, &browser, series)
        }
    }
}
