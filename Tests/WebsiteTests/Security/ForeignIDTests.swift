import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Ids of another organisation in every address and in the forms: nothing opens, nothing changes, nothing is told.
struct ForeignIDTests {
    /// A site with two organisations that look after themselves, and a browser of the administrator of one.
    private static func run(
        _ body: @Sendable (TestSite, ForeignWorld, ForeignWorld, inout Browser) async throws -> Void
    ) async throws {
        try await TestSite.run { site, browser in
            let own = try await ForeignWorld("Homely", inside: site.community, of: site)
            let other = try await ForeignWorld("Zebedee", inside: site.community, of: site)
            var browser = browser
            let session = try await site.database.write {
                try SignInStore.startSession(of: own.administrator, site.context, on: $0)
            }
            browser.cookie = "sightline-session=\(session.text)"
            try await body(site, own, other, &browser)
        }
    }

    /// The names of the parameters of a pattern: `/units/{unit}/series/{series}`.
    private static func parameters(of pattern: String) -> [String] {
        pattern.matches(of: /\{([a-z-]+)\}/).map { String($0.1) }
    }

    /// What names nothing of an organisation: links, whose code is the proof, and files of the program.
    private static func isForEveryone(_ route: Routes.Registered) -> Bool {
        route.example.admission(for: route.method) == .everyone
    }

    /// Everything of an organisation that an attack could have changed, as the database has it.
    private static func state(_ site: TestSite, of unit: Unit.ID) async throws -> [String] {
        try await site.database.read { connection in
            func rows(_ sql: String, _ columns: Int) throws -> [String] {
                try connection.all(sql) { row in
                    try (0..<columns).map { row.isNull($0) ? "null" : try row.text($0) }.joined(
                        separator: "|"
                    )
                }
            }
            return try rows("SELECT id, name, parent_id FROM unit ORDER BY id", 3)
                + rows("SELECT id, title, visibility, owner FROM measure ORDER BY id", 4)
                + rows(
                    "SELECT account_id, unit_id, role FROM role_grant ORDER BY account_id, unit_id, role",
                    3
                )
                + rows("SELECT id, name, email FROM person ORDER BY id", 3)
                + rows("SELECT id, CAST(is_active AS TEXT) FROM account ORDER BY id", 2)
                + rows("SELECT person_id, CAST(is_active AS TEXT) FROM known_person ORDER BY person_id", 2)
                + rows(
                    "SELECT id, CAST(withdrawn AS TEXT), CAST(used AS TEXT) FROM invitation ORDER BY id",
                    3
                )
                + rows("SELECT id, text, CAST(withdrawn AS TEXT) FROM annotation ORDER BY id", 3)
                + rows("SELECT id, CAST(ended AS TEXT), views FROM coach_choice ORDER BY id", 3)
                + rows("SELECT id, undone_by FROM recording ORDER BY id", 2)
                + rows("SELECT id, file_name FROM pending_import ORDER BY id", 2)
                + rows("SELECT id, title, visibility, bin_id FROM programme ORDER BY id", 4)
                + rows("SELECT id, title, removed_reason FROM theory_node ORDER BY id", 3)
                + rows("SELECT id, because, judgement, removed_reason FROM theory_link ORDER BY id", 4)
                + rows("SELECT id, why, bearing, removed_reason FROM theory_evidence ORDER BY id", 4)
                + rows("SELECT id, phase, question, happened, bin_id FROM cycle ORDER BY id", 5)
                + rows("SELECT id, name, visibility, bin_id FROM pack ORDER BY id", 4)
                + rows("SELECT pack_id, title, content FROM pack_version ORDER BY pack_id, version", 3)
                + rows("SELECT id, programme_id FROM programme_link ORDER BY id", 2)
                + rows("SELECT id, title, visibility, content, bin_id FROM report ORDER BY id", 5)
                + rows("SELECT id, report_id FROM report_link ORDER BY id", 2)
                + rows("SELECT id, sha256, bin_id FROM snapshot ORDER BY id", 3)
                + rows("SELECT secret_hash, CAST(ended AS TEXT) FROM session ORDER BY secret_hash", 2)
        }
    }

    @Test func `every id in every route, of another organisation, is refused and tells nothing`() async throws
    {
        try await Self.run { site, own, other, browser in
            let before = try await Self.state(site, of: other.unit)
            var tried = 0
            for route in site.routes where !Self.isForEveryone(route) {
                let names = Self.parameters(of: route.example.pattern)
                // Every choice of at least one foreign id; a file, a provider, a kind or a number is nobody's.
                let swappable = names.filter {
                    !["file", "drawing", "provider", "evidence-kind", "shipped", "block"].contains($0)
                }
                for mask in 1..<max(1 << swappable.count, 1) {
                    var path = route.example.pattern
                    for name in names {
                        let place = swappable.firstIndex(of: name)
                        let isForeign = place.map { mask >> $0 & 1 == 1 } ?? false
                        let id = try #require(
                            isForeign ? other.ids[name] : own.ids[name],
                            "no id for \(name)"
                        )
                        path = path.replacing("{\(name)}", with: id)
                    }
                    if route.method == .post {
                        try await browser.get(Address.units.path)
                        try await browser.post(path)
                    } else {
                        try await browser.get(path)
                    }
                    tried += 1
                    let words = "\(route.method) \(path) gave \(browser.status)"
                    #expect([.forbidden, .notFound].contains(browser.status), "\(words)")
                    // Whose it is may be said where it is kept, and who to ask: not what it is.
                    let told = browser.page.replacing("\(other.word) Clinic", with: "")
                        .replacing("\(other.word) Chief", with: "")
                    #expect(!told.contains(other.word), "\(words)")
                }
            }
            #expect(tried > 60)
            #expect(try await Self.state(site, of: other.unit) == before)
        }
    }

    @Test func `one's own ids open, so that the test above doesn't pass for nothing`() async throws {
        try await Self.run { site, own, _, browser in
            for route in site.routes where route.method == .get && !Self.isForEveryone(route) {
                // Who isn't a coach has nobody to see, and letters are for a demo.
                guard !["/coaching", "/letters"].contains(where: route.example.pattern.hasPrefix) else {
                    continue
                }
                var path = route.example.pattern
                for name in Self.parameters(of: path) {
                    path = path.replacing("{\(name)}", with: try #require(own.ids[name]))
                }
                try await browser.get(path)
                #expect([.ok, .seeOther].contains(browser.status), "\(path) gave \(browser.status)")
            }
        }
    }

    @Test func `an id of another organisation in a form changes nothing there, and is told nothing of`()
        async throws
    {
        try await Self.run { site, own, other, browser in
            let unit = own.unit
            let series = try #require(own.ids["series"].flatMap { Series.ID($0) })
            let known = try #require(own.ids["known-person"].flatMap { Person.ID($0) })
            let person = try #require(own.ids["person"].flatMap { Account.ID($0) })
            func foreign(_ name: String) throws -> String {
                try #require(other.ids[name])
            }
            let reason = ["reason": "A reason", "day": "2024-03-01"]
            let programme = try #require(own.ids["programme"].flatMap { Programme.ID($0) })
            let arrow = try #require(own.ids["arrow"].flatMap { TheoryLink.ID($0) })
            func attached(_ name: String) throws -> [String: String] {
                ["evidence-target": try foreign(name), "bearing": "for", "evidence-why": "It says so"]
            }
            let attacks: [(Address, [String: String])] = [
                (.newEvidence(unit, programme, arrow, .signal), try attached("signal")),
                (.newEvidence(unit, programme, arrow, .story), try attached("story")),
                (.withdrawnInvitations(unit), ["invitation": try foreign("invitation")]),
                (.withdrawnAnnotations(unit, series), ["note": try foreign("annotation")]),
                (.withdrawnPhases(unit, series), ["phase": try foreign("annotation")]),
                (.endedSessions, ["session": try foreign("session")]),
                (.endedCoaches, ["choice": try foreign("choice")]),
                (.coaches, ["coach": try foreign("person"), "view": "roles"]),
                (.personEndedRoles(unit, person), ["role": "viewer", "unit": try foreign("unit")]),
                (.personState(unit, person), ["state": "merged", "twin": try foreign("person")]),
                (.knownPersonState(unit, known), ["state": "merged", "twin": try foreign("known-person")]),
                (.unitParent(unit), reason.merging(["parent": try foreign("unit")]) { first, _ in first }),
                (.unitParent(unit), reason.merging(["parent": try foreign("child")]) { first, _ in first }),
            ]
            let before = try await Self.state(site, of: other.unit)
            for (address, fields) in attacks {
                try await browser.get(Address.units.path)
                try await browser.post(address.path, fields)
                #expect(browser.status != .ok, "\(address.path) \(fields)")
                let told = browser.page.replacing("\(other.word) Clinic", with: "")
                    .replacing("\(other.word) Ward", with: "")
                #expect(!told.contains(other.word), "\(address.path) \(fields)")
            }
            #expect(try await Self.state(site, of: other.unit) == before)
        }
    }
}
