import Foundation
import Testing

/// `sightline analyse` as a person types it.
struct AnalyseTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func analyse(_ text: String, _ arguments: String...) throws -> CommandRun {
        try CommandRun(["analyse", try folder.write(text)] + arguments)
    }

    @Test func `a series is one row of thirteen columns`() throws {
        let run = try analyse(SampleFile.twoSeries)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(
            run.output.hasPrefix(
                "series,chart,rules,points,first,last,latest,centre_line,lower_limit,upper_limit,"
                    + "variation,assurance,signals\n"
            )
        )
        let rows = run.rows
        #expect(rows.map { $0["series"] } == ["a", "b"])
        let a = try #require(rows.first)
        #expect(a["chart"] == "xmr")
        #expect(a["rules"] == "mdc")
        #expect(a["points"] == "20")
        #expect(a["first"] == "2020-01-01")
        #expect(a["last"] == "2021-08-01")
        #expect(a["latest"] == "11")
        #expect(a["centre_line"] == "10")
        // Every moving range is 2: limits lie 2.66 x 2 from the centre line.
        #expect(a["lower_limit"] == "4.68")
        #expect(a["upper_limit"] == "15.32")
        #expect(a["variation"] == "common-cause")
        #expect(a["assurance"] == "no-target")
        #expect(a["signals"] == "0")
        #expect(rows[1]["variation"] == "high")
    }

    @Test func `with --points a point is one row of nine columns`() throws {
        let run = try analyse(SampleFile.twoSeries, "--points")
        #expect(
            run.output.hasPrefix(
                "series,date,value,phase,centre_line,lower_limit,upper_limit,excluded,signals\n"
                    + "a,2020-01-01,9,1,10,4.68,15.32,false,\n"
            )
        )
        #expect(run.rows.count == 40)
        #expect(run.rows.last?["signals"]?.split(separator: ";").contains("shift") == true)
    }

    @Test func `missing points keep their row and lose their value`() throws {
        let text = SampleFile.header + "a,2020-01-01,\na,2020-02-01,NA\na,2020-03-01,5\na,2020-04-01,7\n"
        let run = try analyse(text, "--points")
        #expect(run.rows.map { $0["value"] } == ["", "", "5", "7"])
        let summary = try #require(try analyse(text).rows.first)
        #expect(summary["points"] == "2")
        #expect(summary["first"] == "2020-03-01")
        #expect(summary["variation"] == "too-few")
        #expect(summary["assurance"] == "too-few")
    }

    @Test func `rows may come in any order`() throws {
        let lines = SampleFile.twoSeries.split(separator: "\n")
        let shuffled = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        #expect(try analyse(shuffled, "--points").output == analyse(SampleFile.twoSeries, "--points").output)
    }

    @Test func `byte order mark, CRLF and quotes make no difference`() throws {
        let plain = try analyse(SampleFile.twoSeries)
        let dressed =
            "\u{FEFF}" + SampleFile.twoSeries.replacing("\n", with: "\r\n").replacing("b,", with: "\"b\",")
        #expect(try analyse(dressed).output == plain.output)
    }

    @Test(arguments: [false, true])
    func `a hyphen reads standard input, from a file or a pipe`(isPiped: Bool) throws {
        let input = Array(SampleFile.twoSeries.utf8)
        let run = try CommandRun(["analyse", "-"], input: input, isPiped: isPiped)
        #expect(run.output == (try analyse(SampleFile.twoSeries).output))
    }

    @Test func `column names don't depend on case`() throws {
        let run = try analyse(
            SampleFile.twoSeries.replacing("series,date,value", with: "Series, DATE ,Value")
        )
        #expect(run.output == (try analyse(SampleFile.twoSeries).output))
    }

    @Test func `columns can be named`() throws {
        let text = "org,kind,when,n,of\n" + (0..<15).map { "x,\($0 % 3),\(2000 + $0),1,4\n" }.joined()
        let run = try analyse(
            text,
            "--by",
            "ORG",
            "--by",
            "kind",
            "--date",
            "when",
            "--numerator",
            "n",
            "--denominator",
            "of",
            "--chart",
            "p",
            "--minimum-points",
            "5"
        )
        #expect(run.rows.map { $0["series"] } == ["x|0", "x|1", "x|2"])
        #expect(run.rows.allSatisfy { $0["latest"] == "0.25" && $0["chart"] == "p" })
        #expect(run.rows.allSatisfy { $0["variation"] == "common-cause" })
        #expect(run.rows.first?["first"] == "2000-01-01")
    }

    @Test func `without a column of series all rows are one`() throws {
        let run = try analyse("date,value\n2020,1\n2021,2\n2022,3\n")
        #expect(run.rows.count == 1)
        #expect(run.rows.first?["series"] == "")
        #expect(run.rows.first?["last"] == "2022-01-01")
    }

    @Test func `a series whose name holds a comma or a quote is quoted`() throws {
        let run = try analyse("series,date,value\n\"a, \"\"b\"\"\",2020,1\n\"a, \"\"b\"\"\",2021,2\n")
        #expect(run.output.contains("\n\"a, \"\"b\"\"\",xmr,"))
    }

    @Test func `JSON holds the same with numbers as numbers and what is missing as null`() throws {
        let run = try analyse(SampleFile.header + "a,2020-01,5\n", "--json")
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        )
        let row = try #require(rows.first)
        #expect(row["series"] as? String == "a")
        #expect(row["points"] as? Int == 1)
        #expect(row["latest"] as? Double == 5)
        #expect(row["first"] as? String == "2020-01-01")
        #expect(row["lower_limit"] is NSNull)
        #expect(row["variation"] as? String == "too-few")
    }

    @Test func `JSON of points lists the rules of each`() throws {
        let run = try analyse(SampleFile.twoSeries, "--json", "--points")
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        )
        #expect(rows.count == 40)
        #expect((rows.last?["signals"] as? [String])?.contains("shift") == true)
        #expect(rows.first?["excluded"] as? Bool == false)
        #expect(rows.first?["phase"] as? Int == 1)
    }

    @Test func `one picture a series goes into a folder that is made`() throws {
        let text = SampleFile.twoSeries + SampleFile.rows("../x/y") { $0 % 3 }
        let run = try analyse(text, "--svg", folder.path("charts/new"))
        #expect(run.status == 0)
        #expect(run.rows.count == 3)
        #expect(try folder.contents(of: "charts/new") == ["-..-x-y.svg", "a.svg", "b.svg"])
        let picture = try String(contentsOfFile: folder.path("charts/new/a.svg"), encoding: .utf8)
        #expect(picture.hasPrefix("<svg xmlns="))
        #expect(picture.contains("common-cause"))
    }

    @Test(arguments: [1, 2, 3, 8])
    func `the number of threads makes no difference`(threads: Int) throws {
        let run = try analyse(SampleFile.twoSeries, "--threads", "\(threads)", "--points")
        #expect(run.output == (try analyse(SampleFile.twoSeries, "--points").output))
    }
}
