import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct SnapshotPagesTests {
    /// Freezes a page by its form; gives back the path of what was frozen.
    private static func freeze(_ path: String, _ browser: inout Browser) async throws -> String {
        try await browser.get(path)
        try await browser.post("\(path)/snapshots", ["snapshot-note": "For the board"])
        #expect(browser.status == .seeOther)
        let frozen = try #require(browser.location?.split(separator: "?").first.map(String.init))
        try await browser.follow()
        return frozen
    }

    /// A page of the community with words and a chart of a series.
    private static func report(_ site: TestSite, showing series: String) async throws -> Report {
        let context = site.context
        var report = Report(
            id: context.makeID(),
            unit: site.community,
            title: "How it goes",
            summary: "Better",
            author: context.author,
            instant: context.now
        )
        report.add(.words, "It helped")
        if !series.isEmpty { report.add(.chart, series) }
        let made = report
        try await site.database.write { try ReportStore.insert(made, context, on: $0) }
        return made
    }

    @Test func `a snapshot shows what stood, whatever comes later, and can't be changed`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            let made = try await Self.report(site, showing: series.description)
            try await site.signIn(&browser)
            let path = Address.reports(.report(site.community, made.id)).path
            let frozen = try await Self.freeze(path, &browser)
            for text in [
                "Whatever changes from now on", "frozen by", "For the board", "SHA-256", "It helped",
                "<h2>Falls</h2>",
                "What is kept of it is what was frozen.", "\(path)#block-2", "Show 33 periods as a table",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
            let sentence = try await site.database.read { connection in
                let found = try #require(try SeriesPictureStore.picture(of: series, on: connection))
                return Sentences.statement(of: found.picture).what
            }
            let digest = try #require(browser.page.firstMatch(of: />([0-9a-f]{64})</)).1
            site.clock.advance(bySeconds: 60)
            try await site.record(Values.shifted + [500, 510, 520], of: measure, in: site.community)
            try await browser.get("\(path)/blocks")
            try await browser.post("\(path)/blocks/1", ["revision": "0", "words-1": "It did not help"])
            try await browser.get(path)
            #expect(
                browser.page.contains("Show 36 periods as a table") && browser.page.contains("did not help")
            )
            #expect(browser.page.contains(frozen), "the page leads to its snapshots")
            try await browser.get(frozen)
            #expect(
                browser.page.contains("Show 33 periods as a table")
                    && browser.page.contains("<p>It helped</p>")
            )
            #expect(browser.page.contains(sentence) && browser.page.contains(digest))
            #expect(browser.forms(to: frozen).isEmpty, "nobody edits it")
        }
    }

    @Test func `a snapshot is deleted through the bin, and what it is for is no essay`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let report = try await Self.report(site, showing: "")
            try await site.signIn(&browser)
            let path = Address.reports(.report(site.community, report.id)).path
            let frozen = try await Self.freeze(path, &browser)
            try await browser.post("\(path)/snapshots", ["snapshot-note": String(repeating: "x", count: 201)])
            #expect(
                browser.status == .unprocessableContent && browser.page.contains("What for: use at most 200")
            )
            try await browser.get(frozen)
            try await browser.post("\(frozen)/deleted", ["delete-reason": "Twice"])
            try await browser.follow()
            #expect(!browser.page.contains(frozen))
            try await browser.get(frozen)
            #expect(browser.status == .notFound)
            try await browser.get(Address.bin(site.community).path)
            #expect(
                browser.page.contains("Snapshot of a page") && browser.page.contains("How it goes, frozen on")
            )
        }
    }

    @Test func `nothing kept leaks through a snapshot, and consent that is taken back takes its story out`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let secrets = try await ReportPrivacyTests.Secrets(site)
            let world = secrets.world
            try await site.signIn(&browser, as: .editor, on: world.own)
            let frozen = try await Self.freeze(secrets.path, &browser)
            for text in ["<h2>Secret falls</h2>", "of Secret falls", ReportPrivacyTests.Secrets.openStory] {
                #expect(browser.page.contains(text), "\(text)")
            }
            #expect(!browser.page.contains("Mr B"))
            for (role, unit) in [(Role.administrator, world.above), (.viewer, world.beside)] {
                try await site.signIn(&browser, as: role, on: unit)
                try await browser.get(frozen)
                #expect(browser.status == .ok && browser.page.contains("Our own words"))
                #expect(!browser.page.contains("Secret falls") && !browser.page.contains("Mr B"))
                #expect(browser.page.contains(ReportPrivacyTests.Secrets.openStory))
            }
            // Someone from above freezes what they can't see: they see no more of it for that.
            try await site.signIn(&browser, as: .administrator, on: world.above)
            let theirs = try await Self.freeze(secrets.path, &browser)
            #expect(
                !browser.page.contains("Secret falls")
                    && browser.page.contains("A chart stands here that isn’t")
            )
            try await secrets.withdraw(site)
            for path in [frozen, theirs] {
                try await browser.get(path)
                #expect(!browser.page.contains(ReportPrivacyTests.Secrets.openStory))
            }
            // What its unit keeps from now on is kept in what was frozen before.
            let (context, shared) = (site.context, try #require(world.programmes[.shared]).programme)
            try await browser.get(frozen)
            #expect(browser.page.contains("of Fewer falls"))
            try await site.database.write { connection in
                var programme = shared
                programme.visibility = .unit
                try ProgrammeStore.update(programme, context, on: connection)
            }
            try await browser.get(frozen)
            #expect(!browser.page.contains("Fewer falls"))
            try await site.database.write { connection in
                var report = secrets.report
                report.visibility = .unit
                try ReportStore.update(report, context, on: connection)
            }
            try await browser.get(frozen)
            #expect(browser.status == .forbidden)
        }
    }

    @Test func `small numbers are withheld from those outside in what was frozen, its sentences too`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let (report, charity, _) = try await ReportPrivacyTests.counted(site)
            try await site.signIn(&browser, as: .editor, on: report.unit)
            let frozen = try await Self.freeze(
                Address.reports(.report(report.unit, report.id)).path,
                &browser
            )
            let cell = "<td class=\"number\">3</td>"
            #expect(browser.page.contains(cell))
            let inside = try #require(browser.page.firstMatch(of: />([0-9a-f]{64})</)).1
            try await site.signIn(&browser, as: .viewer, on: charity)
            try await browser.get(frozen)
            #expect(browser.page.contains("1 period is withheld to protect small numbers"))
            #expect(!browser.page.contains(cell) && browser.page.contains(inside))
            // The digest can't be guessed from: a part of what it is reckoned from is shown to nobody.
            let salts = try await site.database.read { connection in
                try connection.all("SELECT salt FROM snapshot", []) { try $0.text(0) }
            }
            #expect(salts.count == 1 && salts.allSatisfy { $0.count >= 32 && !browser.page.contains($0) })
        }
    }
}
