import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// Links that show a theory to anyone, until someone revokes them.
struct TheoryLinkTests {
    private static func make(
        _ sample: SampleProgramme,
        _ browser: inout Browser,
        _ fields: [String: String] = [:]
    ) async throws -> String {
        let (unit, id) = (sample.programme.unit, sample.programme.id)
        try await browser.get(Address.programme(unit, id).path)
        try await browser.post(Address.programmeLinks(unit, id).path, fields)
        return browser.page.firstMatch(of: /127\.0\.0\.1:8080(\/shared\/[\w-]{43})</).map { String($0.1) }
            ?? ""
    }

    @Test func `anyone with the link sees the theory, and of its measures only what is public`() async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let sample = try await SampleProgramme("Quiet nights", .unit, in: world.own, of: site)
            let (kept, shared) = (try #require(world.measures[.kept]), try #require(world.measures[.shared]))
            let context = site.context
            try await site.database.write { connection in
                for id in [kept, shared] {
                    let measure = try #require(try MeasureStore.find(id, on: connection))
                    try TheoryStore.hang(
                        measure,
                        on: sample.idea,
                        as: .outcome,
                        of: sample.programme,
                        context,
                        on: connection
                    )
                }
                var aim = sample.aim
                (aim.measure, aim.target) = (kept, 4_711)
                try TheoryStore.update(aim, of: sample.programme, context, on: connection)
                try TheoryStore.judge(
                    sample.arrow,
                    of: sample.programme,
                    .mixed,
                    reason: "I doubt it",
                    context,
                    on: connection
                )
            }
            try await site.signIn(&browser, as: .administrator, on: world.own)
            let link = try await Self.make(sample, &browser)
            #expect(link.hasPrefix("/shared/"), "\(browser.page.suffix(2_000))")
            var anyone = browser
            anyone.cookie = nil
            try await anyone.get(link)
            #expect(anyone.status == .ok)
            for text in ["Quiet nights by half", "Quiet nights huddle", "people speak up early", "<svg"] {
                #expect(anyone.page.contains(text), "\(text)")
            }
            let name = sample.programme.author.name
            for text in [
                "Secret falls", "4711", "4,711", "I doubt it", "does a huddle help", name, "href=\"/units",
            ] {
                #expect(!anyone.page.contains(text), "\(text)")
            }
            #expect(anyone.page.contains("Measures that aren’t public are not named here"))
            #expect(!anyone.page.contains("Falls</span>"), "one that all share isn't public for that")
            // A public link to the measure's own series makes it public here as well.
            let series = try #require(world.series[.kept])
            try await site.database.write { connection in
                let series = try #require(try SeriesStore.find(series, on: connection))
                _ = try PublicLinkStore.make(to: series, expires: nil, context, on: connection)
            }
            try await anyone.get(link)
            #expect(anyone.page.contains("outcome: Secret falls"))
        }
    }

    @Test func `a link is counted, listed, logged and revoked; the bin and time close it too`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let sample = try await SampleProgramme("Quiet nights", .place, in: world.own, of: site)
            let (unit, id) = (world.own, sample.programme.id)
            try await site.signIn(&browser, as: .administrator, on: unit)
            let link = try await Self.make(sample, &browser)
            let brief = try await Self.make(sample, &browser, ["link-days": "2"])
            var anyone = browser
            anyone.cookie = nil
            for _ in 0..<3 { try await anyone.get(link) }
            try await browser.get(Address.programme(unit, id).path)
            #expect(browser.page.contains("2 public links show its theory to anyone who has them."))
            try await browser.get(Address.sharing(unit).path)
            #expect(browser.page.contains("Opens until revoked"))
            #expect(browser.page.contains("data-name=\"Opened\">3<"))
            #expect(browser.page.contains("its place"))
            let context = site.context
            let item = try await site.database.write {
                try BinStore.delete(id, reason: "", context, on: $0)
            }
            try await anyone.get(link)
            #expect(anyone.status == .notFound)
            try await site.database.write { try BinStore.restore(item, context, on: $0) }
            try await anyone.get(link)
            #expect(anyone.status == .ok)
            site.clock.advance(bySeconds: 2 * 86_400)
            try await anyone.get(brief)
            #expect(anyone.status == .notFound)
            try await site.signIn(&browser, as: .administrator, on: unit)
            try await browser.get(Address.sharing(unit).path)
            let row = try #require(
                browser.page.split(separator: "<tr>").first { $0.contains("Opens until revoked") }
            )
            let revoked = try #require(row.firstMatch(of: /name="theory-link" value="([^"]+)"/)).1
            try await browser.post(Address.endedShares(unit).path, ["theory-link": String(revoked)])
            #expect(browser.status == .seeOther)
            try await anyone.get(link)
            #expect(anyone.status == .notFound)
            try await browser.get(Address.sharing(unit).path)
            try await browser.post(Address.endedShares(unit).path, ["programme": id.pathText])
            let kept = try await site.database.read { try ProgrammeStore.find(id, on: $0) }
            #expect(kept?.visibility == .unit)
            try await browser.get(Address.audit(unit).path)
            #expect(browser.page.contains("public link: until it is revoked"))
        }
    }

    @Test func `a link is for administrators to make, for as many days as can be`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let sample = try #require(world.programmes[.kept])
            try await site.signIn(&browser, as: .editor, on: world.own)
            #expect(try await Self.make(sample, &browser).isEmpty)
            #expect(browser.status == .forbidden)
            try await site.signIn(&browser, as: .administrator, on: world.own)
            #expect(try await Self.make(sample, &browser, ["link-days": "soon"]).isEmpty)
            #expect(browser.status == .badRequest)
        }
    }
}
