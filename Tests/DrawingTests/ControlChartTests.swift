import Drawing
import Markup
import Statistics
import Testing

struct ControlChartTests {
    static let sizes: [ChartSize] = [.page, .phone, .small]

    struct Series: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var values: [Double]
        var missing: [Int] = []
    }

    static let series: [Series] = [
        Series(testDescription: "no points", values: []),
        Series(testDescription: "one point", values: [3]),
        Series(testDescription: "two points", values: [3, 4]),
        Series(testDescription: "nothing but missing points", values: [0, 0, 0], missing: [0, 1, 2]),
        Series(testDescription: "a constant", values: Array(repeating: 7, count: 20)),
        Series(testDescription: "nothing but zeros", values: Array(repeating: 0, count: 20)),
        Series(testDescription: "huge values", values: [1e100, -1e100, 5e99, 0, 1e100]),
        Series(testDescription: "tiny values", values: [1e-300, 3e-300, 2e-300, 1e-300]),
        Series(testDescription: "huge values that hardly differ", values: [1e15, 1e15 + 1, 1e15 + 2]),
        Series(testDescription: "negative values", values: (0..<30).map { -50 - Double($0 % 7) }),
        Series(testDescription: "gaps", values: Samples.values(40), missing: [0, 5, 6, 39]),
        Series(testDescription: "a year", values: Samples.values(12)),
        Series(testDescription: "five years with a shift", values: Samples.values(60, shift: 12)),
        Series(testDescription: "260 points", values: Samples.values(260, shift: -3)),
    ]

    @Test(arguments: series, sizes)
    func `every point that is plotted lies inside the picture`(series: Series, size: ChartSize) throws {
        var chart = try Samples.chart(series.values, missing: series.missing)
        chart.size = size
        chart.target = Target(40)
        let picture = try ParsedPicture(chart.svg())
        let root = try #require(picture.elements.first)
        let width = try #require(root.number("width"))
        let height = try #require(root.number("height"))
        #expect(width == size.width)
        let marks = picture.elements("path", class: "mark").filter { $0.attributes["d"]?.isEmpty == false }
        // The legend repeats one mark of each kind.
        let kinds = size.isFull ? marks.count / 2 : 0
        let points = marks.flatMap { ParsedPicture.starts(in: $0.attributes["d"] ?? "") }
        #expect(points.count == series.values.count - series.missing.count + kinds)
        for point in points {
            #expect((0...width).contains(point.x) && (0...height).contains(point.y), "\(point)")
        }
    }

    @Test(arguments: series, sizes)
    func `no picture holds what isn't a number`(series: Series, size: ChartSize) throws {
        var chart = try Samples.chart(series.values, missing: series.missing)
        chart.size = size
        chart.notes = [
            ChartNote(day: .last, number: 1, text: "Late"), ChartNote(day: .first, number: 2, text: "Early"),
        ]
        let picture = try ParsedPicture(chart.svg())
        let text = picture.source.lowercased()
        #expect(!text.contains("nan") && !text.contains("inf"))
        for element in picture.elements {
            for name in ["x", "y", "cx", "cy", "r", "width", "height", "font-size", "x1"] {
                guard let value = element.attributes[name] else { continue }
                #expect(Double(value) != nil, "\(name)='\(value)'")
            }
        }
    }

    @Test func `a chart without values says so`() throws {
        for chart in [try Samples.chart([]), try Samples.chart([1, 2], missing: [0, 1])] {
            #expect(try ParsedPicture(chart.svg()).writing.contains("No values to draw"))
        }
        #expect(try !ParsedPicture(Samples.chart([1, 2]).svg()).writing.contains("No values to draw"))
    }

    @Test func `the same chart is the same picture`() throws {
        #expect(try Samples.chart(Samples.values(60)).svg() == Samples.chart(Samples.values(60)).svg())
    }

    @Test func `text that looks like markup stays text`() throws {
        let hostile = "</title><script>alert('x')</script> & \"quoted\" \u{1} ]]>"
        var chart = try Samples.chart(Samples.values(20))
        chart.title = hostile
        chart.subtitle = hostile
        chart.summary = hostile
        chart.phaseLabels = [hostile]
        chart.notes = [ChartNote(day: chart.days[3], number: 1, text: hostile)]
        chart.idPrefix = "a' onload='alert(1)"
        let picture = try ParsedPicture(chart.svg())
        #expect(picture.elements("script").isEmpty)
        #expect(picture.elements.allSatisfy { $0.attributes["onload"] == nil })
        #expect(picture.elements("desc").first?.text == hostile.replacing("\u{1}", with: "\u{FFFD}"))
    }

    @Test func `the text alternative is found by the ids of the chart`() throws {
        var chart = try Samples.chart(Samples.values(20))
        chart.idPrefix = "m42"
        let picture = try ParsedPicture(chart.svg())
        let root = try #require(picture.elements.first)
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["aria-labelledby"] == "m42-title m42-desc")
        #expect(picture.elements("title").first?.attributes["id"] == "m42-title")
        #expect(picture.elements("title").first?.text == "Seen in time")
        #expect(picture.elements("desc").first?.text == "Nothing unusual.")
    }

    @Test(arguments: sizes)
    func `no line of text leaves the picture`(size: ChartSize) throws {
        var chart = try Samples.chart(Samples.values(60, shift: 20), phaseStarts: [20, 40])
        chart.size = size
        chart.title = String(repeating: "People who waited longer than they should ", count: 12)
        chart.subtitle = String(repeating: "Unbreakable", count: 60)
        chart.phaseLabels = ["", String(repeating: "new pathway ", count: 20), "x"]
        chart.notes = (1...30).map { number in
            ChartNote(day: chart.days[number], number: number, text: String(repeating: "words ", count: 80))
        }
        for element in try ParsedPicture(chart.svg()).elements("text") {
            let fontSize = element.number("font-size") ?? size.fontSize
            let x = try #require(element.number("x"))
            // No common font's letters are narrower on average than half of the font size.
            let width = Double(element.text.count) * fontSize * 0.5
            let isFromStart = element.attributes["text-anchor"] == nil
            #expect((isFromStart ? x + width * 0.9 : x) <= size.width + 1, "\(element.text)")
        }
    }

    @Test(arguments: [
        (Direction.up, 20.0, "improvement", "Improvement"), (.down, 20, "concern", "Concern"),
        (.none, 20, "neither", "Special cause, high"), (.none, -20, "neither", "Special cause, low"),
    ])
    func `a shift is marked by what it means, and the legend says so`(
        better: Direction,
        shift: Double,
        cssClass: String,
        word: String
    ) throws {
        let chart = try Samples.chart(Samples.values(40, shift: shift), better: better)
        let picture = try ParsedPicture(chart.svg())
        #expect(!picture.elements("path", class: cssClass).isEmpty)
        #expect(picture.writing.contains(word))
    }

    @Test func `the legend tells of nothing that isn't there`() throws {
        let picture = try ParsedPicture(Samples.chart([5, 6, 5, 6, 5, 7, 5, 6, 5, 6, 5, 6, 7, 5]).svg())
        #expect(picture.writing.contains("Common cause"))
        for word in ["Improvement", "Concern", "Left out of the limits", "Earlier limits"] {
            #expect(!picture.writing.contains(word))
        }
    }

    @Test func `excluded points are hollow`() throws {
        let picture = try ParsedPicture(Samples.chart(Samples.values(30), excluded: [3, 4]).svg())
        let hollow = try #require(picture.elements("path", class: "excluded").first)
        #expect(ParsedPicture.starts(in: hollow.attributes["d"] ?? "").count == 2)
        #expect(picture.writing.contains("Left out of the limits"))
    }

    @Test func `the line has a gap where a point is missing`() throws {
        let chart = try Samples.chart(Samples.values(30), missing: [10, 20, 21])
        let line = try #require(ParsedPicture(chart.svg()).elements("path", class: "series").first)
        #expect(line.attributes["d"]?.filter { $0 == "M" }.count == 3)
    }

    @Test func `lines are labelled with their values, and rules with their version`() throws {
        var chart = try Samples.chart(Array(repeating: [40, 60], count: 10).flatMap { $0 })
        chart.target = Target(55)
        let writing = try ParsedPicture(chart.svg()).writing
        #expect(
            writing.contains("Centre line (mean) 50%") && writing.contains("Target 55%")
                && writing.contains("Latest 60%")
        )
        #expect(
            writing.contains { $0.hasPrefix("Upper limit") }
                && writing.contains { $0.hasPrefix("Lower limit") }
        )
        #expect(writing.contains("XmR chart. Rules: Making Data Count, version 1."))
    }

    @Test func `a newest value beyond a limit has another label than the limit`() throws {
        let values: [Double] = Array(repeating: [40, 60], count: 12).flatMap { $0 } + [106]
        var chart = try Samples.chart(values)
        chart.format.decimals = 0
        let phase = try #require(chart.analysis.phases.last)
        let limit = try #require(phase.limits?.upper[24])
        chart.analysis.values[24] = limit + 0.004
        let writing = try ParsedPicture(chart.svg()).writing
        let latest = try #require(writing.first { $0.hasPrefix("Latest ") }).dropFirst("Latest ".count)
        let upper = try #require(writing.first { $0.hasPrefix("Upper limit ") }).dropFirst(
            "Upper limit ".count
        )
        #expect(latest != upper)
    }

    @Test func `charts on one time axis put a day at one place`() throws {
        let long = try Samples.chart(Samples.values(40))
        var short = try Samples.chart(Samples.values(14))
        short.dayRange = try #require(long.days.first)...(try #require(long.days.last))
        func ends(_ chart: ControlChart) throws -> (first: Double, last: Double) {
            let line = try #require(ParsedPicture(chart.svg()).elements("path", class: "series").first)
            let numbers = ParsedPicture.numbers(in: line.attributes["d"] ?? "")
            return (try #require(numbers.first), try #require(numbers.dropLast().last))
        }
        var all = long
        all.size = .small
        var part = short
        part.size = .small
        #expect(try abs(ends(all).first - ends(part).first) < 8)
        #expect(try ends(part).last < ends(all).last / 2)
    }

    @Test func `labels at the right edge don't overlap, however near their lines are`() throws {
        var chart = try Samples.chart(Array(repeating: [50, 50.5], count: 20).flatMap { $0 })
        chart.target = Target(80)
        let picture = try ParsedPicture(chart.svg())
        let labels = ["Centre line (mean)", "Latest", "Upper limit", "Lower limit"]
        let heights = picture.elements("text").filter { text in labels.contains { text.text.hasPrefix($0) } }
            .compactMap { $0.number("y") }.sorted()
        #expect(heights.count == 4)
        for (upper, lower) in zip(heights, heights.dropFirst()) { #expect(lower - upper >= 13) }
    }

    struct Dates: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var days: [String]
        var period: Period
        var labels: [String]
    }

    @Test(arguments: [
        Dates(
            testDescription: "a year of months",
            days: ["2023-04", "2023-10", "2024-03"],
            period: .month,
            labels: ["Apr", "2023", "Jul", "Oct", "Jan", "2024"]
        ),
        Dates(
            testDescription: "many years",
            days: ["2010", "2018", "2026"],
            period: .year,
            labels: ["2010", "2012", "2020"]
        ),
        Dates(
            testDescription: "a fortnight",
            days: ["2024-02-20", "2024-02-27", "2024-03-04"],
            period: .day,
            labels: ["20 Feb", "2024", "1 Mar"]
        ),
        Dates(testDescription: "one day", days: ["2024-02-20"], period: .month, labels: ["Feb 2024"]),
    ])
    func `the date axis has marks at round dates`(dates: Dates) throws {
        let days = try dates.days.map { try #require(Day(parsing: $0.utf8)) }
        let values = days.indices.map { Double($0) + 7 }
        let analysis = try analyse(ChartInput(.values(values)), ChartOptions(kind: .run, rules: .anhoej))
        let chart = ControlChart(
            title: "",
            summary: "",
            days: days,
            period: dates.period,
            analysis: analysis,
            format: .plain,
            idPrefix: "c"
        )
        let writing = try ParsedPicture(chart.svg()).writing
        for label in dates.labels { #expect(writing.contains(label), "\(label) in \(writing)") }
    }

    @Test func `few points are called trial limits`() throws {
        let writing = try ParsedPicture(Samples.chart(Samples.values(8)).svg()).writing
        #expect(writing.contains { $0.hasSuffix("Trial limits: they come from fewer than 13 points.") })
    }

    @Test func `limits from a short baseline are called trial limits, however many points follow`() throws {
        let short = try ParsedPicture(
            Samples.chart(Samples.values(28)) { $0.baseline = 4 }.svg()
        ).writing.joined(separator: " ")
        #expect(short.contains("Trial limits: they come from fewer than 13 points."))
        let long = try ParsedPicture(
            Samples.chart(Samples.values(28)) { $0.baseline = 13 }.svg()
        ).writing.joined(separator: " ")
        #expect(!long.contains("Trial limits"))
    }

    @Test(arguments: [ChartSize.page, .phone])
    func `limits that leave out outlying moving ranges say so`(size: ChartSize) throws {
        func writing(_ kind: ChartKind, screened: Bool) throws -> String {
            var chart = try Samples.chart(Samples.values(28), kind: kind) {
                $0.screensMovingRanges = screened
            }
            chart.size = size
            return try ParsedPicture(chart.svg()).writing.joined(separator: " ")
        }
        let words = "Limits leave out outlying moving ranges."
        #expect(try writing(.individuals, screened: true).contains(words))
        #expect(try !writing(.individuals, screened: false).contains(words))
        // A C chart takes no moving ranges, an MR chart keeps them all.
        #expect(try !writing(.c, screened: true).contains(words))
        #expect(try !writing(.movingRange, screened: true).contains(words))
    }

    @Test func `each phase has its own centre line and a boundary before it`() throws {
        var chart = try Samples.chart(Samples.values(48, shift: 10), phaseStarts: [24])
        chart.phaseLabels = ["", "New pathway"]
        let picture = try ParsedPicture(chart.svg())
        let centre = try #require(picture.elements("path", class: "centre").first?.attributes["d"])
        #expect(centre.filter { $0 == "M" }.count == 2)
        #expect(picture.elements("path", class: "phase").count == 1)
        #expect(picture.writing.contains("New pathway"))
    }

    @Test func `a phase label without room is told below the chart`() throws {
        var chart = try Samples.chart(Samples.values(48), phaseStarts: [46])
        chart.size = .phone
        chart.phaseLabels = ["", "A new pathway with a name that is long"]
        let writing = try ParsedPicture(chart.svg()).writing
        #expect(writing.contains { $0.hasPrefix("From Nov 2023: A new pathway") })
    }

    @Test func `notes are flags on the chart and words below it`() throws {
        var chart = try Samples.chart(Samples.values(36))
        chart.notes = [
            ChartNote(day: chart.days[20], number: 2, text: "Second"),
            ChartNote(day: chart.days[5], number: 1, text: "First"),
            ChartNote(day: chart.days[20], number: 3, text: "Third, on the same day"),
        ]
        let picture = try ParsedPicture(chart.svg())
        let flags = picture.elements("rect", class: "flag")
        #expect(flags.count == 6)
        #expect(picture.writing.contains("1 Jun 2020: First"))
        // The flags of one day stand in different rows.
        let onChart = flags.prefix(3)
        #expect(Set(onChart.map { "\($0.attributes["x"] ?? "")/\($0.attributes["y"] ?? "")" }).count == 3)
    }

    @Test func `a target that changes is drawn in steps`() throws {
        var chart = try Samples.chart(Samples.values(36))
        chart.target = Target(steps: [
            .init(start: 0, value: 48), .init(start: 12, value: 52), .init(start: 99, value: 1),
        ])
        let line = try #require(ParsedPicture(chart.svg()).elements("path", class: "target").first)
        #expect(line.attributes["d"]?.filter { $0 == "M" }.count == 2)
    }

    @Test func `nothing in a picture needs a style sheet or a script`() throws {
        let picture = try ParsedPicture(Samples.chart(Samples.values(60, shift: 9)).svg())
        #expect(picture.elements("style").isEmpty && picture.elements("script").isEmpty)
        #expect(picture.elements.allSatisfy { $0.attributes["style"] == nil })
    }

    @Test func `charts that share a range put equal values at equal heights`() throws {
        var low = try Samples.chart(Samples.values(24))
        var high = try Samples.chart(Samples.values(24, shift: 30))
        let lows = try #require(low.extent)
        let highs = try #require(high.extent)
        let both = min(lows.lowerBound, highs.lowerBound)...max(lows.upperBound, highs.upperBound)
        (low.valueRange, high.valueRange) = (both, both)
        (low.size, high.size) = (.small, .small)
        let firsts = try [low, high].map { chart in
            try ParsedPicture.starts(
                in: ParsedPicture(chart.svg()).elements("path", class: "series").first?.attributes["d"] ?? ""
            ).first?.y
        }
        #expect(firsts[0] != nil && firsts[0] == firsts[1])
    }

    @Test func `pointing at a point tells its month and value`() throws {
        let picture = try ParsedPicture(Samples.chart([41, 42, 43], missing: [1]).svg())
        #expect(picture.elements("title").dropFirst().map(\.text) == ["Jan 2020: 41%", "Mar 2020: 43%"])
    }
}
