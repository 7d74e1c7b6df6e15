import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// The bin as people use it.
struct BinPageTests {
    @Test func `a series that is deleted is in the bin, nowhere else, and can be taken out`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let series = try #require(world.series[.kept])
            try await site.signIn(&browser, as: .editor, on: world.own)
            try await browser.get(Address.series(world.own, series).path)
            try await browser.post(
                Address.deletedSeries(world.own, series).path,
                ["delete-reason": "Wrong ward"]
            )
            #expect(browser.location == "/units/\(world.own.pathText)/measures?done=binned")
            try await browser.follow()
            #expect(!browser.page.contains("Secret falls"))
            try await browser.get(Address.series(world.own, series).path)
            #expect(browser.status == .notFound)
            try await browser.get(Address.observations(world.own, .csv).path)
            #expect(!browser.page.contains("secret-falls"))
            try await browser.get(Address.bin(world.own).path)
            #expect(browser.page.contains("Secret falls") && browser.page.contains("Wrong ward"))
            #expect(browser.page.contains("3 April 2026"), "30 days after 4 March")
            let item = try #require(
                browser.page.firstMatch(of: /action="(\S+\/restored)"/).map { String($0.1) }
            )
            try await browser.post(item)
            try await browser.follow()
            #expect(browser.page.contains("It is back") && !browser.page.contains("Wrong ward"))
            try await browser.get(Address.series(world.own, series).path)
            #expect(browser.status == .ok && browser.page.contains("Secret falls"))
        }
    }

    @Test func `deleting for good asks for more than taking out`() async throws {
        try await TestSite.run { site, browser in
            var (contributor, editor) = (browser, browser)
            let world = try await AccessWorld(site)
            let series = try #require(world.series[.shared])
            try await site.signIn(&contributor, as: .contributor, on: world.own)
            try await site.signIn(&editor, as: .editor, on: world.own)
            try await contributor.get(Address.series(world.own, series).path)
            try await contributor.post(
                Address.annotations(world.own, series).path,
                ["note-day": "2024-01-01", "note-kind": "event", "note-text": "Ice on the steps"]
            )
            try await contributor.get(Address.series(world.own, series).path)
            let note = try #require(
                contributor.page.firstMatch(of: /href="(\S+\/annotations\/\S+)"/).map { String($0.1) }
            )
            try await contributor.get(note)
            #expect(contributor.page.contains("Ice on the steps"))
            try await contributor.post("\(note)/deleted")
            try await contributor.follow()
            #expect(!contributor.page.contains("Ice on the steps"))
            try await contributor.get(Address.bin(world.own).path)
            #expect(contributor.page.contains("Ice on the steps"))
            #expect(!contributor.page.contains("Delete it for good now"))
            try await editor.get(Address.bin(world.own).path)
            let purge = try #require(
                editor.page.firstMatch(of: /action="(\S+\/purged)"/).map { String($0.1) }
            )
            try await contributor.post(purge)
            #expect(contributor.status == .forbidden)
            try await editor.post(purge)
            try await editor.follow()
            #expect(editor.page.contains("deleted for good") && !editor.page.contains("Ice on the steps"))
        }
    }

    @Test func `an empty unit can be deleted, and one with something in it can't`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            try await site.signIn(&browser)
            try await browser.get(Address.unitSettings(world.beside).path)
            #expect(browser.page.contains("Delete it"))
            try await browser.post(Address.deletedUnit(world.beside).path)
            try await browser.follow()
            #expect(browser.page.contains("It is in the bin"))
            try await browser.get("/units")
            #expect(!browser.page.contains("Charity"))
            try await browser.get(Address.unit(world.beside).path)
            #expect(browser.status == .notFound)
            try await browser.post(Address.deletedUnit(world.above).path)
            #expect(browser.status == .badRequest && browser.page.contains("isn’t empty"))
        }
    }
}
