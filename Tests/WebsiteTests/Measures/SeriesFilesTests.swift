import Exchange
import FoundationEssentials
import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct SeriesFilesTests {
    @Test func `the chart is a picture of its own`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.seriesPicture(site.community, series, .svg).path)
            #expect(browser.status == .ok)
            #expect(browser.headers[.contentType] == "image/svg+xml")
            #expect(
                browser.headers[.contentDisposition] == "attachment; filename=\"falls-Our-community.svg\""
            )
            #expect(browser.page.hasPrefix("<svg xmlns='http://www.w3.org/2000/svg'"))
            #expect(browser.page.contains("Falls, Our community"))
            #expect(browser.page.contains("Source: Incident records. Licence: Open Government Licence v3.0."))
            #expect(browser.page.contains("Contains public sector information."))
            #expect(Self.isBalanced(browser.page))
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert")))
    func `the chart is there as a PNG, where librsvg is`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.seriesPicture(site.community, series, .png).path)
            #expect(browser.status == .ok)
            #expect(browser.headers[.contentType] == "image/png")
            // Its first byte isn't UTF-8, so that text shows it as the replacement character.
            #expect(browser.page.hasPrefix("\u{FFFD}PNG\r\n\u{1A}\n"))
        }
    }

    @Test func `the data is a table for a spreadsheet`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.seriesData(site.community, series, .csv).path)
            #expect(browser.status == .ok)
            #expect(browser.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = browser.page.split(separator: "\r\n")
            #expect(
                lines.first
                    == "date,numerator,denominator,value,phase,centre_line,lower_limit,upper_limit,signals,flags"
            )
            #expect(lines.count == 34)
            #expect(lines[1].hasPrefix("2023-01-01,101,,101,1,"))
            #expect(lines[33].hasPrefix("2025-09-01,114,,114,1,"))
            #expect(lines[33].hasSuffix("shift,"))
        }
    }

    @Test func `what is missing is empty, and a number below zero stays a number`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record([-5, nil, 3], of: measure, in: site.community)
            try await site.signIn(&browser)
            try await browser.get(Address.seriesData(site.community, series, .csv).path)
            let lines = browser.page.split(separator: "\r\n")
            #expect(lines[1].hasPrefix("2023-01-01,-5,,-5,"))
            #expect(lines[2].hasPrefix("2023-02-01,,,,"))
        }
    }

    @Test func `a file's name is harmless, whatever a unit is called`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let unit = try await site.add("\"; x=\r\n../..", .organisation, inside: site.community)
            let measure = try await site.addMeasure()
            let series = try await site.record([1, 2], of: measure, in: unit, group: "=cmd")
            try await site.signIn(&browser)
            try await browser.get(Address.seriesData(unit, series, .csv).path)
            let header = try #require(browser.headers[.contentDisposition])
            #expect(header.wholeMatch(of: /attachment; filename="[A-Za-z0-9._-]+"/) != nil)
        }
    }

    @Test func `a file that isn't there is not found`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path + "/chart.pdf")
            #expect(browser.status == .notFound)
        }
    }

    /// Whether every element that is opened is closed, in order.
    private static func isBalanced(_ picture: String) -> Bool {
        var open: [Substring] = []
        for tag in picture.matches(of: /<(\/?)([a-z]+)((?:[^>'"]|'[^']*'|"[^"]*")*?)(\/?)>/) {
            if !tag.1.isEmpty {
                guard open.popLast() == tag.2 else { return false }
            } else if tag.4.isEmpty {
                open.append(tag.2)
            }
        }
        return open.isEmpty
    }

    @Test func `a server without the program says which package it is in, and offers the SVG`() async throws {
        try await TestSite.run(pictureProgram: "no-such-program") { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record([1, 2, 3], of: measure, in: site.community)
            try await site.signIn(&browser)
            try await browser.get(Address.seriesPicture(site.community, series, .png).path)
            #expect(browser.status == .notImplemented)
            #expect(browser.page.contains("librsvg2-bin") && !browser.page.contains("database"))
            #expect(
                browser.page.contains("href=\"\(Address.seriesPicture(site.community, series, .svg).path)\"")
            )
            #expect(browser.page.contains("Sign out"))
        }
    }

    @Test func `the data keeps what is provisional and what is withheld`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            var observations = Observations()
            let days = [try #require(Day("2025-01-01")), try #require(Day("2025-02-01"))]
            observations.append(Observation(day: days[0], numerator: 4, flags: .provisional))
            observations.append(Observation(day: days[1], numerator: nil, flags: .suppressed))
            let proposal = Proposal(measure: measure.id, unit: site.community, observations: observations)
            let series = try await site.record([proposal])
            try await site.signIn(&browser)
            try await browser.get(Address.seriesData(site.community, series, .csv).path)
            let lines = browser.page.split(separator: "\r\n")
            #expect(lines[1].hasSuffix(",provisional") && lines[2].hasSuffix(",suppressed"))
        }
    }
}
