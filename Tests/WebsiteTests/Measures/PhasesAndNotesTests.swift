import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct PhasesAndNotesTests {
    @Test func `a phase is started for a reason, and taken back`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            let page = Address.series(site.community, series).path
            try await browser.get(page)
            try await browser.post(
                Address.phases(site.community, series).path,
                ["phase-start": "2025-01-01", "phase-reason": "The <ward> moved"]
            )
            #expect(browser.location == "\(page)?done=phase-started")
            try await browser.follow()
            #expect(browser.page.contains("<strong>From 1 January 2025</strong> The"))
            #expect(browser.page.contains("The &lt;ward&gt; moved"))
            #expect(browser.page.contains("Administrator"))
            let phase = try #require(try await phases(of: series, site).first)
            try await browser.post(
                Address.withdrawnPhases(site.community, series).path,
                ["phase": phase.id.description]
            )
            #expect(browser.location == "\(page)?done=phase-withdrawn")
            try await browser.follow()
            #expect(browser.page.contains("Taken back on"))
            #expect(browser.page.contains("The &lt;ward&gt; moved"))
            try await browser.post(
                Address.withdrawnPhases(site.community, series).path,
                ["phase": phase.id.description]
            )
            #expect(browser.status == .badRequest)
        }
    }

    struct Mistake: Sendable {
        let fields: [String: String]
        let field: String
        let sentence: String
    }

    @Test(arguments: [
        Mistake(
            fields: ["phase-start": "2025-01-01", "phase-reason": "  "],
            field: "phase-reason",
            sentence: "Enter the reason."
        ),
        Mistake(
            fields: ["phase-start": "1 May", "phase-reason": "Q9"],
            field: "phase-start",
            sentence: "Enter a day, like 2026-03-01."
        ),
        Mistake(
            fields: ["phase-start": "2023-01-01", "phase-reason": "Q9"],
            field: "phase-start",
            sentence: "Choose a day after 1 January 2023 and up to 1 September 2025"
        ),
        Mistake(
            fields: ["phase-start": "2026-01-01", "phase-reason": "Q9"],
            field: "phase-start",
            sentence: "Choose a day after"
        ),
    ])
    func `a phase that can't be started says why, and keeps what was typed`(mistake: Mistake) async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            try await browser.post(Address.phases(site.community, series).path, mistake.fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("<a href=\"#\(mistake.field)\">"))
            #expect(browser.page.contains(mistake.sentence))
            #expect(browser.page.contains("id=\"\(mistake.field)-error\""))
            #expect(mistake.fields["phase-reason"] != "Q9" || browser.page.contains(">Q9</textarea>"))
            #expect(try await phases(of: series, site).isEmpty)
        }
    }

    @Test func `two phases don't start on one day`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            let fields = ["phase-start": "2025-01-01", "phase-reason": "Moved"]
            try await browser.post(Address.phases(site.community, series).path, fields)
            try await browser.post(Address.phases(site.community, series).path, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("A phase starts on that day already."))
        }
    }

    @Test func `a phase of another series isn't taken back from here`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            let measure = try await site.addMeasure("other")
            let other = try await site.record(Values.stable(20), of: measure, in: site.community)
            let phase = try await site.database.write { connection in
                let day = try #require(Day("2023-06-01"))
                return try PhaseStore.start(day, of: other, reason: "Moved", site.context, on: connection)
            }
            try await browser.get(Address.series(site.community, series).path)
            try await browser.post(
                Address.withdrawnPhases(site.community, series).path,
                ["phase": phase.id.description]
            )
            #expect(browser.status == .badRequest)
            #expect(try await phases(of: other, site).first?.withdrawn == nil)
        }
    }

    @Test func `a note is on the chart and in the list`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            try await browser.post(
                Address.annotations(site.community, series).path,
                ["note-day": "2025-01-15", "note-kind": "test", "note-text": "Hourly rounds"]
            )
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("<li value=\"1\"><strong>15 January 2025</strong> Hourly rounds"))
            #expect(browser.page.contains("test of change, Administrator"))
            #expect(browser.page.contains("15 Jan 2025: Hourly rounds"))
        }
    }

    @Test func `a note needs its day and what happened, and keeps what was typed`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await browser.get(Address.series(site.community, series).path)
            try await browser.post(
                Address.annotations(site.community, series).path,
                ["note-day": "soon", "note-kind": "event", "note-text": ""]
            )
            #expect(browser.status == .unprocessableContent)
            for text in ["Enter a day, like 2026-03-01.", "Enter what happened.", "value=\"soon\""] {
                #expect(browser.page.contains(text), "\(text)")
            }
        }
    }

    @Test func `a phase that starts within a period says which point is its first`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            try await site.database.write {
                let day = try #require(Day("2024-03-15"))
                try PhaseStore.start(day, of: series, reason: "Moved", site.context, on: $0)
            }
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.page.contains("From 15 March 2024</strong> (first point: April 2024)"))
        }
    }

    @Test func `a note far from the series is refused, and one beside it isn't drawn at another day`()
        async throws
    {
        try await SeriesPageTests.run { site, browser, series in
            let page = Address.series(site.community, series).path
            func post(_ day: String, _ text: String, _ browser: inout Browser) async throws {
                try await browser.post(
                    Address.annotations(site.community, series).path,
                    ["note-day": day, "note-kind": "event", "note-text": text]
                )
            }
            try await browser.get(page)
            for day in ["2022-11-30", "2025-11-01"] {
                try await post(day, "Far away", &browser)
                #expect(browser.status == .unprocessableContent)
                #expect(browser.page.contains("Choose a day from 1 December 2022 to 31 October 2025"))
            }
            try await post("2022-12-05", "Before it all", &browser)
            try await post("2025-10-05", "Just after", &browser)
            try await browser.get(page)
            #expect(
                browser.page.contains(
                    "Before it all\n<span class=\"muted\">(event, Administrator, outside the chart)"
                )
            )
            #expect(!browser.page.contains("5 Dec 2022: Before it all"))
            #expect(browser.page.contains("5 Oct 2025: Just after"))
        }
    }

    @Test func `someone who may only look can't change the chart`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            var viewer = Browser(browser.client)
            try await site.signIn(&viewer, as: .viewer, on: site.community)
            try await viewer.get(Address.series(site.community, series).path)
            #expect(viewer.status == .ok)
            for control in ["Add a note", "Start a new phase"] { #expect(!viewer.page.contains(control)) }
            for address in [
                Address.phases(site.community, series), .withdrawnPhases(site.community, series),
                .annotations(site.community, series),
            ] {
                try await viewer.post(
                    address.path,
                    [
                        "phase-start": "2025-01-01", "phase-reason": "x", "note-day": "2025-01-01",
                        "note-text": "x",
                    ]
                )
                #expect(viewer.status == .forbidden)
            }
            #expect(try await phases(of: series, site).isEmpty)
        }
    }

    private func phases(of series: Series.ID, _ site: TestSite) async throws -> [Phase] {
        try await site.database.read { try PhaseStore.all(of: series, on: $0) }
    }

    @Test func `a note that was taken back is off the chart, and stays to be read`() async throws {
        try await SeriesPageTests.run { site, browser, series in
            let page = Address.series(site.community, series)
            let day = try #require(Day("2025-01-15"))
            let note = try await site.database.write {
                try AnnotationStore.add("Hourly rounds", .test, on: day, to: series, site.context, on: $0)
            }
            try await browser.get(page.path)
            #expect(browser.page.contains("15 Jan 2025: Hourly rounds"))
            let address = Address.withdrawnAnnotations(site.community, series).path
            try await browser.post(address, ["note": note.id.description])
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("<del>January 2025 Hourly rounds</del>"))
            #expect(!browser.page.contains("15 Jan 2025: Hourly rounds"))
            try await browser.post(address, ["note": note.id.description])
            #expect(browser.status == .badRequest)
        }
    }
}
