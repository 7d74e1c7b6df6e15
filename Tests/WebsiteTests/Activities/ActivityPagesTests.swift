import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Activities of leaders, from the list to the bin.
struct ActivityPagesTests {
    private static let fields = [
        "activity-kind": "exchange", "activity-title": "A week in each other’s work",
        "activity-level": "micro",
        "first-day": "2026-02-02", "last-day": "", "activity-purpose": "See the other side",
        "participants": "8",
    ]

    @Test func `an activity is added, changed, put back and deleted`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser, as: .contributor, on: site.community)
            let list = Address.activities(.list(site.community)).path
            try await browser.get(list)
            #expect(browser.page.contains("None is on record here."))
            try await browser.post(list, Self.fields)
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("1 activity: 1 over."))
            let path = try #require(
                browser.page.firstMatch(of: /href="([^"]*\/activities\/[^"]+)"/).map { String($0.1) }
            )
            try await browser.get(path)
            #expect(browser.page.contains("<dd>2 February 2026</dd>"))
            var changed = Self.fields
            changed["last-day"] = "2026-02-06"
            changed["revision"] = "0"
            try await browser.post(path, changed)
            #expect(browser.status == .seeOther)
            try await browser.get(path)
            #expect(browser.page.contains("from 2 February 2026 to 6 February 2026"))
            #expect(browser.page.contains("Put it back"))
            try await browser.post("\(path)/deleted", ["delete-reason": "Twice"])
            #expect(browser.status == .seeOther)
            try await browser.get(path)
            #expect(browser.status == .notFound)
            try await browser.get(Address.bin(site.community).path)
            #expect(browser.page.contains("A week in each other’s work"))
        }
    }

    @Test func `what is wrong is said at its field, and what was typed stays`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser, as: .contributor, on: site.community)
            let list = Address.activities(.list(site.community)).path
            try await browser.get(list)
            for (name, value, sentence) in [
                ("activity-title", "", "Enter this."),
                ("first-day", "soon", "Enter a day, like 2026-03-01."),
                ("last-day", "2026-02-01", "Enter a last day that is not before the first one."),
                ("participants", "many", "Enter a whole number"),
                ("participants", "0", "Enter a number of people from 1 to 100,000"),
            ] {
                try await browser.post(list, Self.fields.merging([name: value]) { $1 })
                #expect(browser.status == .unprocessableContent, "\(name)")
                #expect(browser.page.contains(sentence), "\(name)")
                #expect(browser.page.contains("See the other side"))
            }
            let kept = try await site.database.read { connection in
                try connection.one("SELECT COUNT(*) FROM activity") { try $0.integer(0) }
            }
            #expect(kept == 0)
        }
    }

    @Test func `a second editor sees both versions, and a viewer no form`() async throws {
        try await TestSite.run { site, browser in
            var (editor, viewer) = (browser, browser)
            try await site.signIn(&editor, as: .contributor, on: site.community)
            try await site.signIn(&viewer, as: .viewer, on: site.community)
            let list = Address.activities(.list(site.community)).path
            try await editor.get(list)
            try await editor.post(list, Self.fields)
            try await editor.follow()
            let path = try #require(
                editor.page.firstMatch(of: /href="([^"]*\/activities\/[^"]+)"/).map { String($0.1) }
            )
            var first = Self.fields
            (first["revision"], first["activity-title"]) = ("0", "Theirs")
            try await editor.get(path)
            try await editor.post(path, first)
            #expect(editor.status == .seeOther)
            (first["revision"], first["activity-title"]) = ("0", "Mine")
            try await editor.post(path, first)
            #expect(editor.status == .conflict)
            #expect(editor.page.contains("Theirs") && editor.page.contains("Mine"))
            try await viewer.get(path)
            #expect(viewer.status == .ok && !viewer.page.contains("Change it"))
            try await viewer.get(list)
            #expect(!viewer.page.contains("Add an activity"))
        }
    }
}
