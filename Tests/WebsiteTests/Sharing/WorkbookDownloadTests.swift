import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import TestSupport
import Testing
import Website

/// Workbooks beside the CSV of the same: the same rows for the same people, and nothing more on any sheet.
struct WorkbookDownloadTests {
    /// The fields of a CSV, which may be quoted.
    private static func rows(of csv: String) throws -> [[String]] {
        var reader = try CSVReader(MemorySource(Array(csv.utf8)))
        var rows = [reader.header.names]
        while try reader.next() { rows.append((0..<reader.row.count).map { reader.row.text($0) }) }
        return rows
    }

    /// A cell as the CSV has it.
    private static func text(_ cell: ReadWorkbook.Cell) -> String {
        switch cell.kind {
        case .number: cell.text.hasSuffix(".0") ? String(cell.text.dropLast(2)) : cell.text
        case .instant: "\(cell.text)Z"
        default: cell.text
        }
    }

    /// Opens a table in both forms.
    private static func read(
        _ address: (TableFormat) -> Address,
        query: String = "",
        _ browser: inout Browser
    ) async throws -> (csv: [[String]], workbook: ReadWorkbook) {
        try await browser.get(address(.csv).path + query)
        #expect(browser.status == .ok)
        let csv = try rows(of: browser.page)
        try await browser.get(address(.xlsx).path + query)
        #expect(browser.status == .ok)
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        #expect(browser.headers[.contentType] == type)
        let name = try #require(browser.headers[.contentDisposition])
        #expect(name.wholeMatch(of: /attachment; filename="[A-Za-z0-9._-]+\.xlsx"/) != nil, "\(name)")
        return (csv, try ReadWorkbook(browser.bytes))
    }

    private static func expectSame(_ read: (csv: [[String]], workbook: ReadWorkbook), _ name: String) throws {
        let sheet = try #require(read.workbook.sheets.first)
        #expect(read.csv.count == sheet.rows.count, "\(name)")
        for (row, fields) in read.csv.enumerated() {
            let cells = fields.indices.map { text(sheet.cell(row, $0)) }
            // The apostrophe is for programs that guess what a field is.
            let plain = fields.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
            #expect(zip(cells, plain).allSatisfy(isSame), "\(name): \(cells) \(plain)")
        }
        #expect(read.workbook.active.isEmpty)
        #expect(read.workbook.sheets.contains { $0.name == "About" })
    }

    /// A workbook holds sixteen digits of a number, of which a spreadsheet shows fifteen.
    private static func isSame(_ cell: String, _ field: String) -> Bool {
        if cell == field { return true }
        guard let left = Double(cell), let right = Double(field) else { return false }
        return abs(left - right) <= abs(right) * 1e-15
    }

    @Test func `each table has the same rows in a workbook as in CSV`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let context = site.context
            let (unit, series, signal) = (
                world.own, try #require(world.series[.shared]), try #require(world.signals[.shared])
            )
            let secret = try await site.database.write { connection in
                _ = try SampleReview.make(
                    "=HYPERLINK(\"http://example.org\")",
                    about: signal,
                    in: unit,
                    context,
                    on: connection
                )
                let found = try #require(try SeriesStore.find(series, on: connection))
                return try PublicLinkStore.make(to: found, expires: nil, context, on: connection)
            }
            try await site.signIn(&browser, as: .administrator, on: unit)
            let tables: [(String, (TableFormat) -> Address)] = [
                ("series", { .seriesData(unit, series, $0) }), ("observations", { .observations(unit, $0) }),
                ("link", { .sharedData(SignInCode(secret), $0) }), ("use", { .reviews(.useData(unit, $0)) }),
                ("decisions", { .reviews(.decisionsFile(unit, $0)) }), ("trail", { .auditFile(unit, $0) }),
            ]
            for (name, address) in tables {
                let query = name == "trail" ? "?act=created" : ""
                let read = try await Self.read(address, query: query, &browser)
                #expect(read.csv.count > (name == "use" ? 0 : 1), "\(name)")
                try Self.expectSame(read, name)
            }
        }
    }

    @Test func `days are days, and the sheet beside says what the numbers are`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure { measure in
                measure.owner = "Robin Fictional"
                measure.why = "=1+1"
                measure.provenance = .init(source: "Incident records", licence: "Open", attribution: "@us")
            }
            let series = try await site.record(
                Values.shifted,
                of: measure,
                in: site.community,
                group: "Wards"
            )
            try await site.signIn(&browser)
            let workbook = try await Self.read({ .seriesData(site.community, series, $0) }, &browser).workbook
            let sheet = workbook.sheets[0]
            #expect(sheet.name == "Falls" && sheet.frozen == 1 && sheet.filter == "A1:J34")
            #expect(sheet.cell(1, 0) == .init(.day, "2023-01-01"))
            #expect(sheet.cell(1, 1) == .init(.number, "101.0"))
            let about = workbook.sheets[1]
            let facts = Dictionary(
                uniqueKeysWithValues: zip(about.column("fact"), about.column("value"))
            )
            #expect(
                facts["Unit"] == "Our community" && facts["Group"] == "Wards" && facts["Edition"] == "1.0"
            )
            #expect(facts["Measure"] == "Falls" && facts["Counted"] == "Falls with harm")
            #expect(facts["Chart"] == "XmR chart, rules of Making Data Count")
            #expect(facts["Version of the rules"] == "1" && facts["Version of the definition"] == "1")
            #expect(facts["Source"] == "Incident records" && facts["Attribution"] == "@us")
            #expect(facts["Why it matters"] == "=1+1" && facts["Periods withheld"] == "0.0")
            #expect(facts["Made, in UTC"].map { "\($0)Z" } == "\(site.clock.now)")
            // Who answers for it is for those who may open its page.
            #expect(!workbook.allText.contains("Robin"))
        }
    }

    @Test func `what is withheld from others is on no sheet, and the sheet beside says by which rule`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let own = world.own
            let measure = try await site.addMeasure("losses") { measure in
                measure.unit = own
                measure.visibility = .community
                measure.chart.kind = .c
                measure.disclosure = DisclosureRule(threshold: 8)
            }
            let series = try await site.record([9_041, 7, 9_043, 9_045], of: measure, in: own)
            for (role, unit, isInside) in [
                (Role.editor, own, true), (.editor, world.above, false), (.evaluator, site.community, false),
            ] {
                try await site.signIn(&browser, as: role, on: unit)
                for address in [
                    { .seriesData(own, series, $0) }, { .observations(own, $0) },
                ] as [(TableFormat) -> Address] {
                    let read = try await Self.read(address, &browser)
                    try Self.expectSame(read, "\(role) \(address(.xlsx).path)")
                    let cells = read.workbook.sheets.flatMap { $0.rows.flatMap(\.self) }
                    #expect(cells.contains(.init(.number, "7.0")) == isInside)
                    #expect(cells.contains { $0.text.contains("below 8") })
                    let about = try #require(read.workbook.sheets.first { $0.name == "About" })
                    let facts = Dictionary(
                        uniqueKeysWithValues: zip(about.column("fact"), about.column("value"))
                    )
                    #expect(facts["Periods withheld"] == (isInside ? "0.0" : "1.0"))
                }
            }
        }
    }

    @Test func `what a unit keeps is on no sheet for others, and taking it away is told as in CSV`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let top = site.community
            try await site.signIn(&browser, as: .evaluator, on: world.above)
            let outside = try await Self.read({ .observations(world.own, $0) }, &browser).workbook
            #expect(outside.sheets.map(\.name) == ["Observations", "About", "Measures"])
            #expect(outside.allText.contains("Falls") && !outside.allText.lowercased().contains("secret"))
            func told() async throws -> [[String?]] {
                try await site.database.read { connection in
                    try AuditStore.records(within: top, limit: 999, on: connection) {
                        $0.entry.act == .exported
                    }
                    .map { [$0.entry.subject.name] + $0.entry.changes.map(\.after) }
                }
            }
            try await site.signIn(&browser, as: .editor, on: world.own)
            let before = try await told()
            try await browser.get(Address.observations(world.own, .csv).path)
            let first = try await told()
            try await browser.get(Address.observations(world.own, .xlsx).path)
            let second = try await told()
            #expect(first.count == before.count + 2 && second.count == first.count + 2)
            #expect(second.prefix(2) == first.prefix(2))
            #expect(try ReadWorkbook(browser.bytes).allText.contains("Secret falls"))
        }
    }

    @Test func `a text that no workbook holds is an error that says what to do`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let measure = try #require(world.measures[.shared])
            let context = site.context
            // Nothing of the product lets it grow so long; what was recorded long ago might be.
            let group = String(repeating: "g", count: 32_768)
            try await site.database.write { connection in
                let day = try #require(Day("2024-01-01"))
                var observations = Observations()
                observations.append(Observation(day: day, numerator: 1))
                let proposal = Proposal(
                    measure: measure,
                    unit: world.own,
                    group: group,
                    observations: observations
                )
                _ = try SeriesStore.record([proposal], reason: "Return", context, on: connection)
            }
            try await site.signIn(&browser, as: .editor, on: world.own)
            try await browser.get(Address.observations(world.own, .xlsx).path)
            #expect(browser.status == .badRequest)
            #expect(browser.page.contains("32767 characters") && browser.page.contains("take CSV"))
            try await browser.get(Address.observations(world.own, .csv).path)
            #expect(browser.status == .ok && browser.page.contains(group))
        }
    }

    @Test func `a long name keeps its end`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let unit = try await site.add(
                String(repeating: "Long ", count: 20) + "name",
                .organisation,
                inside: site.community
            )
            let key = String(repeating: "k", count: 60)
            let measure = try await site.addMeasure(key)
            let series = try await site.record([1, 2], of: measure, in: unit, group: "group")
            try await site.signIn(&browser)
            _ = try await Self.read({ .seriesData(unit, series, $0) }, &browser)
        }
    }
}
