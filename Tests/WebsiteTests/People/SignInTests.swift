import Hummingbird
import Testing
import Website

struct SignInTests {
    @Test func `a link shows a button first, so that a preview of it doesn't use it up`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let link = try await site.link()
            for _ in 1...3 {
                try await browser.get(link)
                #expect(browser.status == .ok)
                #expect(browser.page.contains("<button>Sign in</button>"))
                #expect(browser.cookie == nil)
            }
            try await browser.post(link)
            #expect(browser.status == .seeOther)
            #expect(browser.location == "/")
            try await browser.follow()
            #expect(browser.location == Address.unit(site.community).path)
            try await browser.follow()
            #expect(browser.status == .ok)
            #expect(browser.page.contains("Sign out"))
        }
    }

    @Test func `a link works once`() async throws {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            let link = try await site.link()
            try await first.post(link)
            #expect(first.status == .seeOther)
            try await second.post(link)
            #expect(second.status == .gone)
            #expect(second.cookie == nil)
            #expect(second.page.contains("no longer works"))
        }
    }

    @Test func `a link works for a day`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let link = try await site.link()
            site.clock.advance(bySeconds: 24 * 3_600 + 1)
            try await browser.post(link)
            #expect(browser.status == .gone)
        }
    }

    @Test func `a link that never was gives the same page as one that was used`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let link = try await site.link()
            try await browser.post(link)
            try await browser.post(link)
            let used = browser.page
            try await browser.post("/sign-in/" + String(repeating: "x", count: 43))
            #expect(browser.page == used)
        }
    }

    @Test func `the cookie can't be read by scripts nor sent from other sites`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await browser.post(try await site.link())
            let cookie = try #require(browser.headers[.setCookie])
            #expect(cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Lax"))
            #expect(cookie.contains("Path=/"))
            #expect(!cookie.contains("Secure"))
        }
    }

    @Test func `behind HTTPS the cookie is never sent without it`() async throws {
        try await TestSite.run(isBehindHTTPS: true) { site, browser in
            var browser = browser
            try await browser.post(try await site.link())
            #expect(browser.headers[.setCookie]?.contains("; Secure") == true)
            #expect(browser.headers[.strictTransportSecurity] != nil)
        }
    }

    @Test func `a session ends when it is not used for eight hours`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            site.clock.advance(bySeconds: 8 * 3_600 - 1)
            try await browser.get("/units")
            #expect(browser.status == .ok)
            site.clock.advance(bySeconds: 8 * 3_600 + 1)
            try await browser.get("/units")
            #expect(browser.status == .unauthorized)
        }
    }

    @Test func `a session that is used goes on, but not for more than thirty days`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            var hours = 0
            while browser.status != .unauthorized, hours < 24 * 40 {
                site.clock.advance(bySeconds: 6 * 3_600)
                hours += 6
                try await browser.get("/units")
            }
            #expect(hours == 24 * 30)
        }
    }

    @Test func `who signs out is out, with the old cookie too`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let cookie = browser.cookie
            try await browser.get("/units")
            try await browser.post("/session")
            #expect(browser.location == "/sign-in")
            #expect(browser.headers[.setCookie]?.contains("Max-Age=0") == true)
            browser.cookie = cookie
            try await browser.get("/units")
            #expect(browser.status == .unauthorized)
        }
    }

    @Test func `signing in ends the session that the browser had before`() async throws {
        try await TestSite.run { site, browser in
            var (browser, other) = (browser, browser)
            try await site.signIn(&browser)
            other.cookie = browser.cookie
            try await browser.post(try await site.link())
            try await other.get("/units")
            #expect(other.status == .unauthorized)
            try await browser.get("/units")
            #expect(browser.status == .ok)
        }
    }

    @Test(arguments: ["", "x", "sightline-session=", "sightline-session=x; sightline-session=y", "=;=;;"])
    func `a cookie that is no session is nobody's`(cookie: String) async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            browser.cookie = cookie
            try await browser.get("/units")
            #expect(browser.status == .unauthorized)
        }
    }
}
