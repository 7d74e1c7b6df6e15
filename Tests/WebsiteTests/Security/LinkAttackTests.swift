import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Attacks with links that were meant for once, and on what an answer tells.
struct LinkAttackTests {
    private static let accepting = [
        "name": "Guest", "new-password": "correct horse battery",
        "new-password-again": "correct horse battery",
    ]

    private static func invite(_ site: TestSite, _ email: String) async throws -> (path: String, Secret) {
        let context = site.context
        let secret = try await site.database.write {
            try InvitationStore.insert(
                email: email,
                name: "Guest",
                role: .administrator,
                on: site.community,
                context,
                on: $0
            )
        }
        return (Address.invitation(SignInCode(secret)).path, secret)
    }

    private static func countAccounts(_ site: TestSite) async throws -> Int {
        try await site.database.read { try AccountStore.all(on: $0).count }
    }

    @Test
    func `an invitation that was used, withdrawn or has run out makes no account, and all answer alike`()
        async throws
    {
        try await TestSite.run { site, browser in
            var pages: [String] = []
            let (used, _) = try await Self.invite(site, "used@example.org")
            var guest = browser
            try await guest.post(used, Self.accepting)
            #expect(guest.status == .seeOther)
            let (withdrawn, secret) = try await Self.invite(site, "withdrawn@example.org")
            try await site.database.write { connection in
                let invitation = try #require(try InvitationStore.find(secret, on: connection))
                try InvitationStore.withdraw(invitation.id, of: site.community, site.context, on: connection)
            }
            let (expired, _) = try await Self.invite(site, "expired@example.org")
            site.clock.advance(bySeconds: Invitation.validSeconds)
            let before = try await Self.countAccounts(site)
            let unknown = "/invitations/" + String(repeating: "x", count: 43)
            for path in [used, withdrawn, expired, unknown] {
                var thief = browser
                try await thief.post(path, Self.accepting)
                #expect(thief.status == .gone && thief.cookie == nil)
                pages.append(thief.page)
                try await thief.get(path)
                #expect(thief.status == .gone)
            }
            #expect(Set(pages).count == 1)
            #expect(try await Self.countAccounts(site) == before)
        }
    }

    @Test func `trying links from one host has to wait, and nobody else does`() async throws {
        try await TestSite.run { site, browser in
            var (thief, guest) = (browser, browser)
            for number in 0..<AttemptStore.mostFromAddress {
                let guess = "\(number)" + String(repeating: "x", count: 43 - "\(number)".count)
                try await thief.get("/invitations/\(guess)")
                #expect(thief.status == .gone)
            }
            let (path, _) = try await Self.invite(site, "guest@example.org")
            try await thief.get(path)
            #expect(thief.status == .tooManyRequests)
            try await thief.post(path, Self.accepting)
            #expect(thief.status == .tooManyRequests)
            site.clock.advance(bySeconds: AttemptStore.windowSeconds + 1)
            try await guest.post(path, Self.accepting)
            #expect(guest.status == .seeOther)
        }
    }

    @Test
    func
        `the link of a reset changes a password once, within an hour, and is worth nothing after another change`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (thief, ada) = (browser, browser)
            let member = try await site.member()
            func ask() async throws -> String {
                site.clock.advance(bySeconds: 1)
                var browser = browser
                try await browser.post(Address.passwordResets.path, ["email": member.email])
                return try #require(try await site.letterLinks().last { $0.contains("password-resets/") })
            }
            func choose(_ link: String, _ password: String) async throws -> HTTPResponse.Status {
                try await thief.post(link, ["new-password": password, "new-password-again": password])
                return thief.status
            }
            let link = try await ask()
            #expect(try await choose(link, "tin kettle nine owls") == .seeOther)
            #expect(try await choose(link, "some other words here") == .gone)
            try await ada.signIn(member, password: "tin kettle nine owls")
            #expect(try await ada.isSignedIn())
            let late = try await ask()
            site.clock.advance(bySeconds: 3_600)
            #expect(try await choose(late, "some other words here") == .gone)
            // Two letters were asked for: the second is no way back in once the first was used.
            let (first, second) = (try await ask(), try await ask())
            #expect(first != second)
            #expect(try await choose(second, "three more odd words") == .seeOther)
            #expect(try await choose(first, "some other words here") == .gone)
        }
    }

    /// The one place where time is measured: two ways that take turns, and of which one would be many times quicker if
    /// nothing stood in for the hash that isn't there.
    @Test func `an address without an account takes as long to refuse as one with an account`() async throws {
        try await TestSite.run(passwordCost: PasswordHash.Cost(log2Rounds: 13)) { site, browser in
            let cost = PasswordHash.Cost(log2Rounds: 13)
            let ada = try await site.member()
            let hash = try PasswordHash(of: ada.password, cost: cost, site.context)
            let context = site.context
            try await site.database.write {
                try CredentialStore.change(hash, of: ada.account, context, on: $0)
            }
            var times: [String: [Duration]] = [:]
            var pages: [String: String] = [:]
            for _ in 0..<5 {
                // Failures of an address slow it down; those are another matter.
                site.clock.advance(bySeconds: AttemptStore.windowSeconds + 1)
                for email in [ada.email, "bob@example.org"] {
                    var stranger = browser
                    let start = ContinuousClock.now
                    try await stranger.post(
                        Address.signIn.path,
                        ["email": email, "password": "wrong horse battery"]
                    )
                    times[email, default: []].append(ContinuousClock.now - start)
                    #expect(stranger.status == .unprocessableContent)
                    pages[email] = stranger.page.replacing(email, with: "")
                }
            }
            #expect(Set(pages.values).count == 1)
            let quickest = times.values.compactMap { $0.min() }
            #expect(quickest.count == 2)
            let (less, more) = (quickest.min() ?? .zero, quickest.max() ?? .zero)
            #expect(more < less * 4, "\(quickest)")
        }
    }
}
