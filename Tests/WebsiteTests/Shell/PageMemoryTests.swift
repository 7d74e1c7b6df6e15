import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Pages that are remembered: home, the table of measures, a measure's page.
struct PageMemoryTests {
    /// A stable measure, and the pages that tell of it.
    private static func pages(_ site: TestSite) async throws -> (measure: Measure, paths: [String]) {
        let measure = try await site.addMeasure()
        let series = try await site.record(Values.stable(24), of: measure, in: site.community)
        let addresses: [Address] = [
            .unit(site.community), .measures(site.community), .series(site.community, series),
        ]
        return (measure, addresses.map(\.path))
    }

    @Test func `a page is the same when it is asked for again, and tells of new data at once`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let (measure, paths) = try await Self.pages(site)
            try await site.signIn(&browser)
            for path in paths {
                try await browser.get(path)
                let first = browser.page
                try await browser.get(path)
                #expect(browser.status == .ok && browser.page == first, "\(path)")
            }
            try await site.record(Values.shifted, of: measure, in: site.community)
            for path in paths {
                try await browser.get(path)
                #expect(browser.page.contains("Concern"), "\(path)")
            }
        }
    }

    @Test func `each session gets a page of its own, whose forms hold its token`() async throws {
        try await TestSite.run { site, browser in
            let (_, paths) = try await Self.pages(site)
            let path = try #require(paths.last)
            var (editor, viewer) = (browser, browser)
            try await site.signIn(&editor, as: .editor, on: site.community)
            try await site.signIn(&viewer, as: .viewer, on: site.community)
            for _ in 1...2 {
                try await editor.get(path)
                #expect(editor.page.contains("action=\"\(path)/annotations\""))
                try await viewer.get(path)
                #expect(!viewer.page.contains("action=\"\(path)/annotations\""))
            }
            try await editor.post("\(path)/annotations", ["note-day": "2024-05-01", "note-text": "New ward"])
            #expect(editor.status == .seeOther)
            try await viewer.get(path)
            #expect(viewer.page.contains("New ward"))
        }
    }

    @Test func `whose role or session has ended gets nothing that was remembered`() async throws {
        try await TestSite.run { site, browser in
            let (_, paths) = try await Self.pages(site)
            var browser = browser
            let (secret, person) = try await site.session(of: .viewer, on: site.community)
            browser.cookie = "sightline-session=\(secret.text)"
            for path in paths {
                try await browser.get(path)
                #expect(browser.status == .ok)
            }
            try await site.database.write { connection in
                let account = try #require(try AccountStore.find(of: person, on: connection))
                for grant in account.roles {
                    try AccountStore.revoke(grant, from: account, site.context, on: connection)
                }
            }
            for path in paths {
                try await browser.get(path)
                #expect(browser.status == .forbidden)
            }
            try await site.database.write {
                try SignInStore.endSession(secret, at: site.clock.now, on: $0)
            }
            for path in paths {
                try await browser.get(path)
                #expect(browser.status == .unauthorized)
            }
        }
    }

    @Test func `a session ends by itself though nothing changes`() async throws {
        try await TestSite.run { site, browser in
            let (_, paths) = try await Self.pages(site)
            var browser = browser
            try await site.signIn(&browser, as: .viewer, on: site.community)
            let path = try #require(paths.first)
            try await browser.get(path)
            #expect(browser.status == .ok)
            site.clock.advance(bySeconds: 8 * 3_600 + 1)
            try await browser.get(path)
            #expect(browser.status == .unauthorized)
        }
    }
}
