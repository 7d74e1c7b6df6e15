import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct FailureTests {
    @Test(arguments: ["/", "/units", "/nothing", "/about", "/assets/none.css", "/healthz", "/sign-in/x"])
    func `every answer forbids what pages of this site never do`(path: String) async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.get(path)
            let policy = try #require(browser.headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
            #expect(browser.headers[.xContentTypeOptions] == "nosniff")
            #expect(browser.headers[.cacheControl] == "no-store")
            #expect(browser.headers[.strictTransportSecurity] == nil)
        }
    }

    @Test func `an asset may be kept for ever`() async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            for asset in Asset.allCases {
                try await browser.get(Address.asset(asset).path)
                #expect(browser.status == .ok)
                #expect(browser.headers[.cacheControl]?.contains("immutable") == true)
            }
        }
    }

    @Test func `pages name only assets that exist, and nothing from elsewhere`() async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.get("/sign-in")
            let links = browser.page.matches(of: /(?:href|src)="([^"#]+)"/).map { String($0.1) }
            #expect(links.count > 3)
            for link in links {
                #expect(link.hasPrefix("/"))
                try await browser.get(link)
                #expect([.ok, .unauthorized].contains(browser.status), "\(link)")
            }
        }
    }

    @Test func `an address with another method says which it takes`() async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.send(.delete, "/units", [:], nil)
            #expect(browser.status == .methodNotAllowed)
            #expect(browser.headers[.allow] == "GET")
            #expect(browser.page.contains("That can’t be done at this address"))
        }
    }

    @Test func `a page may be asked for without its content`() async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.send(.head, "/about", [:], nil)
            #expect(browser.status == .ok)
            #expect(browser.page.isEmpty)
        }
    }

    @Test func `a form that is too large is refused`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let name = String(repeating: "x", count: Limits.formBytes)
            try await browser.post(Address.unitName(site.community).path, ["name": name])
            #expect(browser.status == .contentTooLarge)
            #expect(browser.page.contains("At most 64 kB"))
        }
    }

    @Test func `an unexpected error shows the request's number and nothing of itself`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await site.database.write { try $0.execute("ALTER TABLE unit RENAME TO hidden_away") }
            try await browser.get("/units")
            #expect(browser.status == .internalServerError)
            #expect(browser.page.contains("Something went wrong here"))
            #expect(browser.page.contains("the request is "))
            for secret in ["no such table", "SQL", "SELECT"] { #expect(!browser.page.contains(secret)) }
            try await browser.get("/readyz")
            #expect(browser.status == .ok)
        }
    }

    @Test func `without its database the process answers that it isn't ready`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.database.close()
            try await browser.get("/healthz")
            #expect(browser.status == .ok)
            try await browser.get("/readyz")
            #expect(browser.status == .serviceUnavailable)
        }
    }

    @Test func `a page that is refused keeps the visitor's way around`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .place, inside: site.community)
            try await site.signIn(&browser, as: .viewer, on: north)
            try await browser.get(Address.unit(site.community).path)
            #expect(browser.status == .forbidden)
            #expect(browser.page.contains("Sign out"))
            #expect(browser.page.contains("Robin"))
        }
    }
}
