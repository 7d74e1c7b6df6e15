import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// The history of a whole theory, and starting one from another, on their pages.
struct TheoryHistoryPageTests {
    /// Renames the idea, adds a driver and takes the arrow out, a day after another.
    private static func change(
        _ sample: SampleProgramme,
        of site: TestSite,
        _ browser: inout Browser
    ) async throws {
        let (unit, id) = (sample.programme.unit, sample.programme.id)
        let node = Address.theoryNode(unit, id, sample.idea.id)
        let arrow = Address.arrow(unit, id, sample.arrow.id)
        let driver = [
            "kind": "primary-driver", "title": "Risks are seen", "to": sample.aim.id.description,
            "because": "they show",
        ]
        let steps: [(page: Address, action: Address, fields: [String: String])] = [
            (node, node, ["title": "Bells", "detail": "", "revision": "0"]),
            (.theoryNodes(unit, id), .theoryNodes(unit, id), driver),
            (arrow, .removedArrow(unit, id, sample.arrow.id), ["reason": "No"]),
        ]
        for step in steps {
            site.clock.advance(bySeconds: 86_400)
            try await site.signIn(&browser)
            try await browser.get(step.page.path)
            try await browser.post(step.action.path, step.fields)
            #expect(browser.status == .seeOther)
        }
    }

    @Test func `the theory is shown as it stood, and two versions are compared in words`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id) = (site.community, sample.programme.id)
            try await Self.change(sample, of: site, &browser)
            try await browser.follow()
            let page = Address.theoryHistory(unit, id)
            #expect(browser.page.contains("href=\"\(page.path)\""))
            try await browser.get(page.path)
            #expect(browser.page.contains("Version 4 of 4") && browser.page.contains(", as it is now"))
            #expect(browser.page.contains("type=\"range\" min=\"1\" max=\"4\""))
            #expect(
                browser.page.contains("Changed: change idea “Bells” (title: Fewer falls huddle → Bells)")
            )
            #expect(
                browser.page.contains(
                    "Added: arrow “Risks are seen” → “Fewer falls by half”, because they show"
                )
            )
            #expect(browser.page.contains("Taken out: arrow “Bells” → “Fewer falls by half”"))
            #expect(browser.page.contains("It began with 2 nodes and 1 arrow"))
            try await browser.get(page.path(["version": "1"]))
            #expect(browser.page.contains("<span class=\"name\">Fewer falls huddle</span>"))
            #expect(!browser.page.contains("<span class=\"name\">Risks are seen</span>"))
            #expect(browser.page.contains("<svg"))
            // Whichever is asked for first; marked in the list by a word and a sign.
            for query: KeyValuePairs<String, String?> in [
                ["version": "4", "against": "1"], ["version": "1", "against": "4"],
            ] {
                try await browser.get(page.path(query))
                #expect(browser.page.contains("What is different from version 1"))
                #expect(browser.page.contains("<span aria-hidden=\"true\">+</span> added</span>"))
                #expect(browser.page.contains("<span aria-hidden=\"true\">≠</span> changed</span>"))
                #expect(browser.page.contains("<span aria-hidden=\"true\">−</span> Taken out: arrow"))
            }
            let second = site.clock.now.advanced(bySeconds: -2 * 86_400).day.description
            try await browser.get(page.path(["on": second, "version": "4"]))
            #expect(browser.page.contains("Version 2 of 4"))
            try await browser.get(page.path(["on": "2001-01-01"]))
            #expect(browser.page.contains("there was nothing in the theory yet"))
            try await browser.get(page.path(["on": "soon"]))
            #expect(browser.page.contains("enter a day") && browser.page.contains("value=\"soon\""))
        }
    }

    @Test func `a measure that isn't shared with the visitor isn't named in the history either`() async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let sample = try #require(world.programmes[.shared])
            let kept = try #require(world.measures[.kept])
            let context = site.context
            try await site.database.write { connection in
                let measure = try #require(try MeasureStore.find(kept, on: connection))
                let (idea, programme) = (sample.idea, sample.programme)
                try TheoryStore.hang(measure, on: idea, as: .outcome, of: programme, context, on: connection)
                try TheoryStore.takeDown(measure, from: idea, of: programme, context, on: connection)
            }
            let (unit, id) = (world.own, sample.programme.id)
            for address in [Address.theoryHistory(unit, id), .theoryNode(unit, id, sample.idea.id)] {
                try await site.signIn(&browser, as: .viewer, on: world.beside)
                try await browser.get(address.path)
                #expect(browser.status == .ok && !browser.page.contains("Secret falls"))
            }
            try await site.signIn(&browser, as: .editor, on: world.own)
            try await browser.get(Address.theoryNode(unit, id, sample.idea.id).path)
            #expect(browser.page.contains("Secret falls (outcome)"))
        }
    }

    @Test func `a new programme starts from a template, or from a copy of one that may be read`() async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let (shared, kept) = (
                try #require(world.programmes[.shared]), try #require(world.programmes[.kept])
            )
            try await site.signIn(&browser, as: .editor, on: world.beside)
            let new = Address.newProgramme(world.beside).path
            try await browser.get(new)
            #expect(browser.page.contains("Template: Home before noon"))
            #expect(browser.page.contains("Copy: Fewer falls") && !browser.page.contains("Secret falls"))
            func start(_ choice: String, _ visibility: String = "unit") async throws -> Theory? {
                let fields = [
                    "title": "Started \(choice.suffix(4)) \(visibility)", "purpose": "From another",
                    "visibility": visibility, "start-from": choice,
                ]
                try await browser.get(new)
                try await browser.post(new, fields)
                let title = try #require(fields["title"])
                return try await site.database.read { connection in
                    let all = try ProgrammeStore.all(of: world.beside, on: connection)
                    guard let made = all.first(where: { $0.title == title }) else { return nil }
                    return try TheoryStore.theory(of: made.id, on: connection)
                }
            }
            #expect(try await start("template:ward-falls")?.nodes.count == 8)
            let copy = try await start("programme:\(shared.programme.id)")
            #expect(copy?.links.map(\.because) == ["people speak up early"])
            // One that the visitor may not read isn't there to copy, and what isn't offered makes nothing.
            for choice in ["programme:\(kept.programme.id)", "template:none"] {
                #expect(try await start(choice) == nil)
                #expect(browser.status == .unprocessableContent)
                #expect(browser.page.contains("Choose one from the list"))
                #expect(browser.page.contains("value=\"Started \(choice.suffix(4)) unit\""))
            }
            // Shared with a place only, it isn't copied for the whole community.
            #expect(try await start("programme:\(shared.programme.id)", "community") == nil)
            #expect(browser.page.contains("More people could read the copy"))
        }
    }
}
