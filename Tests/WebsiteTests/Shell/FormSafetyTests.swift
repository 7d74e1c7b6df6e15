import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// That no other site can send a form in someone's name.
struct FormSafetyTests {
    private func name(of site: TestSite) async throws -> String? {
        let id = site.community
        return try await site.database.read { try UnitStore.find(id, on: $0)?.name }
    }

    @Test func `a form needs the token of its session`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.unitSettings(site.community).path)
            let token = try #require(browser.token)
            for wrong in ["", "x", String(token.dropLast()), String(token.reversed()), token + "0"] {
                try await browser.post(
                    Address.unitName(site.community).path,
                    ["name": "Taken over", "form-token": wrong]
                )
                #expect(browser.status == .forbidden)
                #expect(browser.page.contains("The form is out of date"))
            }
            #expect(try await name(of: site) == "Our community")
            try await browser.post(
                Address.unitName(site.community).path,
                ["name": "Ours", "form-token": token]
            )
            #expect(browser.status == .seeOther)
            #expect(try await name(of: site) == "Ours")
        }
    }

    @Test func `the token of another session is no use`() async throws {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            try await site.signIn(&first)
            try await site.signIn(&second)
            try await first.get("/units")
            try await second.get("/units")
            let token = try #require(first.token)
            try await second.post(
                Address.unitName(site.community).path,
                ["name": "Taken over", "form-token": token]
            )
            #expect(second.status == .forbidden)
        }
    }

    struct Origin: Sendable {
        let name: String
        let value: String
        let isOurs: Bool
    }

    @Test(arguments: [
        Origin(name: "Origin", value: "http://localhost", isOurs: true),
        Origin(name: "Origin", value: "http://localhost.example.org", isOurs: false),
        Origin(name: "Origin", value: "https://example.org", isOurs: false),
        Origin(name: "Origin", value: "null", isOurs: false),
        Origin(name: "Sec-Fetch-Site", value: "same-origin", isOurs: true),
        Origin(name: "Sec-Fetch-Site", value: "cross-site", isOurs: false),
        Origin(name: "Sec-Fetch-Site", value: "same-site", isOurs: false),
    ])
    func `a form from another site is refused, whatever it holds`(origin: Origin) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get("/units")
            let header = try #require(HTTPFields.Element.Name(origin.name))
            try await browser.post(
                Address.unitName(site.community).path,
                ["name": "Ours"],
                headers: [header: origin.value]
            )
            #expect(browser.status == (origin.isOurs ? .seeOther : .forbidden))
        }
    }

    @Test func `nobody can be signed in by a form of another site`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let origin = try #require(HTTPFields.Element.Name("Origin"))
            try await browser.post(try await site.link(), headers: [origin: "https://example.org"])
            #expect(browser.status == .forbidden)
            #expect(browser.cookie == nil)
        }
    }
}
