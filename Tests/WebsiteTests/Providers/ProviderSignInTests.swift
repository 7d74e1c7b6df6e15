import Foundation
import Hummingbird
import ProviderTestSupport
import Sightline
import Storage
import Testing
import Website

/// Signing in through an identity provider: who gets in, and as whom.
struct ProviderSignInTests {
    @Test func `a first sign-in makes an account without a role, and the next one finds it`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            var ada = browser
            try await visit.signIn(&ada)
            #expect(ada.status == .seeOther)
            #expect(ada.location == "/")
            try await ada.follow()
            #expect(ada.page.contains("You have no role here yet"))
            #expect(ada.page.contains("ada@example.org"))
            let account = try #require(try await visit.account("ada@example.org"))
            #expect(account.roles.isEmpty)
            #expect(account.person.name == "Ada")
            // The address is given to somebody else, and the person to another address: the identity counts.
            var again = browser
            try await visit.signIn(&again, ["email": "\"ada.b@example.org\""])
            #expect(again.status == .seeOther)
            #expect(try await visit.account("ada.b@example.org") == nil)
            let sessions = try await site.database.read {
                try SignInStore.sessions(of: account.id, at: site.clock.now, on: $0)
            }
            #expect(sessions.count == 2)
            #expect(sessions.allSatisfy { $0.device.hasSuffix("through Riverside") })
        }
    }

    @Test func `what a sign-in does is on the record`() async throws {
        try await TestSite.run { site, browser in
            var ada = browser
            try await ProviderVisit(site: site).signIn(&ada)
            let records = try await site.database.read { connection in
                try connection.all("SELECT act, subject_kind FROM audit ORDER BY sequence", []) {
                    "\(try $0.text(0)) \(try $0.text(1))"
                }
            }
            #expect(records.suffix(3) == ["created account", "changed account", "signed-in account"])
        }
    }

    @Test func `open invitations to the address are accepted with the account`() async throws {
        try await TestSite.run { site, browser in
            let (context, unit) = (site.context, site.community)
            for (email, role) in [("Ada@Example.org", Role.editor), ("eve@example.org", .viewer)] {
                _ = try await site.database.write { connection in
                    try InvitationStore.insert(
                        email: email,
                        name: "A",
                        role: role,
                        on: unit,
                        context,
                        on: connection
                    )
                }
            }
            let visit = ProviderVisit(site: site)
            var ada = browser
            try await visit.signIn(&ada)
            let account = try #require(try await visit.account("ada@example.org"))
            #expect(account.roles == [RoleGrant(role: .editor, unit: unit)])
            let states = try await site.database.read { connection in
                try InvitationStore.all(of: unit, on: connection).map { $0.state(at: site.clock.now) }
            }
            #expect(Set(states) == [.used, .open])
        }
    }

    @Test func `a new account gets the role that the provider's people get, if its unit is there`()
        async throws
    {
        let nowhere = try #require(Unit.ID("01900000-0000-7000-8000-000000000000"))
        let change: @Sendable (inout SiteConfiguration) -> Void = { configuration in
            var provider = TestSite.example(TestProvider().provider)
            provider.newRole = RoleGrant(role: .viewer, unit: nowhere)
            configuration.providers = [provider]
        }
        try await TestSite.run(change: change) { site, browser in
            var ada = browser
            try await ProviderVisit(site: site).signIn(&ada)
            #expect(try await ProviderVisit(site: site).account("ada@example.org")?.roles == [])
        }
    }

    @Test(
        arguments: [
            ["email": "\"ada@example.com\""], ["email": "\"ada@sub.example.org\""],
            ["email_verified": "false"],
            ["email_verified": nil], ["email": nil], ["email": "\"ada@example.org@example.com\""],
            ["email": "\"ada@example.com,x@example.org\""], ["email": "\"ada\\r\\nx@example.org\""],
            ["email": "\"@example.org\""], ["email": "\"ada@example.org.\""],
        ] as [[String: String?]]
    )
    func `no account is made for an address that the provider isn't trusted with`(
        claims: [String: String?]
    ) async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            var stranger = browser
            try await visit.signIn(&stranger, claims)
            #expect(stranger.status == .forbidden)
            #expect(stranger.page.contains("You aren’t signed in"))
            #expect(try await !visit.isSignedIn(&stranger))
            let count = try await site.database.read { try AccountStore.all(on: $0).count }
            #expect(count == 1)
        }
    }

    @Test func `an account is never entered because of its e-mail address`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            let account = try await visit.addAccount("ada@example.org")
            var ada = browser
            try await visit.signIn(&ada)
            #expect(ada.status == .conflict)
            #expect(ada.page.contains("link Riverside on the page of your account"))
            #expect(try await !visit.isSignedIn(&ada))
            // Its holder links the two while signed in, and can then enter either way.
            try await visit.enter(account, &ada)
            try await visit.signIn(&ada, linking: true)
            #expect(ada.location == "/account?done=provider-linked")
            var other = browser
            try await visit.signIn(&other)
            #expect(other.status == .seeOther)
            try await other.get("/account")
            #expect(other.page.contains("ada@example.org"))
            let letters = try await site.database.read {
                try MailStore.due(at: site.clock.now.advanced(bySeconds: 1), on: $0)
            }
            #expect(letters.last?.subject.contains("can be entered through Riverside") == true)
        }
    }

    @Test func `an identity leads into one account only, and is unlinked by its holder`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            let (ada, eve) = (
                try await visit.addAccount("ada@example.org"), try await visit.addAccount("eve@example.org")
            )
            var first = browser
            try await visit.enter(ada, &first)
            try await visit.signIn(&first, linking: true)
            var second = browser
            try await visit.enter(eve, &second)
            try await visit.signIn(&second, linking: true)
            #expect(second.status == .conflict)
            // Without a password it is the only way in, which nobody takes away by mistake.
            let found = try await linkedHandle(&first)
            let handle = try #require(found)
            try await first.post("/account/ended-identities", ["identity": String(handle)])
            #expect(first.status == .unprocessableContent)
            let context = site.context
            let hash = try PasswordHash(of: "long enough for this", cost: .init(log2Rounds: 4), context)
            try await site.database.write {
                try CredentialStore.change(hash, of: ada.id, context, on: $0)
            }
            try await second.post("/account/ended-identities", ["identity": String(handle)])
            #expect(try await linked(ada, site).count == 1)
            try await first.post("/account/ended-identities", ["identity": String(handle)])
            #expect(first.location == "/account?done=provider-unlinked")
            #expect(try await linked(ada, site).isEmpty)
        }
    }

    @Test func `a deactivated account is not entered`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            let account = try await visit.addAccount("ada@example.org")
            var ada = browser
            try await visit.enter(account, &ada)
            try await visit.signIn(&ada, linking: true)
            let context = site.context
            try await site.database.write { try AccountStore.setActive(false, account, context, on: $0) }
            var again = browser
            try await visit.signIn(&again)
            #expect(again.status == .forbidden)
            #expect(again.page.contains("deactivated"))
        }
    }

    @Test func `a name is one harmless line of text`() async throws {
        try await TestSite.run { site, browser in
            let visit = ProviderVisit(site: site)
            var ada = browser
            try await visit.signIn(&ada, ["name": "\"  <b>Ada\\u202e\\r\\n\\u0000</b>  \""])
            try await ada.get("/account")
            #expect(ada.page.contains("&lt;b&gt;Ada&lt;/b&gt;"))
            #expect(try await visit.account("ada@example.org")?.person.name == "<b>Ada</b>")
        }
    }

    private func linked(_ account: Account, _ site: TestSite) async throws -> [LinkedIdentity] {
        try await site.database.read { try LinkedIdentityStore.all(of: account.id, on: $0) }
    }

    private func linkedHandle(_ browser: inout Browser) async throws -> Substring? {
        try await browser.get("/account")
        return browser.page.firstMatch(of: /name="identity" value="([0-9a-f]{16})"/)?.1
    }
}
