import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// Two people who change one programme, node, arrow or cycle: the second is shown both versions, and loses nothing.
struct TheoryConflictTests {
    private struct Case: Sendable {
        let page: Address
        let action: Address
        let theirs: [String: String]
        let yours: [String: String]
        /// The field that both changed.
        let field: String
        /// What of yours must be on the page again.
        let typed: String
    }

    private static func cases(_ sample: SampleProgramme, day: String) -> [Case] {
        theoryCases(sample) + evidenceCases(sample) + cycleCases(sample, day: day)
    }

    private static func theoryCases(_ sample: SampleProgramme) -> [Case] {
        let (unit, id) = (sample.programme.unit, sample.programme.id)
        func programme(_ title: String) -> [String: String] {
            ["title": title, "purpose": "All", "visibility": "place", "state": "draft"]
        }
        func arrow(_ because: String) -> [String: String] { ["because": because, "assumptions": ""] }
        func judgement(_ reason: String) -> [String: String] {
            ["judgement": "mixed", "judgement-reason": reason]
        }
        let node = Address.theoryNode(unit, id, sample.idea.id)
        let link = Address.arrow(unit, id, sample.arrow.id)
        return [
            Case(
                page: .programmeDetails(unit, id),
                action: .programmeDetails(unit, id),
                theirs: programme("Theirs"),
                yours: programme("Yours"),
                field: "title",
                typed: "value=\"Yours\""
            ),
            Case(
                page: node,
                action: node,
                theirs: ["title": "Theirs", "detail": ""],
                yours: ["title": "Yours", "detail": "More"],
                field: "title",
                typed: "value=\"Yours\""
            ),
            Case(
                page: link,
                action: link,
                theirs: arrow("Theirs"),
                yours: arrow("Yours"),
                field: "because",
                typed: ">Yours</textarea>"
            ),
            Case(
                page: link,
                action: link,
                theirs: judgement("Theirs"),
                yours: judgement("Yours"),
                field: "judgement-reason",
                typed: ">Yours</textarea>"
            ),
        ]
    }

    private static func evidenceCases(_ sample: SampleProgramme) -> [Case] {
        func evidence(_ why: String) -> [String: String] {
            [
                "evidence-title": "Minutes", "evidence-place": "In the office", "evidence-says": "",
                "bearing": "for", "evidence-why": why,
            ]
        }
        let paper = Address.evidence(sample.programme.unit, sample.programme.id, sample.evidence.id)
        return [
            Case(
                page: paper,
                action: paper,
                theirs: evidence("Theirs"),
                yours: evidence("Yours"),
                field: "evidence-why",
                typed: ">Yours</textarea>"
            )
        ]
    }

    private static func cycleCases(_ sample: SampleProgramme, day: String) -> [Case] {
        let (unit, id) = (sample.programme.unit, sample.programme.id)
        let cycle = Address.cycle(unit, id, sample.cycle.id)
        func plan(_ who: String) -> [String: String] {
            [
                "question": sample.cycle.question, "prediction": "Two fewer a month", "plan-who": who,
                "level": "",
            ]
        }
        func study(_ happened: String) -> [String: String] {
            ["happened": happened, "prediction-outcome": "partly"]
        }
        func closure(_ learned: String) -> [String: String] {
            ["learned": learned, "decision": "adapt", "decision-reason": "So"]
        }
        return [
            Case(
                page: .cyclePlan(unit, id, sample.cycle.id),
                action: .cyclePlan(unit, id, sample.cycle.id),
                theirs: plan("Theirs"),
                yours: plan("Yours"),
                field: "plan-who",
                typed: "value=\"Yours\""
            ),
            Case(
                page: cycle,
                action: .cycleStart(unit, id, sample.cycle.id),
                theirs: ["began": day],
                yours: ["began": "2020-01-02"],
                field: "began",
                typed: "value=\"2020-01-02\""
            ),
            Case(
                page: cycle,
                action: .cycleStudy(unit, id, sample.cycle.id),
                theirs: study("Theirs"),
                yours: study("Yours"),
                field: "happened",
                typed: ">Yours</textarea>"
            ),
            Case(
                page: cycle,
                action: .cycleClosure(unit, id, sample.cycle.id),
                theirs: closure("Theirs"),
                yours: closure("Yours"),
                field: "learned",
                typed: ">Yours</textarea>"
            ),
        ]
    }

    @Test func `a programme, a node, an arrow and each step of a cycle are held against what they say now`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            try await site.signIn(&first)
            try await site.signIn(&second)
            for form in Self.cases(sample, day: site.clock.now.day.description) {
                let action = form.action.path
                try await first.get(form.page.path)
                try await second.get(form.page.path)
                let opened = try #require(
                    second.forms(to: action).compactMap { form in
                        form.firstMatch(of: /name="revision" value="(\d+)"/).map { String($0.1) }
                    }.first
                )
                func sent(_ fields: [String: String], _ revision: String) -> [String: String] {
                    fields.merging(["revision": revision]) { first, _ in first }
                }
                try await first.post(action, sent(form.theirs, opened))
                #expect(first.status == .seeOther, "\(action)")
                try await second.post(action, sent(form.yours, opened))
                #expect(second.status == .conflict, "\(action)")
                #expect(second.page.contains("changed this while you were at it"), "\(action)")
                #expect(second.page.contains(form.typed), "\(action)")
                #expect(second.page.contains("name=\"take-\(form.field)\""), "\(action)")
                // Yours, chosen, is saved; theirs stays in the history.
                let hidden = try second.hidden(in: action, holding: "while you were at it")
                let revision = try #require(hidden["revision"])
                #expect(revision != opened)
                try await second.post(
                    action,
                    hidden.merging(sent(form.yours, revision)) { _, new in new }
                )
                #expect(second.status == .seeOther, "\(action) \(second.page.suffix(3_000))")
                try await second.get(form.page.path)
                #expect(!second.page.contains("while you were at it"))
            }
        }
    }

    @Test func `what was typed into a step stays when the cycle was taken back meanwhile`() async throws {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id, cycle) = (sample.programme.unit, sample.programme.id, sample.cycle.id)
            try await site.signIn(&first)
            try await site.signIn(&second)
            let page = Address.cycle(unit, id, cycle).path
            try await first.get(page)
            let day = site.clock.now.day.description
            try await first.post(Address.cycleStart(unit, id, cycle).path, ["began": day, "revision": "0"])
            try await second.get(page)
            try await first.get(page)
            let back = Address.restoredCycle(unit, id, cycle).path
            try await first.post(back, try first.hidden(in: back))
            #expect(first.location == "\(page)?done=cycle-put-back")
            try await second.post(
                Address.cycleStudy(unit, id, cycle).path,
                ["happened": "Much happened", "prediction-outcome": "partly", "revision": "1"]
            )
            #expect(second.status == .unprocessableContent)
            #expect(second.page.contains(">Much happened</textarea>"))
        }
    }

    @Test func `who puts something back that changed meanwhile is asked as well`() async throws {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id, cycle) = (sample.programme.unit, sample.programme.id, sample.cycle.id)
            try await site.signIn(&first)
            try await site.signIn(&second)
            let plan = Address.cyclePlan(unit, id, cycle).path
            func replan(_ question: String, _ revision: String) async throws {
                try await first.get(plan)
                let fields = ["question": question, "prediction": "Two fewer a month", "level": ""]
                try await first.post(plan, fields.merging(["revision": revision]) { first, _ in first })
                #expect(first.status == .seeOther)
            }
            try await replan("Does a huddle help at night?", "0")
            let page = Address.cycle(unit, id, cycle).path
            let back = Address.restoredCycle(unit, id, cycle).path
            try await second.get(page)
            let button = try second.hidden(in: back)
            try await replan("Does a huddle help at noon?", "1")
            try await second.post(back, button)
            #expect(second.status == .conflict)
            #expect(second.page.contains("Does a huddle help at noon?"))
            let choice = try second.hidden(in: back, holding: "while you were at it")
            try await second.post(back, choice.merging(["take-question": "mine"]) { _, new in new })
            #expect(second.status == .seeOther)
            let now = try await site.database.read { try CycleStore.find(cycle, on: $0) }
            #expect(now?.question == sample.cycle.question)
        }
    }
}
