import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// Links that show one series to anyone, until someone revokes them.
struct PublicLinkTests {
    /// Makes a link as an administrator of the organisation and gives back its path.
    private static func make(
        _ world: AccessWorld,
        _ subject: AccessTable.Subject,
        _ browser: inout Browser,
        _ fields: [String: String] = [:]
    ) async throws -> String {
        let series = try #require(world.series[subject])
        try await world.site.signIn(&browser, as: .administrator, on: world.own)
        try await browser.get(Address.series(world.own, series).path)
        try await browser.post(Address.publicLinks(world.own, series).path, fields)
        return browser.page.firstMatch(of: /127\.0\.0\.1:8080(\/shared\/[\w-]{43})</).map { String($0.1) }
            ?? ""
    }

    @Test func `anyone who has a link sees the series, signed out, and nothing of the rest`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let link = try await Self.make(world, .kept, &browser)
            #expect(link.hasPrefix("/shared/"), "\(browser.page.suffix(2_000))")
            browser.cookie = nil
            try await browser.get(link)
            #expect(browser.status == .ok)
            #expect(browser.page.contains("Secret falls") && browser.page.contains("Falls with harm"))
            #expect(browser.page.contains("noindex"))
            #expect(
                browser.headers[try #require(HTTPFields.Element.Name("X-Robots-Tag"))] == "noindex, nofollow"
            )
            #expect(!browser.page.contains("href=\"/units") && !browser.page.contains("href=\"/about"))
            #expect(browser.cookie == nil)
            try await browser.get(link + "/data.csv")
            #expect(browser.status == .ok && browser.page.hasPrefix("date,numerator"))
            try await browser.get(link + "/chart.svg")
            #expect(browser.status == .ok && browser.page.contains("<svg"))
        }
    }

    @Test func `openings are counted, and a revoked link opens nothing`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let link = try await Self.make(world, .kept, &browser)
            var visitor = browser
            visitor.cookie = nil
            for _ in 0..<3 { try await visitor.get(link) }
            try await browser.get(Address.sharing(world.own).path)
            #expect(browser.page.contains("Opens until revoked"))
            #expect(browser.page.contains("data-name=\"Opened\">3<"))
            let id = try #require(browser.page.firstMatch(of: /name="link" value="([^"]+)"/)).1
            try await browser.post(Address.endedShares(world.own).path, ["link": String(id)])
            #expect(browser.status == .seeOther)
            for path in [link, link + "/data.csv", link + "/chart.svg"] {
                try await visitor.get(path)
                #expect(visitor.status == .notFound)
            }
            try await browser.get(Address.audit(world.own).path)
            #expect(browser.page.contains("public link: until it is revoked"))
            // The database has no way back to the link.
            let secret = String(link.dropFirst("/shared/".count))
            let kept = try await site.database.read { connection in
                try connection.one("SELECT COUNT(*) FROM public_link WHERE secret_hash = ?", [.text(secret)])
                {
                    try $0.integer(0)
                }
            }
            #expect(kept == 0)
        }
    }

    @Test func `a link holds for as many days as it was made for`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let link = try await Self.make(world, .shared, &browser, ["link-days": "2"])
            browser.cookie = nil
            try await browser.get(link)
            #expect(browser.status == .ok)
            site.clock.advance(bySeconds: 2 * 86_400)
            try await browser.get(link)
            #expect(browser.status == .notFound)
            #expect(try await Self.make(world, .shared, &browser, ["link-days": "soon"]).isEmpty)
            #expect(browser.status == .badRequest)
        }
    }

    @Test func `a link shows what others see of small numbers`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let own = world.own
            let measure = try await site.addMeasure("losses") { measure in
                measure.unit = own
                measure.chart.kind = .c
                measure.disclosure = DisclosureRule(threshold: 8)
            }
            let series = try await site.record([90, 7, 91, 92], of: measure, in: own)
            let context = site.context
            let secret = try await site.database.write { connection in
                let series = try #require(try SeriesStore.find(series, on: connection))
                return try PublicLinkStore.make(to: series, expires: nil, context, on: connection)
            }
            try await browser.get(Address.sharedData(SignInCode(secret), .csv).path)
            #expect(browser.page.contains("2023-02-01,,,,") && browser.page.contains("2023-01-01,90,"))
            // A signed-in administrator sees no more through it than anyone.
            try await site.signIn(&browser, as: .administrator, on: own)
            try await browser.get(Address.shared(SignInCode(secret)).path)
            #expect(browser.page.contains("withheld") && !browser.page.contains(">7<"))
        }
    }

    @Test func `a measure that others see is listed with since when, and kept again by a button`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let own = world.own
            let context = site.context
            let id = try #require(world.measures[.kept])
            try await site.database.write { connection in
                var measure = try #require(try MeasureStore.find(id, on: connection))
                measure.visibility = .community
                try MeasureStore.update(measure, reason: "", context, on: connection)
            }
            try await site.signIn(&browser, as: .administrator, on: own)
            try await browser.get(Address.sharing(own).path)
            #expect(browser.page.contains("Secret falls") && browser.page.contains("by Ada"))
            try await browser.post(Address.endedShares(own).path, ["measure": id.pathText])
            #expect(browser.status == .seeOther)
            let visibility = try await site.database.read { try MeasureStore.find(id, on: $0)?.visibility }
            #expect(visibility == .unit)
        }
    }
}
