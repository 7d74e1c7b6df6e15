import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// That what was typed into a form isn't lost when the form can't be taken.
struct DraftTests {
    private static func own(_ value: String = "same-origin") throws -> HTTPFields {
        [try #require(HTTPFields.Element.Name("Sec-Fetch-Site")): value]
    }

    /// Fills in the name form of the community after the session has run out.
    private func sendLate(_ site: TestSite, _ browser: inout Browser) async throws {
        try await browser.get(Address.unitSettings(site.community).path)
        site.clock.advance(bySeconds: Session.Limits().idle + 1)
        try await browser.post(
            Address.unitName(site.community).path,
            ["name": "Typed <with> \"care\"", "code": "T1", "revision": "0"]
        )
        #expect(browser.status == .unauthorized)
        #expect(browser.page.contains("What you typed is kept"))
    }

    @Test func `after signing in again the form is back, filled in, and saving it ends that`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await sendLate(site, &browser)
            let id = site.community
            #expect(try await site.database.read { try UnitStore.find(id, on: $0)?.name } == "Our community")
            let link = try await site.link()
            try await browser.post(link)
            let place = try #require(browser.location)
            #expect(place.hasPrefix(Address.unitSettings(site.community).path) && place.hasSuffix("#draft"))
            try await browser.get(String(place.prefix { $0 != "#" }))
            #expect(browser.page.contains("value=\"Typed &lt;with&gt; &quot;care&quot;\""))
            #expect(browser.page.contains("id=\"draft\"") && browser.page.contains("What you typed is back"))
            try await browser.post(
                Address.unitName(site.community).path,
                ["name": "Typed", "code": "T1", "revision": "0"]
            )
            #expect(browser.status == .seeOther)
            try await browser.get(Address.unitSettings(site.community).path)
            #expect(!browser.page.contains("What you typed is back"))
        }
    }

    @Test func `another person who signs in on that browser sees nothing of it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await sendLate(site, &browser)
            let (secret, _) = try await site.session(of: .administrator, on: site.community)
            let draft = try #require(
                browser.cookie?.split(separator: "; ").first { $0.hasPrefix("sightline-draft") }
            )
            browser.cookie = "sightline-session=\(secret.text); \(draft)"
            try await browser.get(Address.unitSettings(site.community).path)
            #expect(browser.status == .ok && !browser.page.contains("Typed"))
        }
    }

    @Test func `it is thrown away after an hour`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await sendLate(site, &browser)
            site.clock.advance(bySeconds: Draft.keptSeconds + 1)
            try await browser.post(try await site.link())
            #expect(browser.location == "/")
            try await browser.get(Address.unitSettings(site.community).path)
            #expect(!browser.page.contains("Typed"))
        }
    }

    @Test func `a form with the token of an earlier session comes back with a fresh one`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.unitSettings(site.community).path)
            let old = try #require(browser.token)
            try await site.signIn(&browser)
            let action = Address.unitName(site.community).path
            let fields = ["name": "Typed", "form-token": old]
            // A browser that doesn't say where the form comes from isn't trusted with it.
            try await browser.post(action, fields)
            #expect(browser.status == .forbidden)
            try await browser.post(action, fields, headers: Self.own("cross-site"))
            #expect(browser.status == .forbidden)
            try await browser.post(action, fields, headers: Self.own())
            let place = try #require(browser.location)
            let id = site.community
            #expect(try await site.database.read { try UnitStore.find(id, on: $0)?.name } == "Our community")
            try await browser.get(String(place.prefix { $0 != "#" }))
            #expect(browser.page.contains("value=\"Typed\"") && browser.token != old)
        }
    }

    @Test func `a stranger's form is kept nowhere, and no password is`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let unknown = String(repeating: "a", count: 43)
            browser.cookie = "sightline-session=\(unknown)"
            try await browser.post(Address.unitName(site.community).path, ["name": "Typed"])
            #expect(browser.status == .forbidden || browser.status == .unauthorized)
            browser.cookie = nil
            try await site.signIn(&browser)
            try await browser.get(Address.account.path)
            site.clock.advance(bySeconds: Session.Limits().idle + 1)
            try await browser.post(Address.accountPassword.path, ["new-password": "correct horse battery"])
            #expect(browser.status == .unauthorized && !browser.page.contains("What you typed is kept"))
            let kept = try await site.database.read { connection in
                try connection.one("SELECT COUNT(*) FROM draft") { try $0.integer(0) }
            }
            #expect(kept == 0)
        }
    }

    @Test func `the other fields of an upload come back, and the file must be chosen again`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            _ = try await site.addMeasure()
            try await site.signIn(&browser)
            let page = Address.imports(site.community).path
            try await browser.get(page)
            site.clock.advance(bySeconds: Session.Limits().idle + 1)
            try await browser.upload(
                page,
                ["reason": "March figures", "mode": "replace"],
                file: "a,b\n1,2\n"
            )
            #expect(browser.status == .unauthorized && browser.page.contains("What you typed is kept"))
            try await browser.post(try await site.link())
            try await browser.get(String(try #require(browser.location).prefix { $0 != "#" }))
            #expect(browser.page.contains("value=\"March figures\""))
            #expect(browser.page.contains("<option value=\"replace\" selected>"))
            #expect(browser.page.contains("Choose the file again"))
        }
    }

    @Test func `every form stands on a page that can be asked for`() async throws {
        try await TestSite.run { site, _ in
            let readable = Set(site.routes.filter { $0.method == .get }.map(\.example.pattern))
            for route in site.routes where route.method == .post {
                guard let page = route.example.formPage else { continue }
                #expect(readable.contains(page.pattern), "\(route.example.pattern)")
            }
        }
    }
}
