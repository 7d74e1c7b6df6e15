import Exchange
import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct AuditPageTests {
    @Test func `reading what a unit keeps is on its record, and not on that of those above`() async throws {
        try await TestSite.run { site, browser in
            let world = try await AccessWorld(site)
            var (inside, above) = (browser, browser)
            try await site.signIn(&inside, as: .administrator, on: world.own)
            try await inside.get(Address.series(world.own, try #require(world.series[.kept])).path)
            #expect(inside.status == .ok)
            try await inside.get(Address.audit(world.own).path)
            #expect(inside.page.contains("Read what is kept") && inside.page.contains("Secret falls"))
            try await site.signIn(&above, as: .administrator, on: world.above)
            try await above.get(Address.audit(world.above).path)
            #expect(above.status == .ok)
            #expect(!above.page.contains("Secret falls") && !above.page.contains("Read what is kept</td>"))
        }
    }

    @Test func `what all share is read without a record`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            try await site.signIn(&browser, as: .administrator, on: world.own)
            try await browser.get(Address.series(world.own, try #require(world.series[.shared])).path)
            try await browser.get(Address.audit(world.own).path + "?act=read")
            #expect(browser.page.contains("Nothing is on record that fits."))
        }
    }

    @Test func `the trail can be filtered and taken away`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            _ = try await site.account(.viewer, on: site.community)
            try await browser.get(Address.audit(site.community).path + "?search=robin&act=created")
            #expect(browser.page.contains("role: Robin") && !browser.page.contains("Signed in</td>"))
            try await browser.get(Address.auditFile(site.community, .csv).path + "?search=robin&act=created")
            let lines = browser.page.split(separator: "\r\n")
            #expect(lines.count == 2 && lines[1].contains("role: viewer"))
        }
    }
}
