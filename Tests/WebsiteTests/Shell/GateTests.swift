import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Who gets in, at every address.
struct GateTests {
    @Test func `a stranger gets nothing but a page to sign in, unless the address is for everyone`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            for route in site.routes {
                let path = route.example.path
                try await browser.send(route.method, path, [:], nil)
                if route.example.admission(for: route.method) == .everyone {
                    #expect(browser.status != .unauthorized, "\(route.method) \(path)")
                } else {
                    #expect(browser.status == .unauthorized, "\(route.method) \(path)")
                    #expect(browser.page.contains("<h1>Sign in</h1>"), "\(route.method) \(path)")
                }
            }
            #expect(site.routes.count > 10)
        }
    }

    @Test func `only these addresses are for everyone`() async throws {
        try await TestSite.run { site, _ in
            let open = site.routes
                .filter { $0.example.admission(for: $0.method) == .everyone }
                .map { "\($0.method) \($0.example.path.split(separator: "/").first ?? "")" }
            #expect(
                Set(open) == [
                    "GET healthz", "GET readyz", "GET assets", "GET about", "GET accessibility",
                    "GET sign-in", "POST sign-in", "GET invitations", "POST invitations",
                    "GET password-resets", "POST password-resets", "GET second-step", "POST second-step",
                    "GET shared", "GET calendars",
                ]
            )
        }
    }

    @Test func `a role reaches the units below it and no others`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .place, inside: site.community)
            let ward = try await site.add("Ward", .team, inside: north)
            let south = try await site.add("South", .place, inside: site.community)
            try await site.signIn(&browser, as: .viewer, on: north)
            for (unit, status) in [
                (north, HTTPResponse.Status.ok), (ward, .ok), (south, .forbidden),
                (site.community, .forbidden),
            ] {
                try await browser.get(Address.unit(unit).path)
                #expect(browser.status == status)
            }
        }
    }

    @Test func `a viewer sees no forms and can't send them either`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser, as: .viewer, on: site.community)
            try await browser.get(Address.unitSettings(site.community).path)
            #expect(browser.status == .ok)
            #expect(!browser.page.contains("Change its name"))
            try await browser.post(Address.unitName(site.community).path, ["name": "Mine"])
            #expect(browser.status == .forbidden)
            #expect(browser.page.contains("You can’t do this here"))
        }
    }

    @Test func `a unit can't be moved to where the visitor has no say`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .place, inside: site.community)
            let ward = try await site.add("Ward", .team, inside: north)
            let south = try await site.add("South", .place, inside: site.community)
            try await site.signIn(&browser, as: .administrator, on: north)
            try await browser.get(Address.unitSettings(ward).path)
            try await browser.post(Address.unitParent(ward).path, ["parent": south.description])
            #expect(browser.status == .forbidden)
            let parent = try await site.database.read { try UnitStore.find(ward, on: $0)?.parent }
            #expect(parent == north)
        }
    }

    @Test func `a unit that doesn't exist is not found`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            for path in [
                Address.unit(.example).path, "/units/1", "/units/%00", "/units/\(site.community)/nothing",
            ] {
                try await browser.get(path)
                #expect(browser.status == .notFound, "\(path)")
            }
        }
    }
}
