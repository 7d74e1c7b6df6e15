import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import Synchronization
import TestSupport
import Testing
import Website

/// What those outside an organisation see of its small numbers, on every route that shows any.
struct SmallNumbersTests {
    /// A community with a place of two organisations whose falls are counted, with a rule of five: the clinic's
    /// newest months are small, the charity's are not, and the place has both together.
    private struct Place {
        let site: TestSite
        let place, clinic, charity, trust: Unit.ID
        let series: [Unit.ID: Series.ID]

        /// Numbers that stand nowhere else on a page.
        static func clinicValues(small: Double) -> [Double] {
            (0..<30).map { $0 == 28 ? small : 642 + Double($0) }
        }

        /// - Parameter small: how many the clinic counts in its small month; the charity counts the rest of the total.
        init(_ site: TestSite, small: Double = 3, rounding: Int? = nil) async throws {
            self.site = site
            place = try await site.add("North", .place, inside: site.community)
            clinic = try await site.add("Clinic", .organisation, inside: place)
            charity = try await site.add("Charity", .organisation, inside: place)
            trust = try await site.add("Trust", .organisation, inside: place)
            let measure = try await site.addMeasure("falls") { measure in
                measure.chart.kind = .c
                measure.visibility = .community
                measure.disclosure = DisclosureRule(threshold: 5, rounding: rounding)
            }
            let clinicValues = Self.clinicValues(small: small)
            let others = (0..<30).map { 100 + Double($0) - ($0 == 28 ? small - 3 : 0) }
            let more = (0..<30).map { 200 + Double($0) }
            let values: [(Unit.ID, [Double])] = [
                (clinic, clinicValues), (charity, others), (trust, more),
                (place, zip(zip(clinicValues, others), more).map { $0.0 + $0.1 + $1 }),
            ]
            try await site.record(
                try values.map { unit, numbers in
                    var observations = Observations()
                    for (index, number) in numbers.enumerated() {
                        let day = try #require(Day(year: 2023 + index / 12, month: index % 12 + 1, day: 1))
                        observations.append(Observation(day: day, numerator: number))
                    }
                    return Proposal(measure: measure.id, unit: unit, observations: observations)
                }
            )
            let units = [clinic, charity, trust, place]
            series = try await site.database.read { connection in
                var found: [Unit.ID: Series.ID] = [:]
                for unit in units {
                    let key = Series.Key(measure: measure.id, version: 1, unit: unit)
                    found[unit] = try SeriesStore.find(key, on: connection)?.id
                }
                return found
            }
        }

        func address(_ unit: Unit.ID) throws -> Address { .series(unit, try #require(series[unit])) }
    }

    /// The value of a period in a file of data.
    private static func value(_ csv: String, _ day: String) -> String? {
        csv.split(whereSeparator: \.isNewline).first { $0.hasPrefix(day) }
            .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[1]) }
    }

    @Test func `who belongs to the organisation sees every number, and who doesn't none that is small`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await Place(site)
            let small = "2025-05-01"
            let file = Address.seriesData(world.clinic, try #require(world.series[world.clinic]), .csv).path
            try await site.signIn(&browser, as: .viewer, on: world.clinic)
            try await browser.get(file)
            #expect(Self.value(browser.page, small) == "3")
            for (role, unit) in [
                (Role.viewer, world.charity), (.evaluator, site.community), (.administrator, world.place),
            ] {
                try await site.signIn(&browser, as: role, on: unit)
                try await browser.get(file)
                #expect(browser.status == .ok)
                #expect(Self.value(browser.page, small) == "")
                #expect(Self.value(browser.page, "2023-01-01") == "642")
                try await browser.get(try world.address(world.clinic).path)
                #expect(browser.page.contains("1 period is withheld to protect small numbers"))
                #expect(!browser.page.contains("SHA-256"))
            }
        }
    }

    @Test func `no total less its visible parts gives it away, in tables, pictures and downloads`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await Place(site)
            try await site.signIn(&browser, as: .evaluator, on: site.community)
            let day = "2025-05-01"
            var hidden = 0
            for unit in [world.charity, world.trust, world.place] {
                try await browser.get(Address.seriesData(unit, try #require(world.series[unit]), .csv).path)
                if Self.value(browser.page, day) == "" { hidden += 1 }
            }
            // One of those who are left may be who asks: two more are withheld.
            #expect(hidden == 2)
            try await browser.get(Address.observations(site.community, .csv).path)
            let rows = browser.page.split(whereSeparator: \.isNewline).filter { $0.contains(",\(day),") }
            #expect(rows.count == 4)
            #expect(rows.count { $0.hasSuffix("suppressed") } == 3, "\(rows)")
            for file in [PictureFile.svg] {
                let path = Address.seriesPicture(world.clinic, try #require(world.series[world.clinic]), file)
                    .path
                try await browser.get(path)
                #expect(browser.page.contains("class='withheld'") && !browser.page.contains("May 2025: 3<"))
            }
        }
    }

    @Test func `table, home and sentences say what they say without it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await Place(site)
            // For who belongs there the fall to three is a signal; for others there is no such point.
            let pages = [Address.measures(world.clinic).path, Address.unit(world.clinic).path]
            var told: [String: String] = [:]
            for (name, unit) in [("inside", world.clinic), ("outside", site.community)] {
                try await site.signIn(&browser, as: .viewer, on: unit)
                for page in pages + [try world.address(world.clinic).path] {
                    try await browser.get(page)
                    #expect(browser.status == .ok)
                    told[name, default: ""] += browser.page
                }
            }
            let outside = try #require(told["outside"])
            let inside = try #require(told["inside"])
            let status = try await site.database.read { connection in
                let id = try #require(world.series[world.clinic])
                return (
                    try #require(try StatusStore.rows(of: [id], on: connection)[id]),
                    try #require(try StatusStore.rows(of: [id], in: .outside, on: connection)[id])
                )
            }
            #expect(status.0.centreLine != status.1.centreLine)
            #expect(status.0.sentence != status.1.sentence)
            #expect(inside.contains(status.0.sentence) && !outside.contains(status.0.sentence))
            #expect(outside.contains(status.1.sentence))
        }
    }

    @Test func `what is shown to others is rounded, and what stands beside it too`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await Place(site, rounding: 5)
            try await site.signIn(&browser, as: .viewer, on: world.charity)
            try await browser.get(
                Address.seriesData(world.clinic, try #require(world.series[world.clinic]), .csv).path
            )
            #expect(Self.value(browser.page, "2023-01-01") == "640")
            try await browser.get(try world.address(world.charity).path)
            // Beside its own numbers, those of others are as they see them.
            #expect(
                browser.page.contains("129") && browser.page.contains("670, ")
                    && !browser.page.contains("671, ")
            )
        }
    }

    /// Everything that someone outside the clinic can open about it, without what differs from run to run.
    private static func everything(small: Double) async throws -> [String: String] {
        let pages = Pages()
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await Place(site, small: small)
            try await site.signIn(&browser, as: .evaluator, on: site.community)
            let units = [
                ("clinic", world.clinic), ("charity", world.charity), ("trust", world.trust),
                ("place", world.place),
            ]
            var paths: [(String, String)] = []
            for (name, unit) in units {
                let series = try #require(world.series[unit])
                paths += [
                    ("\(name) series", Address.series(unit, series).path),
                    ("\(name) data", Address.seriesData(unit, series, .csv).path),
                    ("\(name) chart", Address.seriesPicture(unit, series, .svg).path),
                    ("\(name) outside", Address.outsideView(unit, series).path),
                    ("\(name) home", Address.unit(unit).path), ("\(name) table", Address.measures(unit).path),
                    ("\(name) signals", Address.measures(unit).path + "?variation=signal&sort=last-signal"),
                    ("\(name) export", Address.observations(unit, .csv).path),
                    ("\(name) workbook", Address.seriesData(unit, series, .xlsx).path),
                    ("\(name) export workbook", Address.observations(unit, .xlsx).path),
                ]
            }
            for recording in try await site.recordings() {
                paths.append(("recording", Address.recording(world.place, recording.id).path))
            }
            let context = site.context
            let series = try #require(world.series[world.clinic])
            let secret = try await site.database.write { connection in
                let series = try #require(try SeriesStore.find(series, on: connection))
                return try PublicLinkStore.make(to: series, expires: nil, context, on: connection)
            }
            paths += [
                ("link", Address.shared(SignInCode(secret)).path),
                ("link data", Address.sharedData(SignInCode(secret), .csv).path),
                ("link workbook", Address.sharedData(SignInCode(secret), .xlsx).path),
                ("link chart", Address.sharedPicture(SignInCode(secret), .svg).path),
            ]
            for (name, path) in paths {
                try await browser.get(path)
                #expect(browser.status == .ok, "\(name)")
                let isWorkbook = path.hasSuffix(".xlsx")
                pages.add(name, isWorkbook ? try ReadWorkbook(browser.bytes).allText : browser.page)
            }
        }
        return pages.all
    }

    /// Pages by name, gathered inside a run.
    private final class Pages: Sendable {
        private let pages = Mutex<[String: String]>([:])
        var all: [String: String] { pages.withLock { $0 } }

        func add(_ name: String, _ page: String) {
            let plain = page.replacing(
                /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
                with: "ID"
            )
            .replacing(/name="form-token" value="[0-9a-f]+"/, with: "TOKEN")
            .replacing(/shared\/[\w-]{43}/, with: "shared/CODE")
            pages.withLock { $0[name] = plain }
        }
    }

    /// The pieces of a page, in an order that doesn't hang on ids made by chance.
    private static func pieces(_ page: String) -> [Substring] { page.split(separator: "<").sorted() }

    /// Whatever a page reckons from numbers, it can't tell what it doesn't know.
    @Test func `everything that others can open is the same whichever small number is withheld`() async throws
    {
        let three = try await Self.everything(small: 3)
        let four = try await Self.everything(small: 4)
        #expect(three.count > 30 && three.keys == four.keys)
        for (name, page) in three.sorted(by: { $0.key < $1.key }) {
            let isSame = Self.pieces(page) == Self.pieces(four[name] ?? "")
            #expect(isSame, "\(name)")
        }
    }

    @Test func `those who belong see what others see, and how much is withheld for whose sake`() async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await Place(site)
            try await site.signIn(&browser, as: .viewer, on: world.clinic)
            try await browser.get(try world.address(world.clinic).path)
            #expect(browser.page.contains("What others see of it"))
            let page = Address.outsideView(world.clinic, try #require(world.series[world.clinic])).path
            try await browser.get(page)
            #expect(browser.page.contains("1 period is withheld because a number in it is small"))
            #expect(browser.page.contains("from 1 to 4"))
            try await site.signIn(&browser, as: .viewer, on: site.community)
            try await browser.get(page)
            #expect(browser.status == .ok && !browser.page.contains("because a number in it is small"))
        }
    }
}
