import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// Two people who change one thing: the second is shown both versions, and nothing is overwritten silently.
struct ConflictTests {
    private func revision(_ browser: Browser, _ action: String) throws -> String {
        let form = try #require(browser.page.split(separator: "action=\"\(action)\"").dropFirst().first)
        return try #require(form.firstMatch(of: /name="revision" value="(\d+)"/).map { String($0.1) })
    }

    @Test func `the second of two who change a unit chooses between the versions`() async throws {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            try await site.signIn(&first)
            try await site.signIn(&second)
            let (page, action) = (
                Address.unitSettings(site.community).path, Address.unitName(site.community).path
            )
            try await first.get(page)
            try await second.get(page)
            let opened = try revision(second, action)
            try await first.post(action, ["name": "Ours", "code": "C1", "revision": opened])
            #expect(first.status == .seeOther)
            try await second.post(action, ["name": "Mine", "code": "", "revision": opened])
            #expect(second.status == .conflict)
            for text in ["changed this while you were at it", "Our community", "Ours", "Mine"] {
                #expect(second.page.contains(text), "\(text)")
            }
            #expect(
                second.page.contains("name=\"name\" type=\"text\" value=\"Mine\""),
                "what was typed stays"
            )
            #expect(
                second.page.contains("name=\"code\" type=\"text\" value=\"C1\""),
                "what only the other changed is taken over"
            )
            #expect(try await unit(site).name == "Ours")
            let now = try revision(second, action)
            try await second.post(
                action,
                ["name": "Mine", "code": "C1", "revision": now, "take-name": "theirs"]
            )
            #expect(second.status == .seeOther)
            let chosen = try await unit(site)
            #expect(chosen.name == "Ours" && chosen.code == "C1")
            try await second.post(action, ["name": "Mine", "code": "C1", "revision": now])
            #expect(second.status == .seeOther)
            #expect(try await unit(site).name == "Mine")
        }
    }

    private func unit(_ site: TestSite) async throws -> Unit {
        let id = site.community
        return try #require(try await site.database.read { try UnitStore.find(id, on: $0) })
    }

    @Test func `whoever changes another form of the unit isn't bothered`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let place = try await site.add("North", .place, inside: site.community)
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            try await site.signIn(&browser)
            try await browser.get(Address.unitSettings(clinic).path)
            let opened = try revision(browser, Address.unitName(clinic).path)
            try await browser.post(
                Address.unitParent(clinic).path,
                ["parent": place.pathText, "revision": opened]
            )
            #expect(browser.status == .seeOther)
            try await browser.post(Address.unitName(clinic).path, ["name": "The clinic", "revision": opened])
            #expect(browser.status == .seeOther)
        }
    }

    @Test func `a measure, a phase, a note and a person are held against what they say now as well`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            try await site.signIn(&browser)
            let context = site.context
            let top = site.community
            let (phase, note) = try await site.database.write { connection in
                let days = try SeriesStore.observations(of: series, on: connection).days
                return (
                    try PhaseStore.start(days[24], of: series, reason: "Ward", context, on: connection),
                    try AnnotationStore.add("Ice", .event, on: days[2], to: series, context, on: connection)
                )
            }
            let robin = try await site.account(.viewer, on: top)
            let day = "\(phase.start)"
            let noteDay = "\(note.day)"
            let fields = { ["title": $0, "numerator": "Falls with harm", "key": "falls"] }
            let cases: [(page: Address, action: Address, theirs: [String: String], yours: [String: String])] =
                [
                    (
                        .measure(top, measure.id), .measure(top, measure.id), fields("Falls A"),
                        fields("Falls B")
                    ),
                    (
                        .phase(top, series, phase.id), .phase(top, series, phase.id),
                        ["phase-start": day, "phase-reason": "Theirs"],
                        ["phase-start": day, "phase-reason": "Yours"]
                    ),
                    (
                        .annotation(top, series, note.id), .annotation(top, series, note.id),
                        ["note-day": noteDay, "note-kind": "event", "note-text": "Theirs"],
                        ["note-day": noteDay, "note-kind": "event", "note-text": "Yours"]
                    ),
                    (
                        .person(top, robin), .personDetails(top, robin), ["name": "Robin A"],
                        ["name": "Robin B"]
                    ),
                ]
            for (page, action, theirs, yours) in cases {
                try await browser.get(page.path)
                let opened = try revision(browser, action.path)
                try await browser.post(action.path, theirs.merging(["revision": opened]) { $1 })
                #expect(browser.status == .seeOther, "\(action.path): \(browser.page)")
                try await browser.post(action.path, yours.merging(["revision": opened]) { $1 })
                #expect(browser.status == .conflict, "\(action.path)")
                #expect(browser.page.contains("changed this while you were at it"))
                let now = try revision(browser, action.path)
                try await browser.post(action.path, yours.merging(["revision": now]) { $1 })
                #expect(browser.status == .seeOther, "\(action.path)")
            }
        }
    }

    @Test func `an earlier state is put back from the history, as a new one`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            _ = try await site.record(Values.shifted, of: measure, in: site.community)
            try await site.signIn(&browser)
            let page = Address.measure(site.community, measure.id).path
            try await browser.get(page)
            #expect(!browser.page.contains("Put it back"))
            try await browser.post(
                page,
                [
                    "title": "Slips", "key": "falls", "numerator": "All slips", "target": "5",
                    "better": "down",
                    "change-reason": "Wider", "revision": "0",
                ]
            )
            try await browser.follow()
            #expect(browser.page.contains("<del>Falls</del> → Slips"))
            let form = try #require(
                browser.page.split(separator: "<form").first { $0.contains("Put it back") }
            )
            var fields: [String: String] = [:]
            for match in form.matches(of: /name="([^"]+)" value="([^"]*)"/) {
                fields[String(match.1)] = String(match.2)
            }
            #expect(fields["title"] == "Falls" && fields["numerator"] == "Falls with harm")
            try await browser.post(page, fields)
            #expect(browser.status == .seeOther)
            let id = measure.id
            let (now, revisions) = try await site.database.read { connection in
                (
                    try MeasureStore.find(id, on: connection),
                    try RevisionStore.all(.measure, id, on: connection)
                )
            }
            #expect(now?.title == "Falls" && now?.targets == [])
            #expect(now?.definition.numerator == "Falls with harm" && now?.definition.version == 3)
            #expect(revisions.map { $0.fields["title"] } == ["Falls", "Slips", "Falls"])
        }
    }

    @Test func `older numbers are put back as a new edition`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record(Values.stable(12), of: measure, in: site.community)
            _ = try await site.record([900], of: measure, in: site.community)
            try await site.signIn(&browser)
            try await browser.get(Address.series(site.community, series).path)
            #expect(browser.page.contains("Put it back"))
            try await browser.post(Address.restoredEdition(site.community, series).path, ["edition": "1"])
            #expect(browser.status == .seeOther)
            let (numbers, editions) = try await site.database.read { connection in
                (
                    try SeriesStore.observations(of: series, on: connection),
                    try SeriesStore.editions(of: series, on: connection)
                )
            }
            #expect(numbers[0].numerator == 101 && editions.map(\.number) == [3, 2, 1])
            #expect(editions.first?.restores == 1)
            try await browser.post(Address.restoredEdition(site.community, series).path, ["edition": "3"])
            #expect(browser.status == .badRequest)
        }
    }
}
