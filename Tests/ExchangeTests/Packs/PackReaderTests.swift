import Exchange
import Sightline
import Statistics
import Testing

struct PackReaderTests {
    /// What is wrong with a text, each as `line: field: sentence`.
    private static func problems(_ text: String) -> [String] {
        let reading = PackReader.read(text)
        #expect((reading.content == nil) == !reading.problems.isEmpty)
        return reading.problems.map(\.description)
    }

    @Test func `a small file says what it says, and the rest is as usual`() throws {
        let content = try #require(PackReader.read(PackSamples.sound).content)
        #expect(content.header.name == "falls" && content.header.reviewed == nil)
        let measure = try #require(content.measures.first?.measure)
        #expect(measure.key == "falls-with-harm" && measure.chart.kind == .c)
        #expect(measure.chart.rules == .mdc && measure.chart.minimumPoints == 13)
        #expect(measure.reportingDays == 31 && measure.disclosure == nil && measure.targets.isEmpty)
        #expect(measure.chart.multiplier == 1 && measure.definition.denominator == nil)
    }

    @Test func `every field is read, in quotes and over several lines`() throws {
        let reading = PackReader.read(PackSamples.full)
        #expect(reading.problems.map(\.description) == [])
        let content = try #require(reading.content)
        #expect(content.header.title == "It's time" && content.header.purpose == "Two lines\nof it")
        #expect(content.header.reviewer == "Dr Lee" && content.header.reviewed == Day("2026-03-01"))
        let measure = try #require(content.measures.first?.measure)
        #expect(measure.title == "Seen: in time" && measure.why == "Waiting hurts")
        #expect(measure.definition.denominator == "Everyone" && measure.definition.period == .week)
        #expect(measure.format == ValueFormat(unit: "%", decimals: 1) && measure.chart.multiplier == 100)
        #expect(measure.chart.rules.name == .nelson && measure.chart.rules.shiftLength == 8)
        #expect(measure.chart.rules.trendLength == 7 && measure.chart.baseline == 24)
        #expect(measure.chart.minimumPoints == 10 && measure.chart.screensMovingRanges)
        #expect(measure.targets.map(\.value) == [90, 95.5] && measure.targets.first?.start == .first)
        #expect(measure.provenance.attribution == "Contains things" && measure.owner == "The team")
        #expect(measure.nextReview == Day("2027-01-31") && measure.reportingDays == nil)
        #expect(measure.disclosure == DisclosureRule(threshold: 5, withholdsZeros: true, rounding: 10))
    }

    @Test(arguments: [
        ("title: Falls on wards\n", "title: Falls\ncolour: red\n", "5: colour: There is no such field."),
        ("title: Falls on wards\n", "", "1: title: This is needed."),
        ("title: Falls on wards", "title:", "4: title: Write a value, or leave the line out."),
        ("title: Falls on wards", "title:\n  - Falls", "4: title: Write one value here, and no list."),
        ("title: Falls on wards", "title: Falls\ntitle: More", "4: title: This field is there twice"),
        ("format: 1", "format: 2", "2: format: This sightline reads format 1"),
        ("format: 1", "format: \"1\"", "2: format: Write a whole number without quotes"),
        ("kind: measures", "kind: instrument", "1: kind: Only packs of measures are read"),
        ("name: falls", "name: Falls!", "3: name: Use lower-case letters, digits and single hyphens"),
        ("author: The falls group", "author: A\nreviewed-by: B", "1: reviewed-on: This is needed."),
        (
            "licence: CC BY 4.0", "licence: CC\nnext-review: soon",
            "8: next-review: Write a day as 2027-03-31."
        ),
        ("chart: c", "chart: pie", "16: measure 1, chart: Use one of run, xmr"),
        ("chart: c", "chart: p", "9: measure 1, denominator: A p chart plots one number over another"),
        ("chart: c", "chart: c\n    decimals: one", "17: measure 1, decimals: Write a whole number"),
        ("chart: c", "chart: c\n    decimals: 12", "17: measure 1, decimals: Use a number from 0 to 9"),
        ("chart: c", "chart: c\n    multiplier: 0x10", "17: measure 1, multiplier: Write a number"),
        ("chart: c", "chart: c\n    shift-length: 2", "17: measure 1, shift-length: Use 3 or more."),
        ("chart: c", "chart: c\n    targets: 95", "17: measure 1, targets: Write a list"),
        (
            "chart: c", "chart: c\n    targets:\n      - from: 2026-01-01",
            "measure 1, targets 1, value: This is needed"
        ),
        ("chart: c", "chart: c\n    disclosure:\n      zeros-too: yes", "zeros-too: Write true or false."),
        (
            "chart: c", "chart: c\n    disclosure:\n      below: 500",
            "measure 1, disclosure: Use a number from 2"
        ),
        ("key: falls-with-harm", "key: Falls", "9: measure 1, key: Use lower-case letters"),
        ("role: outcome", "rôle: outcome", "12: measure 1, rôle: There is no such field."),
    ])
    func `what is wrong is said by line and field, with what would be right`(
        part: String,
        other: String,
        expected: String
    ) {
        let problems = Self.problems(PackSamples.changed(part, to: other))
        #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    }

    @Test(arguments: [
        ("a: &x [1]", "Anchors"), ("title: *x", "Anchors"), ("- &a b", "Anchors"), ("--- &a b", "Anchors"),
        ("title: !!binary aGk=", "Anchors"), ("&a title: x", "Anchors"), ("\"q\": &x y", "Anchors"),
        ("a: [1, 2]", "brackets"), ("a: {b: c}", "brackets"), ("? a\n: b", "?"),
        ("%YAML 1.2\n---\na: b", "%"),
        ("a: foo\n  \"bar\nb: &x y", "quotes, or a |"), ("a:\n  foo\n  \"bar\nb: &x y", "quotes, or a |"),
        ("a: 1 # c\u{2028}b: &x y", "ends lines"), ("a: 1\u{85}b: &x y", "ends lines"),
        ("a: 1\n\u{FEFF}b: &x y", "ends lines"), ("- - - - - - - - - - - a", "too deeply"),
        (String(repeating: " ", count: 70) + "a: b", "too deeply"), ("|\n a", "on the line of its name"),
        ("a: b: c", "This is no YAML"), ("a: \"b", "This is no YAML"), ("a: b\n---\nc: d", "This is no YAML"),
        ("", "A pack begins with names and values"), ("- a", "A pack begins with names"),
        ("a: \u{1}", "This is no YAML"), ("a: b\n\tc: d", "This is no YAML"),
    ])
    func `what YAML can do beyond plain names and values is not read`(text: String, expected: String) {
        let problems = Self.problems(text)
        #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
    }

    @Test func `stars, ampersands and brackets within texts are texts`() throws {
        let text = PackSamples.changed(
            "purpose: To see whether fewer people fall.",
            to: "purpose: |\n  * Fish & chips, &c\n  - [x] done: !important\n  \"quoted"
        )
        let content = try #require(PackReader.read(text).content, "\(Self.problems(text))")
        #expect(content.header.purpose == "* Fish & chips, &c\n- [x] done: !important\n\"quoted")
    }

    @Test func `a key or a title that is there twice is told of, whatever its case`() {
        let twin = PackSamples.measure.replacing("Falls with harm", with: "FALLS with harm")
        let problems = Self.problems(PackSamples.sound + twin)
        #expect(problems.contains { $0.hasPrefix("17: measure 2, key: Measure 1 has this key already") })
        #expect(problems.contains { $0.hasPrefix("18: measure 2, title: Measure 1 has this title already") })
    }

    @Test func `a file that is too large, has too many measures or is no text is refused as a whole`() {
        let large = PackSamples.sound + String(repeating: "# more\n", count: 20_000)
        #expect(Self.problems(large).first?.hasPrefix("The file has") == true)
        #expect(PackReader.read(Array(large.utf8)).problemCount == 1)
        let notText = PackReader.read([0xFF, 0xFE, 0x00])
        #expect(notText.problems.map(\.description) == ["The file isn’t text in UTF-8."])
        let crowd = (0..<201).map { index in
            PackSamples.measure.replacing("falls-with-harm", with: "f\(index)")
                .replacing("Falls with harm", with: "F\(index)")
        }
        let problems = Self.problems(PackSamples.header + "measures:\n" + crowd.joined())
        #expect(problems == ["8: measures: Use at most 200 measures: make several packs of more."])
    }

    @Test func `lines may end in any way, and what is kept ends them in one`() {
        let reading = PackReader.read(
            Array(("\u{FEFF}" + PackSamples.sound.replacing("\n", with: "\r\n")).utf8)
        )
        #expect(reading.text == PackSamples.sound && reading.content != nil)
        #expect(PackReader.read(PackSamples.sound.replacing("\n", with: "\r")).content != nil)
    }

    @Test(arguments: ShippedPack.allCases)
    func `every pack that comes with the program is sound, and has something for everyone`(
        shipped: ShippedPack
    ) throws {
        #expect(shipped.reading.problems.map(\.description) == [])
        let content = try #require(shipped.reading.content)
        #expect(content.header.name == shipped.rawValue)
        #expect(content.measures.allSatisfy { !$0.measure.why.isEmpty })
        #expect(content.measures.contains { $0.measure.role == .balancing })
    }
}
