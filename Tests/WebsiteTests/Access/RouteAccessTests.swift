import Hummingbird
import Sightline
import Testing
import Website

/// Every registered route as every role, where it is held, against the table in routes.csv.
struct RouteAccessTests {
    @Test func `every route has its row in the table, and every row its route`() async throws {
        try await TestSite.run { site, _ in
            let registered = Set(site.routes.map { "\($0.method) \($0.example.pattern)" })
            let written = Set(try AccessTable().rows.map { "\($0.method) \($0.pattern)" })
            #expect(registered.subtracting(written).sorted() == [])
            #expect(written.subtracting(registered).sorted() == [])
        }
    }

    @Test(arguments: Role.allCases, AccessTable.Position.allCases)
    func `a role passes what the table says, and nothing else`(
        role: Role,
        position: AccessTable.Position
    ) async throws {
        try await TestSite.run { site, browser in
            let world = try await AccessWorld(site)
            for row in try AccessTable().rows {
                let (secret, person) = try await site.session(of: role, on: world.place(position))
                var browser = browser
                browser.cookie = "sightline-session=\(secret.text)"
                let status = try await visit(row, of: world, as: person, &browser)
                let isExpected = row.passes[position]?.contains(role) == true
                let words = "\(row.method) \(row.pattern) \(row.subject?.rawValue ?? "") gave \(status)"
                #expect(Self.passed(status) == isExpected, "\(words)")
                // Whoever is kept out may be told that it exists, and never what it is.
                if !isExpected { #expect(!browser.page.contains("Secret falls"), "\(words)") }
            }
        }
    }

    @Test func `someone signed out passes what the table says, and nothing else`() async throws {
        try await TestSite.run { site, browser in
            let world = try await AccessWorld(site)
            for row in try AccessTable().rows {
                var browser = browser
                let status = try await visit(row, of: world, as: nil, &browser)
                #expect(
                    (status != .unauthorized) == row.signedOut,
                    "\(row.method) \(row.pattern) gave \(status)"
                )
            }
        }
    }

    private static func passed(_ status: HTTPResponse.Status) -> Bool {
        ![.unauthorized, .forbidden, .notFound].contains(status)
    }

    private func visit(
        _ row: AccessTable.Row,
        of world: AccessWorld,
        as person: Person.ID?,
        _ browser: inout Browser
    ) async throws -> HTTPResponse.Status {
        let route = try #require(
            world.site.routes.first { "\($0.method)" == row.method && $0.example.pattern == row.pattern }
        )
        let address = try await world.address(like: route.example, row.subject, for: person)
        if route.method == .post {
            // A page with a form, for its token.
            try await browser.get(Address.units.path)
            try await browser.post(address.path)
        } else {
            try await browser.get(address.path)
        }
        return browser.status
    }
}
