import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Accounts from invitation to password, and what guessing gets.
struct PasswordSignInTests {
    private static let password = "correct horse battery"

    /// Invites Ada, and accepts for her.
    private static func admit(_ site: TestSite, _ browser: inout Browser) async throws {
        try await site.signIn(&browser)
        try await browser.get(Address.people(site.community).path)
        try await browser.post(
            Address.invitations(site.community).path,
            ["name": "Ada", "email": "ada@example.org", "role": "viewer"]
        )
        #expect(browser.status == .seeOther)
        let link = try #require(try await site.letterLinks().last)
        try await browser.get(link)
        #expect(browser.page.contains("You are invited to"))
        try await browser.post(
            link,
            ["name": "Ada", "new-password": password, "new-password-again": password]
        )
        #expect(browser.status == .seeOther)
        // Letters of one moment are in no order.
        site.clock.advance(bySeconds: 1)
    }

    private static func signIn(_ browser: inout Browser, _ email: String, _ password: String) async throws {
        try await browser.post(Address.signIn.path, ["email": email, "password": password])
    }

    @Test func `an invitation makes an account, once, which its password opens`() async throws {
        try await TestSite.run { site, browser in
            var (ada, other) = (browser, browser)
            try await Self.admit(site, &ada)
            try await ada.follow()
            try await ada.follow()
            #expect(ada.status == .ok && ada.page.contains("Ada"))
            let link = try #require(try await site.letterLinks().last)
            try await other.get(link)
            #expect(other.status == .gone)
            try await Self.signIn(&other, "ADA@example.org", Self.password)
            #expect(other.status == .seeOther)
            try await other.get(Address.unit(site.community).path)
            #expect(other.status == .ok)
        }
    }

    @Test func `a wrong password and an unknown address get the same page`() async throws {
        try await TestSite.run { site, browser in
            var (ada, stranger) = (browser, browser)
            try await Self.admit(site, &ada)
            try await Self.signIn(&stranger, "ada@example.org", "wrong horse battery")
            let wrong = stranger.page.replacing("ada@example.org", with: "")
            #expect(stranger.status == .unprocessableContent && stranger.cookie == nil)
            try await Self.signIn(&stranger, "bob@example.org", "wrong horse battery")
            #expect(stranger.page.replacing("bob@example.org", with: "") == wrong)
            #expect(!stranger.page.contains("wrong horse battery"))
        }
    }

    @Test func `guessing from one address has to wait, and nobody else does`() async throws {
        try await TestSite.run { site, browser in
            var (ada, stranger) = (browser, browser)
            try await Self.admit(site, &ada)
            for number in 0..<AttemptStore.mostFromAddress {
                try await Self.signIn(&stranger, "\(number)@example.org", "wrong horse battery")
                #expect(stranger.status == .unprocessableContent)
            }
            try await Self.signIn(&stranger, "ada@example.org", Self.password)
            #expect(stranger.status == .tooManyRequests)
            try await ada.get(Address.account.path)
            #expect(ada.status == .ok)
            site.clock.advance(bySeconds: AttemptStore.windowSeconds + 1)
            try await Self.signIn(&stranger, "ada@example.org", Self.password)
            #expect(stranger.status == .seeOther)
        }
    }

    @Test func `a new password ends every other session`() async throws {
        try await TestSite.run { site, browser in
            var (ada, phone) = (browser, browser)
            try await Self.admit(site, &ada)
            try await Self.signIn(&phone, "ada@example.org", Self.password)
            try await ada.get(Address.account.path)
            var fields = [
                "password": "not mine at all", "new-password": "tin kettle nine owls",
                "new-password-again": "tin kettle nine owls",
            ]
            try await ada.post(Address.accountPassword.path, fields)
            #expect(ada.status == .unprocessableContent)
            fields["password"] = Self.password
            try await ada.post(Address.accountPassword.path, fields)
            #expect(ada.status == .seeOther)
            try await phone.get(Address.account.path)
            #expect(phone.status == .unauthorized)
            try await ada.get(Address.account.path)
            #expect(ada.status == .ok)
        }
    }

    @Test func `one's sessions are listed, and can be ended one by one or together`() async throws {
        try await TestSite.run { site, browser in
            var (ada, phone) = (browser, browser)
            try await Self.admit(site, &ada)
            phone.cookie = nil
            try await phone.post(
                Address.signIn.path,
                ["email": "ada@example.org", "password": Self.password],
                headers: [.userAgent: "Mozilla/5.0 (Android 14; Mobile) Firefox/140.0"]
            )
            try await ada.get(Address.account.path)
            #expect(ada.page.contains("Firefox on Android"))
            try await ada.post(Address.endedSessions.path)
            try await phone.get(Address.account.path)
            #expect(phone.status == .unauthorized)
            try await ada.get(Address.account.path)
            #expect(ada.status == .ok && !ada.page.contains("Firefox on Android"))
        }
    }

    @Test func `a forgotten password is chosen anew by letter, and asking tells nothing`() async throws {
        try await TestSite.run { site, browser in
            var (ada, stranger) = (browser, browser)
            try await Self.admit(site, &ada)
            let before = try await site.letterLinks().count
            try await stranger.post(Address.passwordResets.path, ["email": "nobody@example.org"])
            let unknown = stranger.page
            #expect(try await site.letterLinks().count == before)
            try await stranger.post(Address.passwordResets.path, ["email": "ada@example.org"])
            #expect(stranger.page == unknown)
            let link = try #require(try await site.letterLinks().last)
            let chosen = "tin kettle nine owls"
            try await stranger.post(
                link,
                ["new-password": "password1234", "new-password-again": "password1234"]
            )
            #expect(stranger.status == .unprocessableContent)
            try await stranger.post(link, ["new-password": chosen, "new-password-again": chosen])
            #expect(stranger.status == .seeOther)
            try await ada.get(Address.account.path)
            #expect(ada.status == .unauthorized)
            try await stranger.post(link, ["new-password": chosen, "new-password-again": chosen])
            #expect(stranger.status == .gone)
        }
    }

    @Test func `a reset's link is no sign-in link, and the other way round`() async throws {
        try await TestSite.run { site, browser in
            var (ada, stranger) = (browser, browser)
            try await Self.admit(site, &ada)
            try await stranger.post(Address.passwordResets.path, ["email": "ada@example.org"])
            let link = try #require(try await site.letterLinks().last)
            let code = try #require(link.split(separator: "/").last)
            try await stranger.post("/sign-in/\(code)")
            #expect(stranger.status == .gone && stranger.cookie == nil)
        }
    }
}
