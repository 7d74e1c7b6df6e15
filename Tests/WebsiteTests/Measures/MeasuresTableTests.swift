import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct MeasuresTableTests {
    @Test func `the table says what each series says`() async throws {
        try await Self.run { site, browser in
            try await browser.get(Address.measures(site.community).path)
            #expect(browser.status == .ok)
            #expect(browser.rowTitles == ["Falls", "Falls", "Seen in time"])
            for text in ["North", "South", "Concern", "Common cause", "Sep 2025", "class='sparkline'"] {
                #expect(browser.page.contains(text), "\(text)")
            }
            #expect(browser.page.contains("3 series checked, 1 signal; chance alone would give"))
        }
    }

    @Test func `a unit's table has what is measured in it and below it`() async throws {
        try await Self.run { site, browser in
            let south = try #require(
                try await site.database.read { try UnitStore.tree(on: $0).units(named: "South").first }
            )
            try await browser.get(Address.measures(south.id).path)
            #expect(browser.rowTitles == ["Falls"])
            #expect(!browser.page.contains("North"))
        }
    }

    struct Query: Sendable {
        let query: String
        let titles: [String]
    }

    @Test(arguments: [
        Query(query: "search=fAlL", titles: ["Falls", "Falls"]),
        Query(query: "search=south", titles: ["Falls"]),
        Query(query: "stakeholder=staff", titles: ["Seen in time"]),
        Query(query: "domain=Urgent+care", titles: ["Seen in time"]),
        Query(query: "variation=concern", titles: ["Falls"]),
        Query(query: "variation=common-cause&search=falls", titles: ["Falls"]),
        Query(query: "assurance=no-target", titles: ["Falls", "Falls", "Seen in time"]),
        Query(query: "grouped=no&sort=measure&order=descending", titles: ["Seen in time", "Falls", "Falls"]),
        Query(query: "grouped=yes&sort=variation", titles: ["Falls", "Falls", "Seen in time"]),
    ])
    func `the table shows what is asked for`(query: Query) async throws {
        try await Self.run { site, browser in
            try await browser.get(Address.measures(site.community).path + "?" + query.query)
            #expect(browser.rowTitles == query.titles)
        }
    }

    @Test(arguments: [
        "sort=%27%3B+DROP+TABLE+series", "order=sideways", "stakeholder=nobody", "variation=%3Cscript%3E",
        "assurance=1", "group=%00", "page=0", "page=-9223372036854775808", "page=99999999999999999999",
        "page=7",
    ])
    func `what an address can't mean is left out`(query: String) async throws {
        try await Self.run { site, browser in
            try await browser.get(Address.measures(site.community).path + "?" + query)
            #expect(browser.status == .ok)
            #expect(browser.rowTitles.count == 3)
            #expect(!browser.page.contains("<script>"))
        }
    }

    @Test func `a filter that is hostile is text in its field`() async throws {
        try await Self.run { site, browser in
            try await browser.get(Address.measures(site.community).path + "?search=%22%3E%3Cscript%3E")
            #expect(browser.status == .ok)
            #expect(browser.page.contains("value=\"&quot;&gt;&lt;script&gt;\""))
            #expect(browser.page.contains("No series fits"))
        }
    }

    @Test func `groups have headings, and what belongs to none comes under the rest`() async throws {
        try await Self.run { site, browser in
            try await browser.get(Address.measures(site.community).path)
            #expect(browser.groupTitles == ["Everything else", "Urgent care"])
            try await browser.get(Address.measures(site.community).path + "?group=unit")
            #expect(browser.groupTitles == ["North", "South"])
            try await browser.get(Address.measures(site.community).path + "?grouped=no")
            #expect(browser.groupTitles.isEmpty)
        }
    }

    @Test func `a column's name sorts by it, and sorts the other way round where it does already`()
        async throws
    {
        try await Self.run { site, browser in
            let path = Address.measures(site.community).path
            try await browser.get(path + "?sort=unit&search=falls")
            #expect(
                browser.page.contains(
                    "aria-sort=\"ascending\"><a class=\"sorted\" href=\"\(path)?search=falls"
                )
            )
            #expect(browser.page.contains("sort=unit&amp;order=descending\">Unit</a>"))
        }
    }

    @Test func `a long table goes on over pages`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let observations = try Observations([Observation(day: .first, numerator: 1)])
            try await site.record(
                (1...260).map { number in
                    Proposal(
                        measure: measure.id,
                        unit: site.community,
                        group: "G\(number)",
                        observations: observations
                    )
                }
            )
            try await site.signIn(&browser)
            let path = Address.measures(site.community).path
            try await browser.get(path)
            #expect(browser.rowTitles.count == 50)
            #expect(browser.page.contains("50 rows are shown, from 1 to 50."))
            #expect(browser.page.contains("?rows=250\">250 rows a page</a>"))
            try await browser.get(path + "?rows=250&page=2")
            #expect(browser.rowTitles.count == 10)
            #expect(browser.page.contains("page=2\" aria-current=\"page\""))
            #expect(browser.page.contains("50 rows a page"))
            try await browser.get(path + "?page=99")
            #expect(browser.rowTitles.count == 10)
            try await browser.get(path + "?search=g260")
            #expect(browser.rowTitles.count == 1)
        }
    }

    @Test func `a sort goes over the whole table, unless someone chose groups`() async throws {
        try await Self.run { site, browser in
            let path = Address.measures(site.community).path
            try await browser.get(path)
            #expect(browser.page.contains("href=\"\(path)?sort=value\">Latest value</a>"))
            try await browser.get(path + "?sort=value")
            #expect(browser.groupTitles.isEmpty)
            #expect(browser.rowTitles == ["Seen in time", "Falls", "Falls"])
            try await browser.get(path + "?sort=value&group=unit&grouped=none")
            #expect(browser.groupTitles == ["North", "South"])
            #expect(browser.page.contains("group=unit&amp;grouped=chosen&amp;sort=target\">Target</a>"))
            // The form as it was shown: nobody chose the table's own groups.
            try await browser.get(path + "?search=falls&group=domain&grouped=domain")
            #expect(browser.page.contains("href=\"\(path)?search=falls&amp;sort=target\">Target</a>"))
        }
    }

    @Test func `a filtered table says what chance would give, and how to see all again`() async throws {
        try await Self.run { site, browser in
            let path = Address.measures(site.community).path
            try await browser.get(path)
            #expect(!browser.page.contains("Clear filters"))
            try await browser.get(path + "?variation=signal")
            #expect(browser.rowTitles == ["Falls"])
            #expect(
                browser.page.contains(
                    "1 series found. Among all variations: 3 series checked, 1 signal; chance"
                )
            )
            #expect(browser.page.contains("<option value=\"signal\" selected>Any signal</option>"))
            #expect(browser.page.contains("<a href=\"\(path)\">Clear filters</a>"))
            try await browser.get(path + "?search=falls")
            #expect(
                browser.page.contains("2 series found. 2 series checked, 1 signal; chance alone would give")
            )
        }
    }

    @Test func `an empty table says what to do first`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let path = Address.measures(site.community).path
            try await browser.get(path)
            #expect(browser.page.contains("Nothing is counted yet"))
            _ = try await site.addMeasure()
            try await browser.get(path)
            #expect(browser.page.contains("No numbers yet"))
            #expect(browser.page.contains("Import some"))
        }
    }

    @Test func `someone who may only look is offered nothing that they can't do`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser, as: .viewer, on: site.community)
            _ = try await site.addMeasure()
            try await browser.get(Address.measures(site.community).path)
            #expect(browser.status == .ok)
            #expect(!browser.page.contains("Add a measure"))
            #expect(!browser.page.contains("Import some"))
        }
    }

    @Test func `names are text, whatever they hold`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let hostile = "<script>alert('x')</script>"
            let measure = try await site.addMeasure { measure in
                measure.title = hostile
                measure.domain = hostile
                measure.format.unit = "<b>units</b>"
            }
            let unit = try await site.add(hostile, .place, inside: site.community)
            try await site.record(Values.shifted, of: measure, in: unit, group: hostile)
            try await site.signIn(&browser)
            try await browser.get(Address.measures(site.community).path)
            #expect(browser.rowTitles.count == 1)
            #expect(!browser.page.contains("<script>") && !browser.page.contains("<b>units"))
            #expect(browser.page.contains("&lt;script&gt;alert(&#39;x&#39;)"))
        }
    }

    /// A site where falls rise in North and don't in South, and North counts who is seen in time.
    private static func run(_ body: @Sendable (TestSite, inout Browser) async throws -> Void) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .organisation, inside: site.community)
            let south = try await site.add("South", .organisation, inside: site.community)
            let falls = try await site.addMeasure()
            let seen = try await site.addProportion()
            try await site.record(Values.shifted, of: falls, in: north)
            try await site.record(Values.stable(33), of: falls, in: south)
            try await site.record(Values.stable(33), of: seen, in: north, over: 200)
            try await site.signIn(&browser)
            try await body(site, &browser)
        }
    }
}

extension Browser {
    /// The measures of the table's rows, from the top.
    fileprivate var rowTitles: [String] {
        page.matches(of: /<tr><th scope="row"><a [^>]+>([^<]*)</).map { String($0.1) }
    }

    fileprivate var groupTitles: [String] {
        page.matches(of: /<th scope="rowgroup" colspan="8">([^<]*)</).map { String($0.1) }
    }
}
