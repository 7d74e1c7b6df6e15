import Testing

/// What the options of `sightline analyse` do to charts and rules.
struct AnalyseChartOptionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func analyse(_ text: String, _ arguments: String...) throws -> CommandRun {
        try CommandRun(["analyse", try folder.write(text)] + arguments)
    }

    @Test(arguments: ["run", "xmr", "mr", "p", "p-prime", "u", "u-prime", "np", "i-prime", "c"])
    func `charts take numerators and denominators`(chart: String) throws {
        let run = try analyse(SampleFile.proportions, "--chart", chart)
        #expect(run.errors == "")
        let row = try #require(run.rows.first)
        #expect(row["chart"] == chart)
        #expect(row["points"] == (chart == "mr" ? "19" : "20"))
        #expect(
            row["latest"] == (chart == "np" || chart == "c" ? "11" : chart == "mr" ? row["latest"] : "0.11")
        )
        #expect((row["upper_limit"] == "") == (chart == "run"))
    }

    @Test(arguments: ["run", "xmr", "mr", "c", "g", "t"])
    func `charts take plain values`(chart: String) throws {
        let run = try analyse(SampleFile.header + SampleFile.rows("a") { 3 + $0 % 4 }, "--chart", chart)
        #expect(run.errors == "")
        #expect(run.rows.first?["chart"] == chart)
        #expect(run.rows.first?["rules"] == (chart == "run" ? "anhoej" : "mdc"))
    }

    @Test(arguments: ["xbar", "s"])
    func `rows of one date are a subgroup`(chart: String) throws {
        let text =
            SampleFile.header
            + (0..<15).map { "a,\(2000 + $0),4\na,\(2000 + $0),NA\na,\(2000 + $0),8\n" }.joined()
        let run = try analyse(text, "--chart", chart)
        #expect(run.errors == "")
        let row = try #require(run.rows.first)
        #expect(row["points"] == "15")
        // The standard deviation of 4 and 8 is the root of 8.
        #expect(row["latest"] == (chart == "xbar" ? "6" : "2.8284271247461903"))
    }

    @Test func `auto chooses a chart for each series`() throws {
        let run = try analyse(SampleFile.proportions, "--chart", "auto")
        #expect(run.status == 0)
        #expect(["p", "p-prime"].contains(run.rows.first?["chart"]))
        #expect(
            try analyse("date,value\n2020,1.5\n2021,2.5\n", "--chart", "auto").rows.first?["chart"] == "run"
        )
    }

    @Test(arguments: ["mdc", "anhoej", "western-electric", "nelson", "ihi"])
    func `rules are named in the answer`(rules: String) throws {
        let run = try analyse(SampleFile.twoSeries, "--rules", rules)
        #expect(run.rows.allSatisfy { $0["rules"] == rules })
    }

    @Test(arguments: [
        ("western-electric", "western-electric-4"), ("nelson", "nelson-2"), ("ihi", "shift"),
        ("anhoej", "few-crossings"),
    ])
    func `points carry the rules' own names`(rules: String, name: String) throws {
        let run = try analyse(SampleFile.twoSeries, "--rules", rules, "--points")
        let signals = run.rows.filter { $0["series"] == "b" }.flatMap {
            ($0["signals"] ?? "").split(separator: ";")
        }
        #expect(signals.contains { $0 == name })
    }

    @Test func `lengths of trend and shift can be set`() throws {
        let rising = SampleFile.header + SampleFile.rows("a", months: 15) { $0 < 6 ? $0 : 2 + $0 % 2 }
        #expect(try analyse(rising, "--points").output.contains("trend") == false)
        #expect(try analyse(rising, "--points", "--trend-length", "6").output.contains("trend"))
        let shifted = SampleFile.header + SampleFile.rows("a", months: 15) { $0 < 6 ? 9 : $0 % 2 * 12 }
        #expect(try analyse(shifted, "--points").output.contains("shift") == false)
        #expect(try analyse(shifted, "--points", "--shift-length", "6").output.contains("shift"))
    }

    @Test(arguments: [("up", "improvement"), ("down", "concern"), ("none", "high")])
    func `better says what high values mean`(better: String, variation: String) throws {
        let run = try analyse(SampleFile.twoSeries, "--better", better)
        #expect(run.rows.last?["variation"] == variation)
    }

    @Test(arguments: [("4", "passing"), ("-4.5", "passing"), ("10", "hit-or-miss"), ("20", "failing")])
    func `a target is compared with the limits`(target: String, assurance: String) throws {
        let run = try analyse(SampleFile.twoSeries, "--better", "up", "--target", target)
        #expect(run.rows.first?["assurance"] == assurance)
    }

    @Test func `a multiplier takes values, lines and limits along, and the target is in its units`() throws {
        let run = try analyse(
            SampleFile.proportions,
            "--chart",
            "p",
            "--multiply",
            "100",
            "--better",
            "down",
            "--target",
            "90"
        )
        let row = try #require(run.rows.first)
        #expect(row["latest"] == "11")
        #expect(Double(row["centre_line"] ?? "").map { (10...12).contains($0) } == true)
        #expect(row["assurance"] == "passing")
    }

    @Test func `a phase starts at the first point on or after its date`() throws {
        let run = try analyse(
            SampleFile.twoSeries,
            "--points",
            "--phase-start",
            "2020-12-15",
            "--phase-start",
            "2019"
        )
        #expect(run.errors == "")
        let b = run.rows.filter { $0["series"] == "b" }
        #expect(b.map { $0["phase"] } == Array(repeating: "1", count: 12) + Array(repeating: "2", count: 8))
        #expect(b.first?["centre_line"] == "20.5")
        #expect(b.last?["centre_line"] == "40.5")
    }

    @Test func `a phase that no series reaches is warned of`() throws {
        let run = try analyse(SampleFile.twoSeries, "--phase-start", "2031-01-01")
        #expect(run.status == 0)
        #expect(run.errors.contains("no series has a point on or after 2031-01-01"))
        #expect(run.rows.count == 2)
    }

    @Test func `a baseline takes the limits from the first points`() throws {
        let run = try analyse(SampleFile.twoSeries, "--baseline", "12")
        #expect(run.rows.last?["centre_line"] == "20.5")
    }

    @Test func `screening leaves outlying moving ranges out`() throws {
        let text = SampleFile.header + SampleFile.rows("a") { $0 == 10 ? 100 : 9 + $0 % 2 * 2 }
        let plain = try #require(try analyse(text).rows.first?["upper_limit"].flatMap { Double($0) })
        let screened = try #require(
            try analyse(text, "--screen-outliers").rows.first?["upper_limit"].flatMap { Double($0) }
        )
        #expect(screened < plain / 2)
    }

    @Test func `a minimum of points can be set`() throws {
        let text = SampleFile.header + SampleFile.rows("a", months: 5) { $0 % 2 }
        #expect(try analyse(text).rows.first?["variation"] == "too-few")
        #expect(try analyse(text, "--minimum-points", "5").rows.first?["variation"] == "common-cause")
    }
}
