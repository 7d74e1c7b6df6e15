import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// That reading what a unit keeps is on record, wherever it is read, and nothing else is.
struct ReadTrailTests {
    private func reads(_ site: TestSite, of act: AuditEntry.Act = .read) async throws -> [AuditRecord] {
        let top = site.community
        return try await site.database.read {
            try AuditStore.records(within: top, limit: 999, on: $0) { $0.entry.act == act }
        }
    }

    @Test func `each way of reading what is kept is told once an hour`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let series = try #require(world.series[.kept])
            try await site.signIn(&browser, as: .administrator, on: world.own)
            let pages: [(path: String, way: String)] = [
                (Address.unit(world.own).path, "home"),
                (Address.measures(world.own).path, "table of measures"),
                (Address.series(world.own, series).path, "page of a measure"),
                (Address.seriesPicture(world.own, series, .svg).path, "picture, chart.svg"),
                (Address.seriesData(world.own, series, .csv).path, "file of a series"),
            ]
            for _ in 1...3 {
                for page in pages { try await browser.get(page.path) }
            }
            let told = try await reads(site)
            #expect(
                told.reversed().map { $0.entry.changes.first?.after } == pages.map(\.way),
                "each way once, however often it is gone"
            )
            #expect(told.allSatisfy { $0.entry.subject.measure == world.measures[.kept] })
            #expect(told.allSatisfy { $0.author.name == "Robin" && $0.entry.subject.name == "Secret falls" })
            site.clock.advance(bySeconds: 3_601)
            try await browser.get(Address.measures(world.own).path)
            #expect(try await reads(site).count == pages.count + 1)
        }
    }

    @Test func `taking it away in a file is told every time, each measure that is kept by itself`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            try await site.signIn(&browser, as: .editor, on: world.own)
            for _ in 1...2 { try await browser.get(Address.observations(world.own, .csv).path) }
            let told = try await reads(site, of: .exported)
            #expect(told.count == 4)
            #expect(told.count { $0.entry.subject.measure == world.measures[.kept] } == 2)
            #expect(told.count { $0.entry.subject.kind == .unit && $0.entry.subject.measure == nil } == 2)
        }
    }

    @Test func `a form that is sent wrongly on purpose shows nothing that isn’t told`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            try await site.signIn(&browser, as: .contributor, on: world.own)
            try await browser.get("/units")
            try await browser.post(Address.phases(world.own, try #require(world.series[.kept])).path)
            #expect(browser.status == .unprocessableContent && browser.page.contains("Secret falls"))
            #expect(try await reads(site).count { $0.entry.subject.kind == .series } == 1)
        }
    }

    @Test func `who may not read it leaves no record of having read it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            try await site.signIn(&browser, as: .administrator, on: world.above)
            for path in [Address.unit(world.own).path, Address.measures(world.own).path] {
                try await browser.get(path)
                #expect(browser.status == .ok)
            }
            #expect(try await reads(site).isEmpty)
        }
    }

    @Test func `nothing is written for what all share`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            try await site.signIn(&browser)
            let before = try await site.database.read { try AuditStore.verify(on: $0) }
            for address in [
                Address.unit(site.community), .measures(site.community), .series(site.community, series),
                .seriesData(site.community, series, .csv),
            ] {
                try await browser.get(address.path)
            }
            #expect(try await site.database.read { try AuditStore.verify(on: $0) } == before)
        }
    }

    @Test func `what was told of a measure in the bin stays readable for those who could read the measure`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (own, above) = (browser, browser)
            let world = try await AccessWorld(site)
            let kept = try #require(world.measures[.kept])
            try await site.signIn(&own, as: .administrator, on: world.own)
            try await site.signIn(&above, as: .administrator, on: world.above)
            try await own.get(Address.measure(world.own, kept).path)
            try await own.post(Address.deletedMeasure(world.own, kept).path, ["delete-reason": "Twice"])
            #expect(own.location?.contains("done=binned") == true)
            try await own.get(Address.audit(world.own).path + "?act=deleted")
            #expect(own.page.contains("Secret falls") && own.page.contains("Twice"))
            for path in [
                Address.bin(world.own).path, Address.bin(world.above).path, Address.audit(world.above).path,
                Address.audit(world.own).path,
            ] {
                try await above.get(path)
                #expect(!above.page.contains("Secret falls"))
            }
        }
    }
}
