import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// The rule for small numbers in the form of a measure.
struct DisclosureFormTests {
    private static let sound = [
        "title": "Falls", "key": "falls", "numerator": "Falls with harm", "stakeholder": "patient",
        "role": "outcome", "better": "down", "period": "month", "chart": "c", "rules": "mdc", "decimals": "0",
        "multiplier": "1", "visibility": "unit", "disclosure": "5", "disclosure-zeros": "no",
        "disclosure-rounding": "10",
    ]

    @Test func `a rule is set with a measure and comes back filled in`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.newMeasure(site.community).path)
            try await browser.post(Address.newMeasure(site.community).path, Self.sound)
            #expect(browser.status == .seeOther, "\(browser.page.suffix(2_000))")
            let measure = try #require(try await site.database.read { try MeasureStore.all(on: $0) }.first)
            #expect(measure.disclosure == DisclosureRule(threshold: 5, rounding: 10))
            try await browser.get(Address.measure(site.community, measure.id).path)
            #expect(browser.page.contains("name=\"disclosure\" type=\"number\" value=\"5\""))
            #expect(browser.page.contains("<option value=\"10\" selected>to the nearest 10</option>"))
        }
    }

    @Test(arguments: [
        (["disclosure": "1"], "Use a number from 2 to 100."), (["disclosure": "few"], "Use a whole number."),
        (["chart": "t"], "Small numbers can be withheld where people or events are counted"),
    ])
    func `what can't be a rule is said at its field`(wrong: ([String: String], String)) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.newMeasure(site.community).path)
            let fields = Self.sound.merging(wrong.0) { $1 }
            try await browser.post(Address.newMeasure(site.community).path, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains(wrong.1), "\(browser.page.suffix(2_000))")
            #expect(browser.page.contains("href=\"#disclosure\""))
        }
    }

    @Test func `an editor may set a rule, and only an administrator may lift it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            let measure = try await site.addMeasure { measure in
                measure.unit = clinic
                measure.chart.kind = .c
            }
            let page = Address.measure(clinic, measure.id).path
            try await site.signIn(&browser, as: .editor, on: clinic)
            try await browser.get(page)
            try await browser.post(page, Self.sound.merging(["revision": revision(browser)]) { $1 })
            #expect(browser.status == .seeOther, "\(browser.page.suffix(2_000))")
            try await browser.get(page)
            let lifted = ["disclosure": "", "revision": revision(browser)]
            try await browser.post(page, Self.sound.merging(lifted) { $1 })
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Only an administrator of the unit may change what is withheld"))
            try await site.signIn(&browser, as: .administrator, on: clinic)
            try await browser.get(page)
            let after = ["disclosure": "", "revision": revision(browser)]
            try await browser.post(page, Self.sound.merging(after) { $1 })
            #expect(browser.status == .seeOther)
            try await browser.get(Address.audit(clinic).path)
            #expect(browser.page.contains("withhold counts below: 5"))
        }
    }

    /// The revision that the form on the page was made from.
    private func revision(_ browser: Browser) -> String {
        browser.page.firstMatch(of: /name="revision" value="(\d+)"/).map { String($0.1) } ?? ""
    }
}
