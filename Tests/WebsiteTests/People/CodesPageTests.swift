import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Turning one's codes on and off, and needing them for a role.
struct CodesPageTests {
    /// The secret that the page shows to the app.
    private static func secret(on page: String) throws -> String {
        String(try #require(page.firstMatch(of: /secret=([A-Z2-7]{32})/)).1)
    }

    private static func waiting(_ member: TestSite.Member, _ site: TestSite) async throws -> CodeSecret {
        let now = site.clock.now
        return try #require(
            try await site.database.read { try CodeStore.waiting(of: member.account, at: now, on: $0) }
        )
    }

    @Test func `codes are turned on with the picture, the text, the link and one code`() async throws {
        try await TestSite.run { site, browser in
            var (browser, phone) = (browser, browser)
            let ada = try await site.member()
            try await browser.signIn(ada)
            try await phone.signIn(ada)
            try await browser.get(Address.codes.path)
            #expect(browser.page.contains("Set codes up"))
            try await browser.post(Address.codes.path)
            try await browser.follow()
            let secret = try await Self.waiting(ada, site)
            #expect(try Self.secret(on: browser.page) == secret.base32)
            #expect(browser.page.contains("<svg") && browser.page.contains("role='img'"))
            #expect(browser.page.contains("otpauth://totp/Sightline:ada%40example.org?secret="))
            try await browser.post(Address.confirmedCodes.path, ["one-time-code": "000"])
            #expect(browser.status == .unprocessableContent && !browser.page.contains("recovery-codes"))
            try await browser.post(Address.confirmedCodes.path, ["one-time-code": site.code(secret)])
            #expect(browser.status == .ok)
            #expect(
                browser.page.matches(of: /<li><code>[a-z2-7]{4}(-[a-z2-7]{4}){5}<\/code><\/li>/).count == 10
            )
            #expect(try await site.letterSubjects() == ["One-time codes are on for Sightline"])
            // What signed in without a code before has ended.
            #expect(try await !phone.isSignedIn())
            #expect(try await browser.isSignedIn())
            #expect(browser.page.contains("10 recovery codes are left."))
            // Shown once: neither the codes nor the secret come back.
            try await browser.get(Address.codes.path)
            #expect(!browser.page.contains("otpauth") && !browser.page.contains("<li><code>"))
        }
    }

    @Test func `long after signing in the password is asked for first`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            try await browser.signIn(ada)
            site.clock.advance(bySeconds: 3_600)
            try await browser.get(Address.codes.path)
            try await browser.post(Address.codes.path, ["password": "not mine at all"])
            #expect(browser.status == .unprocessableContent)
            try await browser.post(Address.codes.path, ["password": ada.password])
            #expect(browser.status == .seeOther)
        }
    }

    @Test func `turning codes off, and new recovery codes, ask for the password or a code`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            let (secret, codes) = try await site.turnCodesOn(for: ada.account)
            try await browser.signIn(ada)
            try await browser.give(site.code(secret))
            try await browser.get(Address.codes.path)
            for address in [Address.endedCodes, .recoveryCodes] {
                try await browser.post(address.path, ["end-proof": "", "renew-proof": "not mine at all"])
                #expect(browser.status == .unprocessableContent)
            }
            try await browser.post(Address.recoveryCodes.path, ["renew-proof": ada.password])
            #expect(browser.status == .ok && browser.page.contains("Your recovery codes"))
            site.clock.advance(bySeconds: 30)
            try await browser.post(Address.endedCodes.path, ["end-proof": codes[0].text])
            #expect(browser.status == .unprocessableContent)
            try await browser.post(Address.endedCodes.path, ["end-proof": site.code(secret)])
            #expect(browser.status == .seeOther)
            browser.cookie = nil
            try await browser.signIn(ada)
            #expect(try await browser.isSignedIn())
        }
    }

    @Test func `whose role needs a code comes to nothing else before it is set up`() async throws {
        try await TestSite.run { site, browser in
            var (administrator, browser) = (browser, browser)
            try await site.signIn(&administrator)
            let ada = try await site.member("Ada", .editor)
            try await browser.signIn(ada)
            try await browser.get(Address.unit(site.community).path)
            #expect(browser.status == .ok)
            try await administrator.get(Address.people(site.community).path)
            try await administrator.post(
                Address.requiredCodes(site.community).path,
                ["required-role": "editor"]
            )
            #expect(administrator.status == .seeOther)
            try await administrator.follow()
            #expect(administrator.page.contains("value=\"editor\" checked"))
            for route in site.routes
            where route.method == .get && route.example.admission(for: .get) != .everyone {
                let path = route.example.path
                guard ![Address.codes.path, Address.session.path].contains(path) else { continue }
                try await browser.get(path)
                #expect(browser.location == Address.codes.path, "\(path) gave \(browser.status)")
            }
            try await browser.follow()
            #expect(browser.page.contains("A role of yours needs a one-time code"))
            #expect(!browser.page.contains("aria-label=\"Main\""))
            try await browser.post(Address.newMeasure(site.community).path, ["title": "Falls"])
            #expect(browser.location == Address.codes.path)
            try await browser.post(Address.codes.path)
            let code = site.code(try await Self.waiting(ada, site))
            try await browser.post(Address.confirmedCodes.path, ["one-time-code": code])
            #expect(browser.status == .ok)
            try await browser.get(Address.unit(site.community).path)
            #expect(browser.status == .ok)
        }
    }

    @Test func `a lost phone is for those to put right who may manage the person, and not for oneself`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (administrator, manager, ada) = (browser, browser, browser)
            try await site.signIn(&administrator)
            // Whoever came first is the first administrator.
            site.clock.advance(bySeconds: 1)
            let member = try await site.member()
            let chief = try await site.member("Chief", .administrator)
            let (secret, _) = try await site.turnCodesOn(for: member.account)
            _ = try await site.turnCodesOn(for: chief.account)
            try await ada.signIn(member)
            try await ada.give(site.code(secret))
            try await site.signIn(&manager, as: .peopleManager, on: site.community)
            try await manager.get(Address.people(site.community).path)
            #expect(manager.page.contains("Active, with one-time codes"))
            try await manager.post(Address.personEndedCodes(site.community, chief.account).path)
            #expect(manager.status == .forbidden)
            try await administrator.get(Address.person(site.community, member.account).path)
            #expect(administrator.page.contains("Turn their codes off"))
            try await administrator.post(Address.personEndedCodes(site.community, member.account).path)
            #expect(administrator.status == .seeOther)
            #expect(try await !ada.isSignedIn())
            #expect(try await site.letterSubjects() == ["One-time codes are off for Sightline"])
            try await administrator.get(Address.audit(site.community).path)
            #expect(administrator.page.contains("one-time codes: on → off"))
            let own = try #require(
                try await site.database.read { try AccountStore.administrator(of: site.community, on: $0) }
            )
            _ = try await site.turnCodesOn(for: own)
            try await administrator.post(Address.personEndedCodes(site.community, own).path)
            #expect(administrator.status == .forbidden)
        }
    }
}
