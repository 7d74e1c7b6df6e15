import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Looking after a unit's people.
struct PeopleTests {
    @Test func `a pasted list is shown first, problems by line, and nothing is sent before`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.people(site.community).path)
            let bad =
                "Name,Email,Role\nAda,ada@example.org,viewer\nBob,bob.example.org,\nCy,ADA@example.org,wizard\n"
            try await browser.post(
                Address.invitations(site.community).path,
                ["list": bad, "confirmed": "yes"]
            )
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("“bob.example.org” is no e-mail address."))
            #expect(browser.page.contains("“wizard” is no role"))
            #expect(try await site.letterLinks().isEmpty)
            let good = "Ada\tada@example.org\teditor\nBob\tbob@example.org\n"
            try await browser.post(Address.invitations(site.community).path, ["list": good])
            #expect(browser.status == .ok && browser.page.contains("2 people would get a letter."))
            #expect(try await site.letterLinks().isEmpty)
            try await browser.post(
                Address.invitations(site.community).path,
                ["list": good, "confirmed": "yes"]
            )
            #expect(browser.status == .seeOther)
            #expect(try await site.letterLinks().count == 2)
        }
    }

    @Test func `a CSV file is shown as a pasted list is, and sent from there`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.people(site.community).path)
            let address = Address.invitationFiles(site.community).path
            let bad =
                "\u{FEFF}email,role,name\r\nada@example.org,editor,\"Lovelace, Ada\"\r\nbob,viewer,Bob\r\n"
            try await browser.upload(address, [:], file: bad)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("2 people, 1 of them with something wrong."))
            #expect(browser.page.contains("“bob” is no e-mail address."))
            #expect(browser.page.contains("Lovelace, Ada"))
            try await browser.upload(
                address,
                [:],
                file: "name,email\n\"Bob, B.\",bob@example.org\nCy,cy@example.org\n"
            )
            #expect(browser.status == .ok && browser.page.contains("2 people would get a letter."))
            #expect(try await site.letterLinks().isEmpty)
            let found = browser.page.firstMatch(of: /name="list" value="([^"]*)"/)
            let list = try #require(found).1.replacing("&quot;", with: "\"").replacing("&#34;", with: "\"")
            try await browser.post(
                Address.invitations(site.community).path,
                ["list": String(list), "confirmed": "yes"]
            )
            #expect(try await site.letterLinks().count == 2)
            for nothing in [nil, "\u{0}", String(repeating: "x", count: 50_001)] {
                try await browser.upload(address, [:], file: nothing)
                #expect(browser.status == .unprocessableContent)
            }
        }
    }

    @Test func `a withdrawn invitation opens nothing, nor does an old one`() async throws {
        try await TestSite.run { site, browser in
            var (administrator, guest) = (browser, browser)
            try await site.signIn(&administrator)
            try await administrator.get(Address.people(site.community).path)
            for email in ["ada@example.org", "bob@example.org"] {
                try await administrator.post(
                    Address.invitations(site.community).path,
                    ["name": "Guest", "email": email, "role": "viewer"]
                )
            }
            let links = try await site.letterLinks()
            try await administrator.get(Address.people(site.community).path)
            let found = administrator.page.firstMatch(of: /name="invitation" value="([0-9a-f-]+)"/)
            let newest = try #require(found).1
            try await administrator.post(
                Address.withdrawnInvitations(site.community).path,
                ["invitation": String(newest)]
            )
            let opened = try await statuses(of: links, &guest)
            #expect(Set(opened) == [.ok, .gone])
            site.clock.advance(bySeconds: Invitation.validSeconds + 1)
            #expect(Set(try await statuses(of: links, &guest)) == [.gone])
        }
    }

    private func statuses(of links: [String], _ guest: inout Browser) async throws -> [HTTPResponse.Status] {
        var found: [HTTPResponse.Status] = []
        for link in links {
            try await guest.get(link)
            found.append(guest.status)
        }
        return found
    }

    @Test func `roles are given and taken, but never the last administrator's`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let ada = try await site.account(.viewer, on: site.community)
            let page = Address.person(site.community, ada).path
            try await browser.get(page)
            try await browser.post(Address.personRoles(site.community, ada).path, ["role": "editor"])
            #expect(browser.status == .seeOther)
            let role = ["role": "viewer", "unit": site.community.description]
            try await browser.post(Address.personEndedRoles(site.community, ada).path, role)
            let roles = try await site.database.read { try AccountStore.find(ada, on: $0)?.roles.map(\.role) }
            #expect(roles == [.editor])
            let only = try #require(
                try await site.database.read { try AccountStore.administrators(of: site.community, on: $0) }
                    .first
            )
            try await browser.post(
                Address.personEndedRoles(site.community, only.id).path,
                ["role": "administrator", "unit": site.community.description]
            )
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("last administrator"))
        }
    }

    @Test func `a deactivated account is out at once, and can come back`() async throws {
        try await TestSite.run { site, browser in
            var (administrator, ada) = (browser, browser)
            try await site.signIn(&administrator)
            let account = try await site.account(.viewer, on: site.community)
            let session = try await site.database.write {
                try SignInStore.startSession(of: account, site.context, on: $0)
            }
            ada.cookie = "sightline-session=\(session.text)"
            try await ada.get(Address.account.path)
            #expect(ada.status == .ok)
            try await administrator.get(Address.person(site.community, account).path)
            let address = Address.personState(site.community, account).path
            try await administrator.post(address, ["state": "inactive"])
            try await ada.get(Address.account.path)
            #expect(ada.status == .unauthorized)
            try await administrator.post(address, ["state": "active"])
            let isActive = try await site.database.read { try AccountStore.find(account, on: $0)?.isActive }
            #expect(isActive == true)
        }
    }

    @Test func `two accounts of one person become one, with the roles of both`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let first = try await site.account(.viewer, on: site.community)
            let second = try await site.account(.evaluator, on: site.community)
            try await browser.get(Address.person(site.community, first).path)
            try await browser.post(
                Address.personState(site.community, first).path,
                ["state": "merged", "twin": second.description]
            )
            #expect(browser.status == .seeOther)
            let left = try await site.database.read { connection in
                try [first, second].compactMap { try AccountStore.find($0, on: connection) }
            }
            #expect(left.map(\.isActive) == [false, true])
            #expect(Set(left[1].roles.map(\.role)) == [.viewer, .evaluator])
        }
    }

    @Test func `a people manager sees people and no numbers`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            try await site.signIn(&browser, as: .peopleManager, on: site.community)
            try await browser.get(Address.people(site.community).path)
            #expect(browser.status == .ok)
            #expect(!browser.page.contains(Address.measures(site.community).path))
            for path in [Address.unit(site.community).path, Address.series(site.community, series).path] {
                try await browser.get(path)
                #expect(browser.status == .forbidden)
            }
        }
    }

    @Test func `letters that are kept are shown to nobody where they are sent`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.letters.path)
            #expect(browser.status == .notFound)
        }
    }
}
