import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Ways to keep or to get what one has no right to any more.
struct TakeoverTests {
    @Test func `an invitation is worth nothing once its sender may not give the role any more`() async throws
    {
        try await TestSite.run { site, browser in
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            let leaver = try await site.member("Lou", .administrator, on: clinic)
            var lou = browser
            try await lou.signIn(leaver)
            try await lou.get(Address.people(clinic).path)
            try await lou.post(
                Address.invitations(clinic).path,
                ["name": "Lou", "email": "lou@home.example", "role": "administrator"]
            )
            #expect(lou.status == .seeOther)
            let link = try #require(try await site.letterLinks().last)
            let context = site.context
            try await site.database.write { connection in
                let account = try #require(try AccountStore.find(leaver.account, on: connection))
                try AccountStore.setActive(false, account, context, on: connection)
            }
            var guest = browser
            let fields = [
                "name": "Lou", "new-password": "correct horse battery",
                "new-password-again": "correct horse battery",
            ]
            try await guest.post(link, fields)
            #expect(guest.status == .gone && guest.cookie == nil)
        }
    }

    @Test func `who gets another address hears of it at the old one, where no link opens any more`()
        async throws
    {
        try await TestSite.run { site, browser in
            let ada = try await site.member()
            var (stranger, administrator) = (browser, browser)
            try await stranger.get(Address.passwordResets.path)
            try await stranger.post(Address.passwordResets.path, ["email": ada.email])
            let reset = try #require(try await site.letterLinks().last)
            site.clock.advance(bySeconds: 1)
            try await site.signIn(&administrator)
            let page = Address.person(site.community, ada.account).path
            try await administrator.get(page)
            let revision = administrator.page.firstMatch(of: /name="revision" value="(\d+)"/)
            try await administrator.post(
                Address.personDetails(site.community, ada.account).path,
                [
                    "name": "Ada", "email": "elsewhere@example.org",
                    "revision": revision.map { String($0.1) } ?? "",
                ]
            )
            #expect(administrator.status == .seeOther)
            #expect(try await site.letterSubjects().contains("Your address for Sightline was changed"))
            try await stranger.post(
                reset,
                ["new-password": "some other words here", "new-password-again": "some other words here"]
            )
            #expect(stranger.status == .gone)
        }
    }

    @Test func `the old password can't be guessed without end by whoever holds a session`() async throws {
        try await TestSite.run { site, browser in
            var thief = browser
            let ada = try await site.member()
            try await thief.signIn(ada)
            let context = site.context
            try await site.database.write { connection in
                for _ in 0..<AttemptStore.mostCodes {
                    try AttemptStore.note([.oldPassword(ada.account)], at: context.now, on: connection)
                }
            }
            try await thief.get(Address.account.path)
            try await thief.post(
                Address.accountPassword.path,
                [
                    "password": ada.password, "new-password": "some other words here",
                    "new-password-again": "some other words here",
                ]
            )
            #expect(thief.status == .tooManyRequests)
        }
    }

    @Test func `an attempt counts from its start, and one that succeeds is forgotten`() async throws {
        try await TestSite.run { site, browser in
            let ada = try await site.member()
            var someone = browser
            try await someone.post(Address.signIn.path, ["email": ada.email, "password": "wrong words here"])
            let now = site.clock.now
            let failed = try await site.database.read {
                try AttemptStore.count(.email(ada.email), at: now, on: $0)
            }
            site.clock.advance(bySeconds: 1)
            try await someone.signIn(ada)
            let after = try await site.database.read {
                try AttemptStore.count(.email(ada.email), at: site.clock.now, on: $0)
            }
            #expect(failed == 1 && after == 1)
        }
    }
}
