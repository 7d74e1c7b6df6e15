import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// Evidence of arrows, on the pages.
struct EvidencePagesTests {
    private static let study = [
        "evidence-title": "Lee and others, Falls on wards, J Care 12", "evidence-year": "2019",
        "evidence-place": "Leeds", "evidence-says": "Half as many falls", "bearing": "for",
        "evidence-why": "Their wards are like ours",
    ]

    private static func new(_ sample: SampleProgramme, _ kind: EvidenceKind) -> String {
        Address.newEvidence(sample.programme.unit, sample.programme.id, sample.arrow.id, kind).path
    }

    private static func arrow(_ sample: SampleProgramme) -> String {
        Address.arrow(sample.programme.unit, sample.programme.id, sample.arrow.id).path
    }

    /// The options of a choice on a page, without an empty one.
    private static func options(_ page: String) -> [String] {
        page.matches(of: /<option value="([0-9a-f-]{36})"/).map { String($0.1) }
    }

    @Test func `a study is attached, changed, taken away and put back; what is wrong comes back filled in`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            try await site.signIn(&browser, as: .editor, on: site.community)
            site.clock.advance(bySeconds: 60)
            try await browser.get(Self.arrow(sample))
            #expect(
                browser.page.contains("Untested: 1 document says both, or it is unclear which; stories and")
            )
            #expect(browser.page.contains("href=\"\(Self.new(sample, .study))\""))
            try await browser.get(Self.new(sample, .study))
            let wrong = Self.study.merging(["evidence-year": "soon", "evidence-why": ""]) { $1 }
            try await browser.post(Self.new(sample, .study), wrong)
            #expect(browser.status == .unprocessableContent)
            for text in [
                "Year: enter the year in which it was published", "Why it speaks so: this is needed.",
                "value=\"Lee and others", ">Half as many falls</textarea>",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
            try await browser.post(Self.new(sample, .study), Self.study)
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("Supported: 1 outside study speaks for it; 1 document says both"))
            #expect(browser.page.contains("<dt>By its evidence</dt><dd>supported</dd>"))
            try await browser.get(Address.programme(site.community, sample.programme.id).path)
            #expect(browser.page.contains("(1 outside study, 1 document)"))
            try await browser.get(Self.arrow(sample))
            let path = try #require(
                browser.page.firstMatch(of: /href="(\S+)">Lee and others, Falls on wards, J Care 12 \(2019\)/)
            ).1
            try await browser.get(String(path))
            let changed = Self.study.merging(["bearing": "against", "revision": "0"]) { $1 }
            try await browser.post(String(path), changed)
            try await browser.get(Self.arrow(sample))
            #expect(browser.page.contains("Refuted: 1 outside study speaks against it;"))
            try await browser.get(String(path))
            try await browser.post(String(path), ["in-theory": "no", "reason": "", "revision": "1"])
            #expect(browser.status == .unprocessableContent)
            try await browser.post(String(path), ["in-theory": "no", "reason": "Too old", "revision": "1"])
            try await browser.follow()
            #expect(browser.page.contains("It was taken away") && browser.page.contains("Too old"))
            try await browser.get(Self.arrow(sample))
            #expect(browser.page.contains("Evidence that was taken away"))
            #expect(browser.page.contains("Untested: 1 document"))
            try await browser.get(String(path))
            try await browser.post(String(path), ["in-theory": "yes", "revision": "2"])
            try await browser.get(Self.arrow(sample))
            #expect(browser.page.contains("Refuted: 1 outside study speaks against it;"))
            let history = Address.theoryHistory(site.community, sample.programme.id).path
            try await browser.get(history)
            #expect(browser.page.contains("outside study “Lee and others"))
        }
    }

    @Test func `a signal is chosen from those of the programme's measures, and its page says so`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (falls, other) = (try await site.addMeasure(), try await site.addMeasure("other"))
            let series = try await site.record(Values.shifted, of: falls, in: site.community)
            let elsewhere = try await site.record(Values.shifted, of: other, in: site.community)
            try await site.signIn(&browser, as: .editor, on: site.community)
            try await browser.get(Self.new(sample, .signal))
            #expect(browser.page.contains("No signal can be attached"))
            let context = site.context
            try await site.database.write {
                try TheoryStore.hang(
                    falls,
                    on: sample.aim,
                    as: .outcome,
                    of: sample.programme,
                    context,
                    on: $0
                )
            }
            let (own, foreign) = try await site.database.read { connection in
                (
                    try SignalStore.all(of: series, on: connection).map(\.id),
                    try SignalStore.all(of: elsewhere, on: connection).map(\.id)
                )
            }
            try await browser.get(Self.new(sample, .signal))
            #expect(Set(Self.options(browser.page)) == Set(own.map(\.description)))
            let fields = ["bearing": "against", "evidence-why": "It went up", "evidence-target": ""]
            let signal = try #require(own.first)
            try await browser.post(
                Self.new(sample, .signal),
                fields.merging(["evidence-target": try #require(foreign.first).description]) { $1 }
            )
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Which one: choose one from the list."))
            try await browser.post(
                Self.new(sample, .signal),
                fields.merging(["evidence-target": signal.description]) { $1 }
            )
            try await browser.follow()
            #expect(browser.page.contains("Refuted: 1 signal speaks against it"))
            try await browser.get(Address.signal(site.community, signal).path)
            #expect(browser.page.contains("What it is evidence of"))
            #expect(browser.page.contains("Fewer falls huddle → Fewer falls by half"))
            try await browser.post(
                Address.signalSteps(site.community, signal).path,
                ["step": "dismiss", "dismissal": "Counted twice", "seen": "new"]
            )
            #expect(browser.status == .seeOther)
            try await browser.get(Self.arrow(sample))
            #expect(browser.page.contains("dismissed: doesn’t count"))
            #expect(browser.page.contains("Untested: 1 document"))
        }
    }

    /// Tells a story to which someone agrees for its unit only; gives back its address.
    private static func story(in unit: Unit.ID, _ browser: inout Browser) async throws -> String {
        try await browser.get(Address.newStory(unit).path)
        try await browser.post(
            Address.newStory(unit).path,
            [
                "story-kind": "story", "story-title": "She walks to the shop", "changed": "Helped",
                "matters": "She missed it", "visibility": "community", "told-on": "2020-03-01",
            ]
        )
        let story = try #require(browser.location?.split(separator: "?").first.map(String.init))
        try await browser.get(story)
        try await browser.post(
            "\(story)/consents",
            ["consent-who": "Mrs H", "consent-audience": "unit", "consent-day": "2020-03-02"]
        )
        return story
    }

    @Test func `whoever may not read a story sees that there is evidence, and no word or effect of it`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (own, other) = (browser, browser)
            let place = try await site.add("North", .place, inside: site.community)
            let clinic = try await site.add("Clinic", .organisation, inside: place)
            let charity = try await site.add("Charity", .organisation, inside: place)
            let sample = try await SampleProgramme("Fewer falls", .place, in: clinic, of: site)
            try await site.signIn(&own, as: .editor, on: clinic)
            try await site.signIn(&other, as: .viewer, on: charity)
            try await own.get(Self.new(sample, .story))
            #expect(own.page.contains("No story can be attached"))
            let story = try await Self.story(in: clinic, &own)
            try await own.get(Self.new(sample, .study))
            try await own.post(Self.new(sample, .study), Self.study)
            try await own.get(Self.new(sample, .story))
            let id = try #require(Self.options(own.page).first)
            try await own.post(
                Self.new(sample, .story),
                ["evidence-target": id, "bearing": "against", "evidence-why": "Her neighbour fell"]
            )
            try await own.follow()
            #expect(own.page.contains("Mixed: 1 outside study speaks for it; 1 story speaks against it"))
            let evidence = try #require(own.page.firstMatch(of: /href="(\S+)">She walks to the shop/)).1
            try await own.get(story)
            #expect(own.page.contains("What it is evidence of") && own.page.contains("Her neighbour fell"))
            let (unit, programme) = (clinic, sample.programme.id)
            for address in [
                Address.arrow(unit, programme, sample.arrow.id), .programme(unit, programme),
                .theoryHistory(unit, programme), .theoryNode(unit, programme, sample.idea.id),
                .theoryPicture(unit, programme, .init(.driverDiagram, .svg)),
            ] {
                try await other.get(address.path)
                #expect(other.status == .ok, "\(address)")
                for secret in ["She walks", "neighbour", id, String(evidence)] {
                    #expect(!other.page.contains(secret), "\(secret) on \(address)")
                }
                #expect(!other.page.contains("mixed on “"), "\(address)")
            }
            try await other.get(Self.arrow(sample))
            #expect(other.page.contains("Supported: 1 outside study speaks for it"))
            #expect(other.page.contains("1 more piece of evidence isn’t shared with you"))
            #expect(!other.page.contains("Attach evidence"))
            try await other.get(String(evidence))
            #expect(other.status == .notFound)
            try await own.get(Address.audit(clinic).path)
            #expect(!own.page.contains("Her neighbour fell"))
        }
    }

    @Test func `a public link shows of the evidence the outside studies only`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Quiet nights", in: site.community, of: site)
            try await site.signIn(&browser)
            try await browser.get(Self.new(sample, .study))
            try await browser.post(Self.new(sample, .study), Self.study)
            try await browser.get(Self.new(sample, .document))
            try await browser.post(
                Self.new(sample, .document),
                [
                    "evidence-title": "Inner minutes", "evidence-place": "https://inner.example/minutes",
                    "bearing": "against", "evidence-why": "The board doubts it",
                ]
            )
            try await browser.follow()
            #expect(browser.page.contains("href=\"https://inner.example/minutes\""))
            #expect(browser.page.contains("Mixed: 1 outside study speaks for it; 1 document speaks against"))
            try await browser.get(Address.programme(site.community, sample.programme.id).path)
            try await browser.post(Address.programmeLinks(site.community, sample.programme.id).path)
            let link = try #require(browser.page.firstMatch(of: /127\.0\.0\.1:8080(\/shared\/[\w-]{43})</)).1
            var anyone = browser
            anyone.cookie = nil
            try await anyone.get(String(link))
            for text in ["Lee and others", "(2019)", "Half as many falls", "(supported)"] {
                #expect(anyone.page.contains(text), "\(text)")
            }
            for text in ["Inner", "inner.example", "doubts", "Their wards", "minutes"] {
                #expect(!anyone.page.contains(text), "\(text)")
            }
        }
    }
}
