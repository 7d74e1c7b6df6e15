import Foundation
import Hummingbird
import OpenID
import ProviderTestSupport
import Sightline
import Storage
import Testing
import Website

/// What binds a sign-in through a provider to the browser, the moment and the site that it was begun with.
struct ProviderAttemptTests {
    @Test func `a wrong state, a state of another browser and a state that was used let nobody in`()
        async throws
    {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            var (ada, eve) = (browser, browser)
            let address = try await visit.leave(&ada)
            _ = try site.provider.answer(address)
            // A state that never was.
            let made = String(repeating: "A", count: 43)
            for state in [made, "", "x", "%00", made + "&state=" + made] {
                try await ada.get("\(ProviderVisit.back)?code=the-code&state=\(state)")
                #expect(ada.status == .badRequest, "\(state)")
            }
            #expect(site.provider.count(.token) == 0)
            // Each wrong answer makes the browser forget; it begins again.
            let second = try await visit.leave(&ada)
            let good = try site.provider.answer(second)
            // Without a cookie, and with the cookie of a sign-in of one's own.
            try await eve.get(ProviderVisit.back + good)
            #expect(eve.status == .badRequest)
            _ = try await visit.leave(&eve)
            try await eve.get(ProviderVisit.back + good)
            #expect(eve.status == .badRequest)
            #expect(site.provider.count(.token) == 0)
            // A stranger's attempts have used nothing up.
            _ = try site.provider.answer(second)
            let cookie = ada.cookie
            try await ada.get(ProviderVisit.back + good)
            #expect(ada.status == .seeOther)
            // The same address again, even with the same cookie.
            var replay = browser
            replay.cookie = cookie
            try await replay.get(ProviderVisit.back + good)
            #expect(replay.status == .badRequest)
            #expect(site.provider.count(.token) == 1)
        }
    }

    @Test func `a code that was redeemed in vain can't be tried again`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            var ada = browser
            let address = try await visit.leave(&ada)
            let cookie = ada.cookie
            let query = try site.provider.answer(address, ["nonce": "\"wrong\""])
            try await ada.get(ProviderVisit.back + query)
            #expect(ada.status == .badRequest)
            #expect(ada.page.contains("could not be checked"))
            ada.cookie = cookie
            _ = try site.provider.answer(address)
            try await ada.get(ProviderVisit.back + query)
            #expect(ada.status == .badRequest)
            #expect(site.provider.count(.token) == 1)
        }
    }

    @Test func `an answer that takes longer than ten minutes is too late`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            var ada = browser
            let address = try await visit.leave(&ada)
            site.clock.advance(bySeconds: 601)
            try await ada.get(ProviderVisit.back + site.provider.answer(address))
            #expect(ada.status == .badRequest)
            #expect(site.provider.count(.token) == 0)
        }
    }

    @Test func `the database holds nothing with which an attempt could be finished`() async throws {
        try await TestSite.run { site, browser in
            var ada = browser
            let address = try await ProviderVisit(site: site).leave(&ada)
            let kept = try await site.database.read { connection in
                try connection.all("SELECT state_hash, browser_hash FROM provider_attempt", []) {
                    [try $0.text(0), try $0.text(1)]
                }
            }.joined()
            #expect(kept.count == 2)
            for text in kept {
                #expect(!address.contains(text))
                #expect(ada.cookie?.contains(text) == false)
            }
        }
    }

    @Test func `the provider sends people back to the site's own address only`() async throws {
        let change: @Sendable (inout SiteConfiguration) -> Void = {
            $0.publicAddress = "https://sightline.example.net"
        }
        try await TestSite.run(change: change) { site, browser in
            var ada = browser
            try await ada.post(
                ProviderVisit.begin,
                ["redirect_uri": "https://evil.example", "next": "//evil.example"],
                headers: Self.forwarded
            )
            let refresh = try #require(Self.refresh(of: ada))
            let own = "https%3A%2F%2Fsightline.example.net%2Fsign-in%2Fproviders%2Fexample%2Freturn"
            #expect(refresh.contains("redirect_uri=\(own)&"))
            #expect(!refresh.contains("evil"))
        }
    }

    @Test func `a session that somebody planted is ended, and the new one has a new id`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            let eve = try await visit.addAccount("eve@example.org")
            var ada = browser
            try await visit.enter(eve, &ada)
            let planted = ada.cookie
            try await visit.signIn(&ada)
            #expect(ada.status == .seeOther)
            #expect(ada.cookie != planted)
            var other = browser
            other.cookie = planted
            #expect(try await !visit.isSignedIn(&other))
        }
    }

    @Test func `linking that was begun by one person isn't finished by another`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            let (ada, eve) = (
                try await visit.addAccount("ada@example.org"), try await visit.addAccount("eve@example.org")
            )
            var both = browser
            try await visit.enter(eve, &both)
            let address = try await visit.leave(&both, linking: true)
            let attempt = try #require(both.cookie?.split(separator: "; ").first { $0.contains("attempt") })
            try await visit.enter(ada, &both)
            both.cookie = "\(both.cookie ?? ""); \(attempt)"
            try await both.get(ProviderVisit.back + site.provider.answer(address))
            #expect(both.status == .forbidden)
            let linked = try await site.database.read { connection in
                try LinkedIdentityStore.all(of: ada.id, on: connection)
                    + LinkedIdentityStore.all(of: eve.id, on: connection)
            }
            #expect(linked.isEmpty)
        }
    }

    @Test func `another site can't begin a sign-in or a linking`() async throws {
        try await TestSite.run { site, browser in
            var ada = browser
            let foreign = HTTPFields([.init(name: .origin, value: "https://evil.example")])
            try await ada.post(ProviderVisit.begin, headers: foreign)
            #expect(ada.status == .forbidden)
            try await site.signIn(&ada)
            try await ada.post("/account/providers/example", ["form-token": "none"])
            #expect(ada.status == .forbidden)
            #expect(site.provider.asked.isEmpty)
        }
    }

    @Test func `a provider that is down leaves the other ways to sign in`() async throws {
        try await TestSite.run { site, browser in
            site.provider.change { $0.isDown = true }
            var ada = browser
            try await ada.get("/sign-in")
            #expect(ada.status == .ok)
            #expect(ada.page.contains("Sign in through Riverside"))
            try await ada.post(ProviderVisit.begin)
            #expect(ada.status == .serviceUnavailable)
            #expect(ada.page.contains("Riverside can’t be reached"))
            #expect(ada.page.contains("name=\"password\""))
        }
    }

    @Test func `a provider that says no is told from one that isn't believed`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            var ada = browser
            let address = try await visit.leave(&ada)
            let state = try #require(URLComponents(string: address)?.queryItems?.first { $0.name == "state" })
            try await ada.get("\(ProviderVisit.back)?error=access_denied&state=\(state.value ?? "")")
            #expect(ada.status == .forbidden)
            #expect(ada.page.contains("without signing you in"))
            #expect(!ada.page.contains("access_denied"))
            let next = try await visit.leave(&ada)
            try await ada.get(ProviderVisit.back + site.provider.answer(next) + "&iss=https://evil.example")
            #expect(ada.status == .badRequest)
            #expect(site.provider.count(.token) == 0)
        }
    }

    @Test func `through HTTPS the cookies are this host's own`() async throws {
        try await TestSite.run(isBehindHTTPS: true) { site, browser in
            let visit = ProviderVisit(site: site)
            var ada = browser
            let address = try await visit.leave(&ada)
            let attempt = try #require(ada.headers[.setCookie])
            #expect(attempt.hasPrefix("__Host-sightline-attempt="))
            for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
                #expect(attempt.contains(part))
            }
            #expect(!attempt.contains("Domain"))
            try await ada.get(ProviderVisit.back + site.provider.answer(address))
            let set = ada.headers[values: .setCookie]
            #expect(set.contains { $0.hasPrefix("__Host-sightline-session=") && $0.contains("; Secure") })
            #expect(set.contains { $0.hasPrefix("__Host-sightline-attempt=;") })
            #expect(try await visit.isSignedIn(&ada))
        }
    }

    private static func refresh(of browser: Browser) -> String? {
        HTTPFields.Element.Name("Refresh").flatMap { browser.headers[$0] }
    }

    private static var forwarded: HTTPFields {
        HTTPFields.Element.Name("X-Forwarded-Host").map { [$0: "evil.example"] } ?? [:]
    }
}
