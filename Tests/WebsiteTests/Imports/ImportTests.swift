import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct ImportTests {
    private static let file = "measure,unit,date,value\nfalls,North,2025-01,12\nfalls,North,2025-02,9\n"

    @Test(arguments: [true, false])
    func `a file or pasted rows are looked at, recorded and taken back`(isFile: Bool) async throws {
        try await Self.run { site, browser, north in
            try await Self.send(Self.file, isFile: isFile, site, &browser)
            #expect(browser.status == .seeOther)
            let address = try #require(browser.location)
            try await browser.follow()
            #expect(browser.status == .ok)
            for text in [
                isFile ? "Check returns.csv" : "Check Pasted rows",
                "2 rows in 1 series. Recording it would leave 2 added, and start 1 new series.",
                "<th scope=\"row\">Falls</th><td>North</td>", "class='sparkline'", "9, Feb 2025",
                "Reason: March figures",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
            #expect(try await site.recordings().isEmpty)

            try await browser.post(address)
            let recording = try #require(try await site.recordings().first)
            #expect(
                browser.location
                    == "\(Address.recording(site.community, recording.id).path)?done=import-recorded"
            )
            try await browser.follow()
            #expect(browser.page.contains("2 added") && browser.page.contains("March figures"))
            #expect(try await Self.values(of: north, site) == [12, 9])
            try await browser.get(address)
            #expect(browser.status == .notFound)

            try await browser.post(
                Address.undoneRecording(site.community, recording.id).path,
                ["reason": "The wrong month"]
            )
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("taken back"))
            #expect(try await Self.values(of: north, site) == [])
        }
    }

    @Test func `looking at a file changes nothing, and throwing it away leaves nothing`() async throws {
        try await Self.run { site, browser, north in
            try await Self.send(Self.file, site, &browser)
            let address = try #require(browser.location)
            for _ in 1...2 { try await browser.get(address) }
            #expect(try await Self.values(of: north, site) == nil)
            try await browser.post(address + "/discarded")
            #expect(browser.location == "\(Address.imports(site.community).path)?done=import-discarded")
            try await browser.get(address)
            #expect(browser.status == .notFound)
            try await browser.post(address)
            #expect(browser.status == .notFound)
            #expect(try await site.recordings().isEmpty)
        }
    }

    @Test func `the same file twice says that nothing would change`() async throws {
        try await Self.run { site, browser, _ in
            try await Self.send(Self.file, site, &browser)
            try await browser.post(try #require(browser.location))
            try await Self.send(Self.file, site, &browser)
            let address = try #require(browser.location)
            try await browser.follow()
            #expect(browser.page.contains("Nothing would change: all of it has been recorded already."))
            #expect(browser.page.contains("The same file was recorded on 4 March 2026"))
            #expect(!browser.page.contains("Record it?"))
            try await browser.post(address)
            #expect(browser.location == "\(Address.imports(site.community).path)?done=import-unchanged")
            #expect(try await site.recordings().count == 1)
        }
    }

    @Test func `a file that holds less says what would be added, revised and removed`() async throws {
        try await Self.run { site, browser, north in
            let measure = try #require(try await site.database.read { try MeasureStore.all(on: $0).first })
            try await site.record([1, 2, 3], of: measure, in: north)
            let file = "measure,unit,date,value\nfalls,north,2023-02,5\nfalls,north,2023-04,6\n"
            try await Self.send(file, site, &browser, ["mode": "replace"])
            let address = try #require(browser.location)
            try await browser.follow()
            #expect(browser.page.contains("1 added, 1 revised, 2 removed"))
            #expect(browser.page.contains("<td class=\"number\">3</td><td class=\"number\">2</td>"))
            try await browser.post(address)
            #expect(try await Self.values(of: north, site) == [5, 6])
        }
    }

    @Test func `bad rows are named, and good ones are recorded only where that is asked for`() async throws {
        try await Self.run { site, browser, north in
            let file = """
                measure,unit,date,value
                falls,North,2025-01,12
                falls,North,soon,9
                fulls,North,2025-02,9
                falls,<b>Nord</b>,2025-02,9
                falls,North,2025-03,many
                falls,North,2025-01,13

                """
            try await Self.send(file, site, &browser)
            let address = try #require(browser.location)
            try await browser.follow()
            for text in [
                "rows can’t be recorded", "<td class=\"number\">3</td><td>date</td><td>soon</td>",
                "did you mean “falls”?", "&lt;b&gt;Nord&lt;/b&gt;", "<td>many</td>",
                "is in the same period as row 2, which is for the same series",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
            #expect(!browser.page.contains("<b>"))
            try await browser.post(address)
            #expect(browser.status == .unprocessableContent)
            #expect(try await site.recordings().isEmpty)
            try await browser.post(address, ["skip-bad-rows": "yes"])
            #expect(browser.status == .seeOther)
            #expect(try await Self.values(of: north, site)?.first == 12)
        }
    }

    @Test(arguments: [
        "", "\u{0}\u{1}", "no,such,columns\n1,2,3\n", "measure,unit,date,value\n", "\"unclosed",
    ])
    func `a file of which nothing can be used says so`(file: String) async throws {
        try await Self.run { site, browser, _ in
            try await Self.send(file, site, &browser)
            if browser.status == .seeOther {
                try await browser.follow()
                #expect(browser.page.contains("Nothing to record"))
                #expect(browser.page.contains("can’t be recorded"))
                #expect(browser.page.contains("What is wrong is below."))
                #expect(!browser.page.contains("recorded already"))
            } else {
                #expect(browser.status == .unprocessableContent)
                #expect(browser.page.contains("Choose a CSV file, or paste its rows."))
            }
            #expect(try await site.recordings().isEmpty)
        }
    }

    @Test func `a number that no chart can hold is not recorded`() async throws {
        try await Self.run { site, browser, _ in
            try await Self.send("measure,unit,date,value\nfalls,North,2025-01,1e300\n", site, &browser)
            let address = try #require(browser.location)
            try await browser.follow()
            #expect(browser.page.contains("<td>value</td><td>1e300</td>"))
            #expect(browser.page.contains("too large or too small to be charted"))
            #expect(browser.page.contains("Nothing to record") && !browser.page.contains("Record it?"))
            try await browser.post(address, ["skip-bad-rows": "yes"])
            #expect(browser.status == .unprocessableContent)
            #expect(try await site.recordings().isEmpty)
        }
    }

    @Test func `what a file leaves out is not removed while rows of it are bad`() async throws {
        try await Self.run { site, browser, north in
            let measure = try #require(try await site.database.read { try MeasureStore.all(on: $0).first })
            try await site.record([1, 2, 3], of: measure, in: north)
            let file = "measure,unit,date,value\nfalls,north,2023-02,5\nfalls,north,2023-03,many\n"
            try await Self.send(file, site, &browser, ["mode": "replace"])
            let address = try #require(browser.location)
            try await browser.follow()
            #expect(browser.page.contains("Mend the file first") && !browser.page.contains("Record it?"))
            try await browser.post(address, ["skip-bad-rows": "yes"])
            #expect(browser.status == .unprocessableContent)
            #expect(try await Self.values(of: north, site) == [1, 2, 3])
        }
    }

    struct Mistake: Sendable {
        let fields: [String: String]
        let sentence: String
    }

    @Test(arguments: [
        Mistake(fields: ["reason": "March"], sentence: "Choose a CSV file, or paste its rows."),
        Mistake(fields: ["pasted": "date,value\n2025-01,1", "reason": ""], sentence: "Enter the reason."),
        Mistake(
            fields: ["pasted": "date,value", "reason": "x", "measure": Measure.ID.example.description],
            sentence: "Choose a measure from the list."
        ),
    ])
    func `a form that says too little keeps what was typed`(mistake: Mistake) async throws {
        try await Self.run { site, browser, _ in
            try await browser.get(Address.imports(site.community).path)
            try await browser.upload(Address.imports(site.community).path, mistake.fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains(mistake.sentence))
            for typed in mistake.fields.values where typed == "March" {
                #expect(browser.page.contains("value=\"March\""))
            }
        }
    }

    @Test func `rows without names are for the measure and the unit that were chosen`() async throws {
        try await Self.run { site, browser, north in
            let measure = try #require(try await site.database.read { try MeasureStore.all(on: $0).first })
            try await browser.get(Address.imports(north).path)
            try await browser.upload(
                Address.imports(north).path,
                ["reason": "x", "measure": measure.id.description, "units": "this"],
                file: "date,value\n2025-01,4\n"
            )
            try await browser.follow()
            #expect(browser.page.contains("<th scope=\"row\">Falls</th><td>North</td>"))
        }
    }

    /// A site with one measure and one organisation, and its administrator.
    static func run(_ body: @Sendable (TestSite, inout Browser, Unit.ID) async throws -> Void) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .organisation, inside: site.community)
            _ = try await site.addMeasure()
            try await site.signIn(&browser)
            try await body(site, &browser, north)
        }
    }

    /// Sends a file to the community, as a file or as pasted rows.
    static func send(
        _ file: String,
        isFile: Bool = true,
        _ site: TestSite,
        _ browser: inout Browser,
        _ more: [String: String] = [:]
    ) async throws {
        let page = Address.imports(site.community).path
        try await browser.get(page)
        var fields = ["reason": "March figures"]
        fields.merge(more) { $1 }
        if !isFile { fields["pasted"] = file }
        try await browser.upload(page, fields, file: isFile ? file : nil)
    }

    /// The numbers of the one series in a unit; nil where there is none.
    private static func values(of unit: Unit.ID, _ site: TestSite) async throws -> [Double]? {
        try await site.database.read { connection in
            let measure = try #require(try MeasureStore.all(on: connection).first)
            let key = Series.Key(measure: measure.id, version: 1, unit: unit)
            guard let series = try SeriesStore.find(key, on: connection) else { return nil }
            return try SeriesStore.observations(of: series.id, on: connection).numerators
        }
    }
}
