import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Signing in with a password and a code.
struct SecondStepTests {
    @Test func `a password alone opens nothing where there are codes, and a code goes on from there`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            let (secret, _) = try await site.turnCodesOn(for: ada.account)
            try await browser.signIn(ada)
            #expect(browser.status == .seeOther && browser.location == Address.secondStep.path)
            let cookie = try #require(browser.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(browser.cookie?.contains("sightline-session") == false)
            #expect(try await !browser.isSignedIn())
            try await browser.get(Address.secondStep.path)
            #expect(browser.status == .ok && browser.page.contains("Now your code"))
            try await browser.give("123")
            #expect(browser.status == .unprocessableContent)
            try await browser.give(site.code(secret))
            #expect(browser.status == .seeOther && browser.location == "/")
            #expect(browser.cookie?.contains("sightline-second-step") == false)
            #expect(try await browser.isSignedIn())
        }
    }

    @Test func `a code signs in once, whoever gives it second`() async throws {
        try await TestSite.run { site, browser in
            var (browser, thief) = (browser, browser)
            let ada = try await site.member()
            let (secret, _) = try await site.turnCodesOn(for: ada.account)
            try await browser.signIn(ada)
            try await thief.signIn(ada)
            let code = site.code(secret)
            try await browser.give(code)
            try await thief.give(code)
            #expect(browser.status == .seeOther)
            #expect(thief.status == .unprocessableContent)
            #expect(try await !thief.isSignedIn())
            site.clock.advance(bySeconds: 30)
            try await thief.give(code)
            #expect(thief.status == .unprocessableContent)
        }
    }

    @Test func `the half-way state is one browser's, is used once, and lasts five minutes`() async throws {
        try await TestSite.run { site, browser in
            var (ada, other) = (browser, browser)
            let member = try await site.member()
            let (secret, _) = try await site.turnCodesOn(for: member.account)
            try await ada.signIn(member)
            // Another browser knows the code, and has no cookie.
            try await other.give(site.code(secret))
            #expect(other.location?.hasPrefix(Address.signIn.path) == true)
            #expect(try await !other.isSignedIn())
            // The half-way secret is no session.
            let half = try #require(ada.cookie?.split(separator: "=").last)
            other.cookie = "sightline-session=\(half)"
            #expect(try await !other.isSignedIn())
            let kept = ada.cookie
            try await ada.give(site.code(secret))
            #expect(try await ada.isSignedIn())
            other.cookie = kept
            site.clock.advance(bySeconds: 30)
            try await other.give(site.code(secret))
            #expect(other.location?.hasPrefix(Address.signIn.path) == true)
            #expect(try await !other.isSignedIn())
            other.cookie = nil
            try await other.signIn(member)
            site.clock.advance(bySeconds: SignInStore.secondStepSeconds)
            try await other.give(site.code(secret))
            #expect(try await !other.isSignedIn())
        }
    }

    @Test func `a recovery code signs in once, and its person is told`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            let (_, codes) = try await site.turnCodesOn(for: ada.account)
            try await browser.signIn(ada)
            try await browser.give(codes[0].text.uppercased())
            #expect(try await browser.isSignedIn())
            #expect(try await site.letterSubjects() == ["A recovery code was used for Sightline"])
            browser.cookie = nil
            try await browser.signIn(ada)
            try await browser.give(codes[0].text)
            #expect(browser.status == .unprocessableContent)
        }
    }

    @Test func `a new password by letter asks for the code all the same`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            let (secret, _) = try await site.turnCodesOn(for: ada.account)
            try await browser.post(Address.passwordResets.path, ["email": ada.email])
            let link = try #require(try await site.letterLinks().last)
            let chosen = "tin kettle nine owls"
            try await browser.post(link, ["new-password": chosen, "new-password-again": chosen])
            #expect(browser.location == Address.secondStep.path)
            #expect(try await !browser.isSignedIn())
            try await browser.give(site.code(secret))
            #expect(try await browser.isSignedIn())
        }
    }

    @Test func `a new password ends what waited half-way`() async throws {
        try await TestSite.run { site, browser in
            var (thief, ada) = (browser, browser)
            let member = try await site.member()
            let (secret, _) = try await site.turnCodesOn(for: member.account)
            try await thief.signIn(member)
            try await ada.signIn(member)
            try await ada.give(site.code(secret))
            try await ada.get(Address.account.path)
            try await ada.post(
                Address.accountPassword.path,
                [
                    "password": member.password, "new-password": "tin kettle nine owls",
                    "new-password-again": "tin kettle nine owls",
                ]
            )
            #expect(ada.status == .seeOther)
            site.clock.advance(bySeconds: 30)
            try await thief.give(site.code(secret))
            #expect(try await !thief.isSignedIn())
        }
    }

    @Test func `after many wrong codes only a recovery code is taken, for a while`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            let (secret, codes) = try await site.turnCodesOn(for: ada.account)
            try await site.database.write { connection in
                let wrong = Array(
                    repeating: AttemptStore.Subject.code(ada.account),
                    count: AttemptStore.mostCodes - 1
                )
                try AttemptStore.note(wrong, at: site.clock.now, on: connection)
            }
            try await browser.signIn(ada)
            try await browser.give("wrong")
            #expect(try await site.letterSubjects() == ["Wrong one-time codes for Sightline"])
            try await browser.give(site.code(secret))
            #expect(browser.status == .unprocessableContent)
            try await browser.give(codes[0].text)
            #expect(try await browser.isSignedIn())
            browser.cookie = nil
            site.clock.advance(bySeconds: AttemptStore.windowSeconds + 1)
            try await browser.signIn(ada)
            try await browser.give(site.code(secret))
            #expect(try await browser.isSignedIn())
        }
    }

    @Test func `ten wrong codes send back to the password`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            let (secret, _) = try await site.turnCodesOn(for: ada.account)
            try await browser.signIn(ada)
            let half = try #require(browser.cookie?.split(separator: "=").last.flatMap { Secret(String($0)) })
            try await site.database.write { connection in
                for _ in 0..<SignInStore.mostSecondSteps {
                    try SignInStore.failSecondStep(half, on: connection)
                }
            }
            try await browser.give(site.code(secret))
            #expect(browser.location == Address.signIn.path + "?done=second-step-over")
            #expect(try await !browser.isSignedIn())
        }
    }
}
