import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct StoryPagesTests {
    private static let fields = [
        "story-kind": "story", "story-title": "She walks to the shop", "changed": "Helped at home",
        "matters": "It is what she missed", "visibility": "community", "told-on": "2020-03-01",
    ]

    /// Tells a story; gives back its address.
    private static func tell(
        _ browser: inout Browser,
        in unit: Unit.ID,
        _ more: [String: String] = [:]
    ) async throws -> String {
        try await browser.get(Address.newStory(unit).path)
        try await browser.post(Address.newStory(unit).path, fields.merging(more) { $1 })
        #expect(browser.status == .seeOther)
        let path = try #require(browser.location?.split(separator: "?").first.map(String.init))
        try await browser.follow()
        return path
    }

    @Test func `a story is kept from others until someone agrees, and once they take it back`() async throws {
        try await TestSite.run { site, browser in
            var (own, other) = (browser, browser)
            let place = try await site.add("North", .place, inside: site.community)
            let clinic = try await site.add("Clinic", .organisation, inside: place)
            let charity = try await site.add("Charity", .organisation, inside: place)
            try await site.signIn(&own, as: .contributor, on: clinic)
            try await site.signIn(&other, as: .editor, on: charity)
            let path = try await Self.tell(&own, in: clinic)
            #expect(own.page.contains("Others see it once those whom it tells of have agreed"))
            #expect(own.page.contains("Nobody whom it tells of has agreed yet"))
            func isSeen() async throws -> Bool {
                try await other.get(path)
                let isOpen = other.status == .ok
                #expect(other.page.contains("She walks") == isOpen)
                return isOpen
            }
            #expect(try await !isSeen())
            let agreed = ["consent-who": "Mrs H", "consent-audience": "place", "consent-day": "2020-03-02"]
            try await own.post("\(path)/consents", agreed.merging(["consent-who": ""]) { $1 })
            #expect(own.status == .unprocessableContent)
            #expect(own.page.contains("Who agrees: this is needed."))
            try await own.post("\(path)/consents", agreed)
            try await own.follow()
            #expect(
                own.page.contains("Mrs H") && own.page.contains("no further, because nobody agreed to more")
            )
            #expect(try await isSeen())
            #expect(!other.page.contains("Mrs H"), "who agreed is for those who record things for the unit")
            let consent = try #require(own.page.firstMatch(of: /name="consent" value="(\S+?)"/)?.output.1)
            try await own.post("\(path)/ended-consents", ["consent": String(consent)])
            try await own.follow()
            #expect(own.page.contains("Consent was taken back"))
            #expect(try await !isSeen())
            try await other.get(Address.stories(charity).path)
            #expect(!other.page.contains("She walks"))
            // A role above doesn't reach in either, and is told that there is something.
            try await site.signIn(&other)
            try await other.get(Address.stories(site.community).path)
            #expect(!other.page.contains("She walks") && other.page.contains("1 more is not for everyone"))
            #expect(try await !isSeen())
            try await other.get(Address.bin(clinic).path)
            #expect(!other.page.contains("She walks"))
        }
    }

    @Test func `two who change a story choose between the versions, of which one is put back`() async throws {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            try await site.signIn(&first)
            try await site.signIn(&second)
            let note = ["story-kind": "learning-note"]
            let path = try await Self.tell(&first, in: site.community, note)
            let details = "\(path)/details"
            func fields(_ title: String, _ revision: Int) -> [String: String] {
                Self.fields.merging(note) { $1 }
                    .merging(["story-title": title, "revision": "\(revision)"]) { $1 }
            }
            try await first.get(details)
            try await second.get(details)
            try await first.post(details, fields("Theirs", 0))
            #expect(first.status == .seeOther)
            try await second.post(details, fields("Mine", 0))
            #expect(second.status == .conflict)
            for text in ["changed this while you were at it", "Theirs", "value=\"Mine\""] {
                #expect(second.page.contains(text), "\(text)")
            }
            try await second.post(details, fields("Mine", 1))
            try await second.follow()
            #expect(second.page.contains("Put it back") && second.page.contains("<h1>Mine</h1>"))
            try await second.post(details, fields("She walks to the shop", 2))
            try await second.follow()
            #expect(second.page.contains("<h1>She walks to the shop</h1>"))
            try await second.post("\(path)/deleted", ["delete-reason": "Told twice"])
            try await second.follow()
            #expect(!second.page.contains(">She walks to the shop</a>"))
            try await second.get(Address.bin(site.community).path)
            #expect(second.page.contains("She walks to the shop") && second.page.contains("Told twice"))
        }
    }

    @Test func `a story stands on the pages of its programme and its cycle`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id) = (site.community, sample.programme.id)
            try await site.signIn(&browser)
            try await browser.get(Address.cycle(unit, id, sample.cycle.id).path)
            let about = sample.cycle.id.description
            #expect(browser.page.contains(Address.newStory(unit).path(["about": about])))
            try await browser.get(Address.newStory(unit).path(["about": about]))
            #expect(browser.page.contains("value=\"\(about)\" selected"))
            let more = ["story-kind": "learning-note", "about": about]
            let path = try await Self.tell(&browser, in: unit, more)
            #expect(browser.page.contains("Fewer falls: does a huddle help?"))
            for address in [
                Address.cycle(unit, id, sample.cycle.id), .programme(unit, id), .stories(unit),
            ] {
                try await browser.get(address.path)
                #expect(browser.page.contains(path), "\(address.path)")
            }
            try await browser.get(Address.newStory(unit).path)
            try await browser.post(Address.newStory(unit).path, ["story-title": "T", "about": "x"])
            #expect(browser.status == .unprocessableContent)
            for text in ["Why it matters: this is needed.", "choose something from the list", "value=\"T\""] {
                #expect(browser.page.contains(text), "\(text)")
            }
        }
    }
}
