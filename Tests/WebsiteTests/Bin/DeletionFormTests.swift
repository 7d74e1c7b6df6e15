import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct DeletionFormTests {
    @Test func `a reason for deleting a thing is kept as far as its form lets anyone type`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let pack = try await SamplePack.make("Falls", .unit, in: site.community, of: site)
            try await site.signIn(&browser)
            try await browser.get(Address.packs(.pack(site.community, pack.id)).path)
            #expect(browser.page.contains("Why (optional)") && browser.page.contains("maxlength=\"1000\""))
            try await browser.post(
                Address.packs(.deleted(site.community, pack.id)).path,
                ["delete-reason": String(repeating: "a", count: 1_200)]
            )
            #expect(browser.status == .seeOther)
            let items = try await site.database.read { try BinStore.items(within: site.community, on: $0) }
            #expect(items.map(\.name) == ["Falls"] && items.map(\.reason.count) == [1_000])
        }
    }
}
