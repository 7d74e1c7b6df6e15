import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// The ways back on the pages of programmes, nodes, arrows and cycles.
struct TheoryUndoTests {
    private static func theory(_ sample: SampleProgramme, _ site: TestSite) async throws -> Theory {
        try await site.database.read { try TheoryStore.theory(of: sample.programme.id, on: $0) }
    }

    /// Presses the first way back on a page: that to the state before the newest.
    private static func undo(
        _ page: Address,
        by action: Address? = nil,
        _ browser: inout Browser
    ) async throws {
        try await browser.get(page.path)
        let way = (action ?? page).path
        let button = try browser.hidden(in: way, holding: "class=\"link\">Put it back")
        try await browser.post(way, button)
        #expect(browser.status == .seeOther, "\(way) \(browser.page.suffix(2_000))")
    }

    @Test func `a programme, a node and an arrow go back to what they said`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id) = (sample.programme.unit, sample.programme.id)
            try await site.signIn(&browser)
            let details = Address.programmeDetails(unit, id)
            try await browser.get(details.path)
            try await browser.post(
                details.path,
                ["title": "No falls", "purpose": "None", "visibility": "unit", "revision": "0"]
            )
            try await browser.get(details.path)
            #expect(browser.page.contains("<del>Fewer falls</del> → No falls"))
            try await Self.undo(details, &browser)
            let programme = try await site.database.read { try ProgrammeStore.find(id, on: $0) }
            #expect(programme?.fields == sample.programme.fields)
            let before = try await Self.theory(sample, site)
            let node = Address.theoryNode(unit, id, sample.idea.id)
            try await browser.get(node.path)
            try await browser.post(node.path, ["title": "Bells", "detail": "Many", "revision": "0"])
            #expect(try await Self.theory(sample, site) != before)
            try await Self.undo(node, &browser)
            #expect(try await Self.theory(sample, site) == before)
            let arrow = Address.arrow(unit, id, sample.arrow.id)
            try await browser.get(arrow.path)
            try await browser.post(arrow.path, ["because": "they ring", "assumptions": "A", "revision": "0"])
            try await browser.get(arrow.path)
            try await browser.post(
                arrow.path,
                ["judgement": "refuted", "judgement-reason": "I saw it", "revision": "1"]
            )
            #expect(try await Self.theory(sample, site).links.first?.judgement?.state == .refuted)
            try await Self.undo(arrow, &browser)
            #expect(try await Self.theory(sample, site).links.first?.judgement == nil)
            #expect(try await Self.theory(sample, site).links.first?.because == "they ring")
            try await browser.get(arrow.path)
            let first = try browser.hidden(in: arrow.path, holding: "value=\"people speak up early\"")
            try await browser.post(arrow.path, first)
            #expect(try await Self.theory(sample, site) == before)
        }
    }

    @Test func `saving a form as it stands changes nothing and harms nothing`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id) = (sample.programme.unit, sample.programme.id)
            try await site.signIn(&browser)
            let forms: [(Address, [String: String])] = [
                (
                    .programmeDetails(unit, id),
                    ["title": "Fewer falls", "purpose": "Fewer falls, for everyone", "visibility": "place"]
                ),
                (.theoryNode(unit, id, sample.idea.id), ["title": "Fewer falls huddle", "detail": ""]),
                (
                    .arrow(unit, id, sample.arrow.id),
                    ["because": "people speak up early", "assumptions": ""]
                ),
                (
                    .cyclePlan(unit, id, sample.cycle.id),
                    ["question": sample.cycle.question, "prediction": "Two fewer a month"]
                ),
            ]
            for (address, fields) in forms {
                try await browser.get(address.path)
                try await browser.post(address.path, fields)
                #expect(browser.status == .seeOther, "\(address.path)")
                try await browser.get(address.path)
                #expect(!browser.page.contains("history-of-it"), "\(address.path)")
            }
            let judgement = ["judgement": "mixed", "judgement-reason": "So", "revision": "0"]
            for _ in 0..<2 {
                try await browser.post(Address.arrow(unit, id, sample.arrow.id).path, judgement)
                #expect(browser.status == .seeOther)
            }
        }
    }

    @Test func `what was taken out is found from the programme and put back`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let falls = try await site.addMeasure()
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id, idea) = (sample.programme.unit, sample.programme.id, sample.idea.id)
            let node = Address.theoryNode(unit, id, idea)
            try await site.signIn(&browser)
            try await browser.get(node.path)
            try await browser.post(
                Address.nodeMeasures(unit, id, idea).path,
                ["hung-measure": falls.id.pathText, "tag": "outcome"]
            )
            let before = try await Self.theory(sample, site)
            #expect(before.measures.count == 1)
            try await browser.get(node.path)
            try await browser.post(
                Address.nodeMeasures(unit, id, idea).path,
                ["taken-down": falls.id.pathText]
            )
            #expect(try await Self.theory(sample, site).measures.isEmpty)
            try await browser.get(node.path)
            #expect(browser.page.contains("Measures that hang on it: <del>Falls (outcome)</del> → nothing"))
            try await Self.undo(node, &browser)
            #expect(try await Self.theory(sample, site) == before)
            try await browser.get(node.path)
            try await browser.post(Address.removedNode(unit, id, idea).path, ["reason": "It did not work"])
            try await browser.follow()
            #expect(browser.page.contains("<a href=\"\(node.path)\"><del>Fewer falls huddle</del>"))
            #expect(browser.page.contains("href=\"\(Address.arrow(unit, id, sample.arrow.id).path)\"><del>"))
            // The arrow doesn't come back before its node.
            let arrow = Address.arrow(unit, id, sample.arrow.id)
            try await browser.get(arrow.path)
            let back = try browser.hidden(in: arrow.path, holding: ">Put it back</button>")
            try await browser.post(arrow.path, back)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("put that back first"))
            try await browser.get(node.path)
            #expect(browser.page.contains("It was taken out") && browser.page.contains("It did not work"))
            #expect(!browser.page.contains("Add an arrow") && !browser.page.contains("Start a cycle"))
            let button = try browser.hidden(in: node.path, holding: "<button>Put it back</button>")
            try await browser.post(node.path, button)
            #expect(try await Self.theory(sample, site) == before)
            try await browser.get(arrow.path)
            try await browser.post(Address.removedArrow(unit, id, sample.arrow.id).path, ["reason": "No"])
            try await browser.get(arrow.path)
            let again = try browser.hidden(in: arrow.path, holding: ">Put it back</button>")
            try await browser.post(arrow.path, again)
            #expect(try await Self.theory(sample, site) == before)
        }
    }

    @Test func `a node that was moved goes back to its place`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id) = (sample.programme.unit, sample.programme.id)
            let context = site.context
            let second = TheoryNode(id: context.makeID(), programme: id, kind: .changeIdea, title: "Bells")
            try await site.database.write {
                try TheoryStore.add(second, to: sample.programme, context, on: $0)
            }
            try await site.signIn(&browser)
            let page = Address.theoryNode(unit, id, second.id)
            try await browser.get(page.path)
            try await browser.post(Address.movedNode(unit, id, second.id).path, ["direction": "up"])
            #expect(browser.status == .seeOther)
            #expect(try await Self.theory(sample, site).nodes.map(\.title).last == "Fewer falls huddle")
            try await Self.undo(page, &browser)
            #expect(try await Self.theory(sample, site).nodes.map(\.title).last == "Bells")
        }
    }

    @Test func `closing a cycle is undone, and what is on record of it corrected`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id, cycle) = (sample.programme.unit, sample.programme.id, sample.cycle.id)
            try await site.signIn(&browser)
            let page = Address.cycle(unit, id, cycle)
            let steps: [(Address, [String: String])] = [
                (.cycleStart(unit, id, cycle), ["began": site.clock.now.day.description]),
                (
                    .cycleStudy(unit, id, cycle),
                    ["happened": "Three fewer", "prediction-outcome": "as-predicted"]
                ),
                (
                    .cycleClosure(unit, id, cycle),
                    ["learned": "Short is enough", "decision": "adopt", "decision-reason": "It works"]
                ),
            ]
            for (index, step) in steps.enumerated() {
                try await browser.get(page.path)
                let fields = step.1.merging(["revision": "\(index)"]) { first, _ in first }
                try await browser.post(step.0.path, fields)
                #expect(browser.status == .seeOther)
            }
            try await Self.undo(page, by: .restoredCycle(unit, id, cycle), &browser)
            try await browser.follow()
            #expect(browser.page.contains("The cycle is as it was then"))
            #expect(browser.page.contains("Close the cycle"))
            let open = try await site.database.read { try CycleStore.find(cycle, on: $0) }
            #expect(open?.phase == .study && open?.learned == "")
            // What happened is corrected on a page that has gone on.
            #expect(browser.page.contains("Correct what happened"))
            let fields = ["happened": "Four fewer", "prediction-outcome": "partly", "revision": "4"]
            try await browser.post(Address.cycleStudy(unit, id, cycle).path, fields)
            #expect(browser.status == .seeOther)
            let corrected = try await site.database.read { try CycleStore.find(cycle, on: $0) }
            #expect(corrected?.happened == "Four fewer" && corrected?.phase == .study)
        }
    }

    @Test func `a programme and a cycle are deleted, and come out of the bin, by those who may`() async throws
    {
        try await TestSite.run { site, browser in
            var (contributor, editor) = (browser, browser)
            let world = try await AccessWorld(site)
            let sample = try await SampleProgramme("Fewer slips", .unit, in: world.own, of: site)
            let (id, cycle) = (sample.programme.id, sample.cycle.id)
            try await site.signIn(&contributor, as: .contributor, on: world.own)
            try await site.signIn(&editor, as: .editor, on: world.own)
            try await contributor.get(Address.cycle(world.own, id, cycle).path)
            try await contributor.post(
                Address.deletedCycle(world.own, id, cycle).path,
                ["delete-reason": "Never happened"]
            )
            try await contributor.get(Address.cycle(world.own, id, cycle).path)
            #expect(contributor.status == .notFound)
            try await contributor.get(Address.bin(world.own).path)
            #expect(contributor.page.contains("Never happened"))
            #expect(!contributor.page.contains("Delete it for good now"))
            // Nobody above the unit is told of a cycle that it keeps.
            var above = browser
            try await site.signIn(&above, as: .administrator, on: site.community)
            try await above.get(Address.bin(site.community).path)
            #expect(!above.page.contains("Fewer slips") && !above.page.contains("Never happened"))
            try await above.get(Address.audit(site.community).path)
            #expect(!above.page.contains("Fewer slips"))
            try await editor.get(Address.programmeDetails(world.own, id).path)
            try await editor.post(Address.deletedProgramme(world.own, id).path, ["delete-reason": "Twice"])
            try await editor.follow()
            #expect(editor.page.contains("It is in the bin") && !editor.page.contains("Fewer slips"))
            try await contributor.get(Address.bin(world.own).path)
            #expect(!contributor.page.contains("Twice"), "a programme is for editors to take out")
            try await editor.get(Address.bin(world.own).path)
            let restore = try #require(
                editor.page.split(separator: "<tr>").first { $0.contains(">Twice<") }?
                    .firstMatch(of: /action="(\S+\/restored)"/).map { String($0.1) }
            )
            try await editor.post(restore)
            try await editor.get(Address.programme(world.own, id).path)
            #expect(editor.status == .ok && editor.page.contains("Fewer slips by half"))
        }
    }
}
