import FoundationEssentials
import Hummingbird
import Sightline
import Testing
import Website

/// What every answer tells browsers, and what no address can be made to do.
struct HardeningTests {
    @Test(arguments: ["/sign-in", "/healthz", "/no-such-page", "/units", Address.asset(.styleSheet).path])
    func `every answer keeps pages from doing more than they must`(path: String) async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.get(path)
            let policy = try #require(browser.headers[.contentSecurityPolicy])
            let rules = Dictionary(
                uniqueKeysWithValues: policy.split(separator: "; ").map { rule in
                    let words = rule.split(separator: " ").map(String.init)
                    return (words[0], Array(words.dropFirst()))
                }
            )
            #expect(rules["default-src"] == ["'none'"])
            for name in ["script-src", "style-src", "img-src", "connect-src", "form-action"] {
                #expect(rules[name] == ["'self'"], "\(name)")
            }
            for name in ["frame-ancestors", "base-uri"] { #expect(rules[name] == ["'none'"], "\(name)") }
            #expect(!policy.contains("unsafe"))
            let expected = [
                "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
                "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
            ]
            for (name, value) in expected {
                let name = try #require(HTTPFields.Element.Name(name))
                #expect(browser.headers[name] == value, "\(name)")
            }
            let permissions = try #require(HTTPFields.Element.Name("Permissions-Policy"))
            #expect(browser.headers[permissions]?.contains("camera=()") == true)
            #expect(browser.headers[.strictTransportSecurity] == nil)
            #expect(browser.headers[.cacheControl] != nil)
        }
    }

    @Test func `through HTTPS every answer asks for nothing else`() async throws {
        try await TestSite.run(isBehindHTTPS: true) { _, browser in
            var browser = browser
            for path in ["/sign-in", "/healthz", "/no-such-page"] {
                try await browser.get(path)
                #expect(browser.headers[.strictTransportSecurity] == "max-age=63072000", "\(path)")
            }
        }
    }

    @Test(arguments: [
        "//evil.example", "\\evil.example", "/\\evil.example", "https:evil.example", "https://evil.example",
        "%2f%2fevil.example", "/%09/evil.example", "/\nevil.example", "\r\nLocation: https://evil.example",
        "javascript:alert(1)", "///evil.example", "http:\\\\evil.example",
    ])
    func `no text in an address or a form sends anybody to another site`(place: String) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let names = ["next", "return", "return_to", "redirect", "redirect_uri", "url", "done", "to"]
            let query = names.map { "\($0)=\(Browser.encoded(place))" }.joined(separator: "&")
            let fields = Dictionary(uniqueKeysWithValues: names.map { ($0, place) })
            func check() {
                let leads = browser.location.map { $0.hasPrefix("/") && !$0.hasPrefix("//") } ?? true
                #expect(leads, "\(browser.location ?? "")")
                #expect(browser.location?.contains("evil") != true)
            }
            let link = try await site.link()
            try await browser.post("\(link)?\(query)", fields)
            #expect(browser.status == .seeOther)
            check()
            for path in ["/", "/sign-in", "/account"] {
                try await browser.get("\(path)?\(query)")
                check()
            }
            try await browser.get("/account")
            try await browser.post("/account/ended-sessions?\(query)", fields)
            #expect(browser.status == .seeOther)
            check()
            try await browser.get("/units")
            try await browser.post("/session?\(query)", fields)
            #expect(browser.status == .seeOther)
            check()
            try await browser.get("\(ProviderVisit.back)?\(query)")
            check()
        }
    }

    @Test(arguments: [
        "/assets/../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets/....//etc/passwd", "/assets/site.css", "/assets/", "/assets//etc/passwd", "/assets/%00",
        "/assets/..\\..\\etc\\passwd", "//etc/passwd", "/../etc/passwd",
    ])
    func `an asset's address reads no file`(path: String) async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.get(path)
            #expect([.notFound, .badRequest].contains(browser.status))
            #expect(!browser.page.contains("root:"))
        }
    }
}
