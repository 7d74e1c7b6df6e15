import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// People without accounts.
struct KnownPeopleTests {
    /// Adds Kim by the form; gives their id.
    private static func add(
        _ site: TestSite,
        _ browser: inout Browser,
        email: String = "kim@example.org"
    ) async throws -> Person.ID {
        try await site.signIn(&browser)
        try await browser.get(Address.newPerson(site.community).path)
        try await browser.post(Address.newPerson(site.community).path, ["name": "Kim", "email": email])
        #expect(browser.status == .seeOther)
        let found = try await site.database.read {
            try KnownPersonStore.all(within: site.community, on: $0)
        }
        return try #require(found.first).id
    }

    @Test func `someone without an account is in the list, in words, and can't sign in`() async throws {
        try await TestSite.run { site, browser in
            var (browser, kim) = (browser, browser)
            _ = try await Self.add(site, &browser)
            try await browser.get(Address.people(site.community).path)
            #expect(browser.page.contains("Kim") && browser.page.contains("No account"))
            try await kim.post(Address.passwordResets.path, ["email": "kim@example.org"])
            #expect(try await site.letterSubjects().isEmpty)
            try await browser.post(
                Address.newPerson(site.community).path,
                ["name": "Kim Two", "email": "KIM@example.org"]
            )
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Kim has this address: are they the same?"))
            #expect(browser.page.contains("value=\"Kim Two\""))
        }
    }

    @Test func `an account that someone is invited to later is theirs`() async throws {
        try await TestSite.run { site, browser in
            var (browser, kim) = (browser, browser)
            let id = try await Self.add(site, &browser, email: "")
            let page = Address.knownPerson(site.community, id).path
            try await browser.get(page)
            let address = Address.knownPersonInvitation(site.community, id).path
            try await browser.post(address, ["invite-email": "kim", "invited-role": "editor"])
            #expect(browser.status == .unprocessableContent)
            try await browser.post(address, ["invite-email": "kim@example.org", "invited-role": "editor"])
            try await browser.get(page)
            #expect(browser.page.contains("invited until"))
            let link = try #require(try await site.letterLinks().last)
            let password = "correct horse battery"
            try await kim.post(
                link,
                ["name": "Kim West", "new-password": password, "new-password-again": password]
            )
            #expect(try await kim.isSignedIn())
            let account = try await site.database.read { try AccountStore.find(of: id, on: $0) }
            #expect(account?.person.name == "Kim West" && account?.roles.map(\.role) == [.editor])
            try await browser.get(page)
            #expect(browser.status == .notFound)
        }
    }

    @Test func `an invitation to an address that someone known has makes the account theirs`() async throws {
        try await TestSite.run { site, browser in
            var (browser, kim) = (browser, browser)
            let id = try await Self.add(site, &browser)
            try await browser.post(
                Address.invitations(site.community).path,
                ["name": "Kim", "email": "Kim@example.org", "role": "viewer"]
            )
            let link = try #require(try await site.letterLinks().last)
            let password = "correct horse battery"
            try await kim.post(
                link,
                ["name": "Kim", "new-password": password, "new-password-again": password]
            )
            let account = try await site.database.read { try AccountStore.find(of: id, on: $0) }
            #expect(account != nil)
        }
    }

    @Test func `who is no longer here can't be invited, and an invitation that waits opens nothing`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (browser, kim) = (browser, browser)
            let id = try await Self.add(site, &browser)
            let invitation = Address.knownPersonInvitation(site.community, id).path
            try await browser.post(invitation, ["invite-email": "kim@example.org", "invited-role": "viewer"])
            let link = try #require(try await site.letterLinks().last)
            try await browser.post(Address.knownPersonState(site.community, id).path, ["state": "inactive"])
            try await kim.get(link)
            #expect(kim.status == .gone)
            try await browser.post(invitation, ["invite-email": "kim@example.org", "invited-role": "viewer"])
            #expect(browser.status == .unprocessableContent)
            try await browser.post(Address.knownPersonState(site.community, id).path, ["state": "active"])
            try await browser.post(invitation, ["invite-email": "kim@example.org", "invited-role": "viewer"])
            #expect(browser.status == .seeOther)
        }
    }

    @Test func `one who turns out to be someone else answers for nothing any more`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let id = try await Self.add(site, &browser)
            let measure = try await site.addMeasure { $0.owner = "Kim" }
            let ada = try await site.member()
            let person = try #require(
                try await site.database.read { try AccountStore.find(ada.account, on: $0) }
            ).person
            try await browser.post(
                Address.knownPersonState(site.community, id).path,
                ["state": "merged", "twin": person.id.description]
            )
            #expect(browser.status == .seeOther)
            let owner = try await site.database.read { try MeasureStore.find(measure.id, on: $0)?.owner }
            #expect(owner == "Ada")
            try await browser.get(Address.people(site.community).path)
            #expect(!browser.page.contains("No account"))
        }
    }

    @Test func `someone whom an organisation knows is shown to nobody above it once it looks after itself`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (browser, top) = (browser, browser)
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            try await site.signIn(&browser, as: .administrator, on: clinic)
            try await browser.get(Address.newPerson(clinic).path)
            try await browser.post(Address.newPerson(clinic).path, ["name": "Kim Hidden"])
            #expect(browser.status == .seeOther)
            let path = String(try #require(browser.location).prefix { $0 != "?" })
            try await site.signIn(&top)
            try await top.get(Address.people(site.community).path)
            #expect(top.status == .ok && !top.page.contains("Kim Hidden"))
            for unit in [clinic, site.community] {
                try await top.get(path.replacing(clinic.description, with: unit.description))
                #expect([.forbidden, .notFound].contains(top.status) && !top.page.contains("Kim Hidden"))
            }
        }
    }
}
