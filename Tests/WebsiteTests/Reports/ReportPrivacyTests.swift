import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// A page shows of other things what its reader may see anyway, and on a public link what is public anyway.
struct ReportPrivacyTests {
    /// A page that its whole place may read, about things that only some may.
    struct Secrets {
        let world: AccessWorld
        let report: Report
        let story: Story

        static let openStory = "She walks to the shop"

        init(_ site: TestSite) async throws {
            world = try await AccessWorld(site)
            let context = site.context
            let unit = world.own
            func story(_ title: String) -> Story {
                Story(
                    id: context.makeID(),
                    unit: unit,
                    kind: .story,
                    visibility: .community,
                    title: title,
                    day: context.now.day,
                    changed: "\(title) again",
                    matters: "\(title) at last",
                    author: context.author,
                    instant: context.now
                )
            }
            let (open, kept) = (story(Self.openStory), story("Secret falls of Mr B"))
            var report = Report(
                id: context.makeID(),
                unit: unit,
                visibility: .place,
                title: "How it goes",
                summary: "Better",
                author: context.author,
                instant: context.now
            )
            report.add(.words, "Our own words")
            for subject in [AccessTable.Subject.shared, .kept] {
                report.add(.chart, try #require(world.series[subject]).description)
            }
            for subject in [AccessTable.Subject.shared, .kept] {
                let programme = try #require(world.programmes[subject]).programme
                report.add(.drawing, Report.Block.value(of: programme.id, .driverDiagram))
            }
            report.add(.story, open.id.description)
            report.add(.story, kept.id.description)
            let made = report
            try await site.database.write { connection in
                for story in [open, kept] { try StoryStore.insert(story, context, on: connection) }
                let consent = Consent(
                    id: context.makeID(),
                    who: "Mrs H",
                    audience: .place,
                    day: context.now.day,
                    author: context.author,
                    instant: context.now
                )
                try StoryStore.record(consent, to: open, context, on: connection)
                try ReportStore.insert(made, context, on: connection)
            }
            self.report = made
            self.story = try #require(
                try await site.database.read { try StoryStore.find(open.id, on: $0) }
            )
        }

        var path: String { Address.reports(.report(world.own, report.id)).path }

        func withdraw(_ site: TestSite) async throws {
            let (context, story) = (site.context, story)
            let consent = try #require(story.consents.first).id
            try await site.database.write {
                try StoryStore.withdraw(consent, of: story, reason: "", context, on: $0)
            }
        }
    }

    private static func makeLink(_ secrets: Secrets, _ browser: inout Browser) async throws -> String {
        try await browser.get("\(secrets.path)/outside")
        try await browser.post("\(secrets.path)/public-links")
        return try #require(
            browser.page.firstMatch(of: /127\.0\.0\.1:8080(\/shared\/[\w-]{43})</).map { String($0.1) }
        )
    }

    private static func count(_ text: String, in page: String) -> Int { page.ranges(of: text).count }

    @Test func `each block shows what its reader may see, and of the rest only that there is something`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let secrets = try await Secrets(site)
            let world = secrets.world
            try await site.signIn(&browser, as: .viewer, on: world.own)
            try await browser.get(secrets.path)
            for text in [
                "Our own words", "<h2>Falls</h2>", "<h2>Secret falls</h2>", "of Fewer falls",
                "of Secret falls",
                Secrets.openStory,
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
            // Without consent a story is on no page, even for those who record things for its unit.
            #expect(!browser.page.contains("Mr B"))
            #expect(Self.count("A story stands here that isn’t shared with you", in: browser.page) == 1)
            try await site.signIn(&browser, as: .contributor, on: world.own)
            try await browser.get(secrets.path)
            #expect(!browser.page.contains("Mr B"))
            // From above what the unit keeps is not seen, nor who is told of.
            for (role, unit, charts, drawings) in [
                (Role.administrator, world.above, 1, 1), (.viewer, world.beside, 2, 1),
            ] {
                try await site.signIn(&browser, as: role, on: unit)
                try await browser.get(secrets.path)
                #expect(browser.status == .ok)
                #expect(browser.page.contains("Our own words") && browser.page.contains(Secrets.openStory))
                #expect(Self.count("A chart stands here that isn’t", in: browser.page) == charts)
                #expect(Self.count("A drawing stands here that isn’t", in: browser.page) == drawings)
                #expect(!browser.page.contains("Secret falls") && !browser.page.contains("Mr B"))
            }
            try await secrets.withdraw(site)
            try await browser.get(secrets.path)
            #expect(!browser.page.contains(Secrets.openStory))
            #expect(Self.count("A story stands here that isn’t", in: browser.page) == 2)
        }
    }

    @Test func `who writes a page from above learns nothing of what is kept, on no page and from no mistake`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let secrets = try await Secrets(site)
            try await site.signIn(&browser, as: .administrator, on: secrets.world.above)
            func isSilent(_ what: String) {
                #expect(!browser.page.contains("Secret falls") && !browser.page.contains("Mr B"), "\(what)")
            }
            for page in ["", "/blocks", "/details", "/outside"] {
                try await browser.get(secrets.path + page)
                #expect(browser.status == .ok, "\(page)")
                isSilent(page)
            }
            let shared = try #require(secrets.world.series[.shared]).description
            // A conflict over what can't be seen, a change of it, and the history of that.
            try await browser.post("\(secrets.path)/blocks/3", ["revision": "99", "chart-3": shared])
            #expect(browser.status == .conflict)
            #expect(browser.page.contains("a chart that isn’t shared with you"))
            isSilent("conflict")
            for block in ["3", "5", "7"] {
                try await browser.get("\(secrets.path)/blocks")
                let fields = try browser.hidden(in: "\(secrets.path)/blocks/\(block)/removal")
                try await browser.post("\(secrets.path)/blocks/\(block)/removal", fields)
                #expect(browser.status == .seeOther)
            }
            try await browser.get(secrets.path)
            #expect(browser.page.contains("a chart that isn’t shared with you"), "in the history")
            isSilent("history")
            try await browser.get(Address.bin(secrets.world.above).path)
            isSilent("bin")
        }
    }

    @Test
    func `a public link shows the words, and of charts, drawings and stories only what is public by itself`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let secrets = try await Secrets(site)
            let world = secrets.world
            try await site.signIn(&browser, as: .administrator, on: world.own)
            try await browser.get("\(secrets.path)/outside")
            #expect(browser.page.contains("No story is shown"))
            #expect(Self.count("that isn’t public.", in: browser.page) == 6)
            #expect(Self.count("Where it could be made public", in: browser.page) == 4)
            let link = try await Self.makeLink(secrets, &browser)
            var anyone = browser
            anyone.cookie = nil
            try await anyone.get(link)
            #expect(anyone.status == .ok)
            #expect(anyone.page.contains("Our own words"))
            #expect(Self.count("that isn’t public.", in: anyone.page) == 6)
            for text in ["alls", "href=\"/units", Secrets.openStory, "Ada", "<figure"] {
                #expect(!anyone.page.contains(text), "\(text)")
            }
            let context = site.context
            try await site.database.write { connection in
                let kept = try #require(world.series[.kept])
                let series = try #require(try SeriesStore.find(kept, on: connection))
                _ = try PublicLinkStore.make(to: series, expires: nil, context, on: connection)
                let programme = try #require(world.programmes[.shared]).programme
                _ = try PublicLinkStore.make(to: programme, expires: nil, context, on: connection)
            }
            try await anyone.get(link)
            #expect(Self.count("that isn’t public.", in: anyone.page) == 4)
            #expect(anyone.page.contains("<h2>Secret falls</h2>"), "its unit made it public")
            #expect(anyone.page.contains("Driver diagram of Fewer falls"))
            #expect(!anyone.page.contains("of Secret falls") && !anyone.page.contains("does a huddle help"))
        }
    }

    @Test func `what is shared of pages is listed where things are shared, and ends there`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let secrets = try await Secrets(site)
            let world = secrets.world
            try await site.signIn(&browser, as: .administrator, on: world.own)
            let link = try await Self.makeLink(secrets, &browser)
            var anyone = browser
            anyone.cookie = nil
            try await browser.get(Address.sharing(world.own).path)
            #expect(browser.page.contains("Public links to written pages"))
            let id = try #require(browser.page.firstMatch(of: /name="page-link" value="(\S+?)"/)).1
            try await browser.post(Address.endedShares(world.own).path, ["page-link": String(id)])
            try await anyone.get(link)
            #expect(anyone.status == .notFound)
            try await browser.get(Address.sharing(world.own).path)
            try await browser.post(
                Address.endedShares(world.own).path,
                ["written-page": secrets.report.id.description]
            )
            let found = try await site.database.read { try ReportStore.find(secrets.report.id, on: $0) }
            #expect(found?.visibility == .unit)
        }
    }

    /// A page of a clinic that the community may read, with a chart of small numbers that a public link shows.
    static func counted(
        _ site: TestSite
    ) async throws -> (report: Report, charity: Unit.ID, link: String) {
        let place = try await site.add("North", .place, inside: site.community)
        let clinic = try await site.add("Clinic", .organisation, inside: place)
        let charity = try await site.add("Charity", .organisation, inside: place)
        let measure = try await site.addMeasure("falls") { measure in
            measure.chart.kind = .c
            measure.visibility = .community
            measure.disclosure = DisclosureRule(threshold: 5)
        }
        let values = (0..<30).map { $0 == 28 ? 3 : 642 + Double($0) }
        let series = try await site.record(values, of: measure, in: clinic)
        let context = site.context
        var report = Report(
            id: context.makeID(),
            unit: clinic,
            visibility: .community,
            title: "How it goes",
            summary: "Better",
            author: context.author,
            instant: context.now
        )
        report.add(.chart, series.description)
        let made = report
        let secret = try await site.database.write { connection in
            try ReportStore.insert(made, context, on: connection)
            let series = try #require(try SeriesStore.find(series, on: connection))
            _ = try PublicLinkStore.make(to: series, expires: nil, context, on: connection)
            return try PublicLinkStore.make(to: made, expires: nil, context, on: connection)
        }
        return (made, charity, Address.shared(SignInCode(secret)).path)
    }

    @Test func `small numbers are withheld on a page from those outside, and behind its link`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let (report, charity, link) = try await Self.counted(site)
            let path = Address.reports(.report(report.unit, report.id)).path
            let cell = "<td class=\"number\">3</td>"
            try await site.signIn(&browser, as: .viewer, on: report.unit)
            try await browser.get(path)
            #expect(browser.page.contains(cell) && !browser.page.contains("to protect small numbers"))
            try await site.signIn(&browser, as: .viewer, on: charity)
            var pages: [String] = []
            try await browser.get(path)
            pages.append(browser.page)
            browser.cookie = nil
            try await browser.get(link)
            pages.append(browser.page)
            for page in pages {
                #expect(page.contains("1 period is withheld to protect small numbers"))
                #expect(!page.contains(cell) && page.contains("642"))
            }
        }
    }

    @Test func `what is kept and read by way of a page is on the trail, the page too`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let secrets = try await Secrets(site)
            try await browser.signIn(try await site.member("Kim", .viewer, on: secrets.world.own))
            try await browser.get(secrets.path)
            let unit = secrets.world.own
            let read = try await site.database.read { connection in
                try AuditStore.records(within: unit, limit: 50, on: connection) {
                    $0.entry.act == .read && $0.author.name == "Kim"
                }
            }
            let names = read.map { "\($0.entry.subject.kind.rawValue) \($0.entry.subject.name)" }
            #expect(
                names.contains("measure Secret falls") && names.contains("programme Secret falls"),
                "\(names)"
            )
            // The trail of a page that its unit keeps is for those who may read the page.
            let (context, id) = (site.context, secrets.report.id)
            try await site.database.write { connection in
                var report = try #require(try ReportStore.find(id, on: connection))
                report.visibility = .unit
                report.title = "Kept page"
                try ReportStore.update(report, context, on: connection)
            }
            try await browser.get(secrets.path)
            try await site.signIn(&browser, as: .administrator, on: unit)
            try await browser.get(Address.audit(unit).path)
            #expect(browser.page.contains("Kept page"))
        }
    }
}
