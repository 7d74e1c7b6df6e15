import Hummingbird
import Sightline
import Testing
import Website

/// Who can see a measure that belongs to a unit, and who may say so.
struct SharingTests {
    @Test func `the page of what a unit keeps says who can see it, by name`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            try await site.signIn(&browser, as: .editor, on: world.own)
            try await browser.get(Address.series(world.own, try #require(world.series[.kept])).path)
            #expect(browser.page.contains("Clinic keeps this measure to itself"))
            // Its administrator, the editor, and Mel, who is a viewer; nobody from above.
            #expect(
                browser.page.contains("3 people with an account can see it.") && browser.page.contains("Mel")
            )
            #expect(!browser.page.contains("Administrator of Our community"))
            try await browser.get(Address.series(world.own, try #require(world.series[.shared])).path)
            #expect(!browser.page.contains("Who can see this?"))
        }
    }

    @Test func `an editor defines a measure, and only an administrator lets others see it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let measure = try #require(world.measures[.kept])
            let page = Address.measure(world.own, measure).path
            let fields = [
                "title": "Secret falls", "key": "secret-falls", "numerator": "Falls with harm",
                "stakeholder": "patient", "role": "outcome", "better": "down", "period": "month",
                "chart": "xmr", "rules": "mdc", "decimals": "0", "multiplier": "1", "visibility": "community",
            ]
            try await site.signIn(&browser, as: .editor, on: world.own)
            try await browser.get(page)
            try await browser.post(page, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Only an administrator of the unit may let others see it"))
            try await site.signIn(&browser, as: .administrator, on: world.own)
            try await browser.get(page)
            try await browser.post(page, fields)
            #expect(browser.status == .seeOther, "\(browser.page.suffix(3_000))")
            try await browser.get(Address.audit(world.own).path + "?act=changed")
            #expect(browser.page.contains("who may read it: unit → community"))
            // Whoever is beside it may now read it, and nobody signed out.
            try await site.signIn(&browser, as: .viewer, on: world.beside)
            let series = Address.series(world.own, try #require(world.series[.kept])).path
            try await browser.get(series)
            #expect(browser.status == .ok)
            browser.cookie = nil
            try await browser.get(series)
            #expect(browser.status == .unauthorized)
        }
    }
}
