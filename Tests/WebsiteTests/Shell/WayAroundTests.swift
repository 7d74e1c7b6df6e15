import Hummingbird
import Testing
import Website

/// What stands around a page, whatever the page is.
struct WayAroundTests {
    @Test(arguments: ["/nothing", "/units/not-an-id", "/units/x/y/z"])
    func `an address that doesn't exist keeps the visitor's way around`(path: String) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await browser.get(path)
            #expect(browser.status == .notFound && !browser.page.contains("Sign out"))
            try await site.signIn(&browser)
            try await browser.get(path)
            #expect(browser.status == .notFound)
            #expect(browser.page.contains("Sign out") && browser.page.contains("aria-label=\"Main\""))
        }
    }

    @Test func `on paper a page says where and when it was printed`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get("/units?find=x")
            let printed = try #require(browser.page.firstMatch(of: /Printed from ([^<]*)</)).1
            #expect(printed.contains("/units?find=x on 4 March 2026"))
        }
    }
}
