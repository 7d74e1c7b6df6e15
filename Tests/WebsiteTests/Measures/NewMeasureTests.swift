import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct NewMeasureTests {
    /// Everything that a measure of a proportion needs.
    private static let sound = [
        "title": "Seen within 4 hours!", "key": "", "why": "Long waits harm.", "domain": "Urgent care",
        "stakeholder": "patient", "role": "outcome", "better": "up", "numerator": "Seen in four hours",
        "denominator": "Attendances", "period": "month", "unit": "%", "decimals": "1", "multiplier": "100",
        "target": "95", "chart": "p-prime", "rules": "mdc", "source": "NHS England", "licence": "OGL",
        "attribution": "Contains data.", "owner": "Ada", "next-review": "2027-03-31", "reporting-days": "45",
    ]

    @Test func `a measure is added with everything that was typed`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.newMeasure(site.community).path)
            try await browser.post(Address.newMeasure(site.community).path, Self.sound)
            #expect(browser.location == "\(Address.imports(site.community).path)?done=measure-added")
            let measure = try #require(try await measures(site).first)
            #expect(measure.key == "seen-within-4-hours")
            #expect(measure.chart.kind == .pPrime && measure.chart.multiplier == 100)
            #expect(measure.definition.denominator == "Attendances")
            #expect(measure.targets.map(\.value) == [95])
            #expect(measure.nextReview == Day("2027-03-31") && measure.reportingDays == 45)
            #expect(measure.format == ValueFormat(unit: "%", decimals: 1))
            #expect(measure.provenance.attribution == "Contains data.")
            try await browser.follow()
            #expect(browser.page.contains("Seen within 4 hours!</option>"))
        }
    }

    struct Mistake: Sendable {
        let name: String
        let text: String
        /// Where it is said; nil: at the field itself.
        var field: String?
        let sentence: String
    }

    @Test(arguments: [
        Mistake(name: "title", text: "", sentence: "This is needed."),
        Mistake(name: "title", text: "日本", field: "key", sentence: "This is needed."),
        Mistake(name: "key", text: "Not A Key", sentence: "Use lower-case letters"),
        Mistake(name: "key", text: "taken", sentence: "Another measure has this key already."),
        Mistake(name: "numerator", text: " ", sentence: "This is needed."),
        Mistake(name: "denominator", text: "", sentence: "plots one number over another"),
        Mistake(name: "chart", text: "c", field: "denominator", sentence: "leave the denominator out"),
        Mistake(name: "multiplier", text: "many", sentence: "Use a number, such as 100."),
        Mistake(name: "multiplier", text: "0", sentence: "Use a number from"),
        Mistake(name: "multiplier", text: "nan", sentence: "Use a number, such as 100."),
        Mistake(name: "decimals", text: "1.5", sentence: "Use a whole number."),
        Mistake(name: "decimals", text: "10", sentence: "Use a number from 0 to 9."),
        Mistake(name: "target", text: "all", sentence: "Use a number, such as 95, or a day and a number"),
        Mistake(name: "next-review", text: "spring", sentence: "Enter a day, like 2027-03-31."),
        Mistake(name: "reporting-days", text: "-1", sentence: "Use a number from 0 to 1,000."),
        Mistake(
            name: "owner",
            text: String(repeating: "x", count: 201),
            sentence: "Use at most 200 characters."
        ),
    ])
    func `a mistake is said at its field, and everything that was typed is kept`(
        mistake: Mistake
    ) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            _ = try await site.addMeasure("taken")
            try await site.signIn(&browser)
            try await browser.get(Address.newMeasure(site.community).path)
            var fields = Self.sound
            fields[mistake.name] = mistake.text
            try await browser.post(Address.newMeasure(site.community).path, fields)
            #expect(browser.status == .unprocessableContent)
            let field = mistake.field ?? mistake.name
            #expect(browser.page.contains("<a href=\"#\(field)\">"))
            #expect(browser.page.contains("id=\"\(field)-error\""))
            #expect(browser.page.contains(mistake.sentence))
            for kept in ["Long waits harm.", "NHS England", "Contains data."] {
                #expect(browser.page.contains(kept))
            }
            #expect(try await measures(site).map(\.key) == ["taken"])
        }
    }

    @Test func `several mistakes are all said at once`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.newMeasure(site.community).path)
            try await browser.post(Address.newMeasure(site.community).path, ["decimals": "x", "target": "y"])
            for field in ["decimals", "target", "title", "numerator"] {
                #expect(browser.page.contains("<a href=\"#\(field)\">"), "\(field)")
            }
        }
    }

    @Test(arguments: [Role.viewer, .contributor])
    func `who may not define measures can't`(role: Role) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser, as: role, on: site.community)
            try await browser.get("/units")
            try await browser.get(Address.newMeasure(site.community).path)
            #expect(browser.status == .forbidden)
            try await browser.post(Address.newMeasure(site.community).path, Self.sound)
            #expect(browser.status == .forbidden)
            #expect(try await measures(site).isEmpty)
        }
    }

    private func measures(_ site: TestSite) async throws -> [Measure] {
        try await site.database.read { try MeasureStore.all(on: $0) }
    }

    @Test func `the summary names each field as its label does, and fields hold no more than they may`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get(Address.newMeasure(site.community).path)
            var fields = Dictionary(
                uniqueKeysWithValues: MeasureProblem.Field.allCases.map { ($0.rawValue, "") }
            )
            for name in ["key", "why", "domain", "unit", "source", "licence", "attribution", "owner"] {
                fields[name] = String(repeating: "x", count: 2_001)
            }
            for name in ["decimals", "multiplier", "target", "reporting-days", "next-review"] {
                fields[name] = "?"
            }
            try await browser.post(Address.newMeasure(site.community).path, fields)
            let labels = browser.page.matches(
                of: /<label for="([a-z-]+)">([^<]*?)(?: \(optional\))?<\/label>/
            )
            let label = Dictionary(labels.map { ($0.1, $0.2) }) { first, _ in first }
            let links = browser.page.matches(of: /<li><a href="#([a-z-]+)">([^<:]+):[ ]/)
            #expect(links.count >= 15)
            for link in links { #expect(label[link.1] == link.2, "\(link.1)") }
            for field in MeasureProblem.Field.allCases {
                guard let longest = field.longest else { continue }
                let input = try Regex("id=\"\(field.rawValue)\" [^>]*maxlength=\"\(longest)\"")
                #expect(browser.page.contains(input), "\(field)")
            }
        }
    }
}
