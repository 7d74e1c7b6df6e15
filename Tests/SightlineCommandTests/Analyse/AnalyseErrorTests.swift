import Foundation
import Testing

/// What `sightline analyse` says of what it can't use, and how it ends.
struct AnalyseErrorTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct BadData: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var arguments: [String] = []
        /// What the message must hold.
        var message: [String]
    }

    private static let header = "series,date,value\n"
    private static let ratio = "date,numerator,denominator\n"

    @Test(arguments: [
        BadData(
            testDescription: "not a number",
            text: header + "a,2020-01-01,1\na,2020-02-01,abc\n",
            message: ["row 3", "column value", "\"abc\" is not a number", "write one like"]
        ),
        BadData(
            testDescription: "inf",
            text: header + "a,2020-01-01,inf\n",
            message: ["row 2", "\"inf\" is not a finite"]
        ),
        BadData(
            testDescription: "nan",
            text: header + "a,2020-01-01,NaN\n",
            message: ["row 2", "\"NaN\" is not a finite"]
        ),
        BadData(
            testDescription: "not a date",
            text: header + "a,01/02/2020,1\n",
            message: ["row 2", "column date", "\"01/02/2020\" is not a date", "2024-03-01"]
        ),
        BadData(
            testDescription: "no date",
            text: header + "a,,1\n",
            message: ["row 2", "column date", "no date"]
        ),
        BadData(
            testDescription: "31 February",
            text: header + "a,2020-02-31,1\n",
            message: ["\"2020-02-31\" is not a date"]
        ),
        BadData(
            testDescription: "two rows for a period",
            text: header + "a,2020-01,1\nb,2020,2\na,2020-01-01,3\n",
            message: ["row 4", "column date", "2020-01-01", "already on row 2"]
        ),
        BadData(
            testDescription: "numerator above denominator",
            text: ratio + "2020,5,4\n",
            arguments: ["--chart", "p"],
            message: ["row 2", "column numerator", "\"5\" is above its denominator, \"4\""]
        ),
        BadData(
            testDescription: "the same on P-prime",
            text: ratio + "2020,5,4\n",
            arguments: ["--chart", "p-prime"],
            message: ["row 2", "above its denominator"]
        ),
        BadData(
            testDescription: "the same on NP",
            text: ratio + "2020,5,4\n",
            arguments: ["--chart", "np"],
            message: ["row 2", "above its denominator"]
        ),
        BadData(
            testDescription: "negative count",
            text: header + "a,2020,-1\n",
            arguments: ["--chart", "c"],
            message: ["row 2", "column value", "\"-1\" is below zero"]
        ),
        BadData(
            testDescription: "negative denominator",
            text: ratio + "2020,1,-4\n",
            arguments: ["--chart", "u"],
            message: ["row 2", "column denominator", "\"-4\" is below zero"]
        ),
        BadData(
            testDescription: "zero on T",
            text: header + "a,2020,0\n",
            arguments: ["--chart", "t"],
            message: ["row 2", "column value", "\"0\" is not above zero"]
        ),
        BadData(
            testDescription: "too few fields",
            text: header + "a,2020\n",
            message: ["row 2", "2 fields", "header has 3"]
        ),
        BadData(
            testDescription: "too many fields",
            text: header + "a,2020,1,5\n",
            message: ["row 2", "4 fields", "header has 3"]
        ),
        BadData(
            testDescription: "unclosed quote",
            text: header + "a,2020,1\n\"b,2020,1\n",
            message: ["row 3", "column series", "never closed, at \"b,2020,1\\n\""]
        ),
        BadData(testDescription: "no rows", text: header, message: ["no rows"]),
        BadData(testDescription: "empty file", text: "", message: ["row 1", "empty"]),
        BadData(
            testDescription: "no date column",
            text: "series,value\na,1\n",
            message: ["row 1", "no column date"]
        ),
        BadData(testDescription: "no values", text: "series,date\na,2020\n", message: ["row 1", "--value"]),
        BadData(
            testDescription: "column named that isn't there",
            text: header + "a,2020,1\n",
            arguments: ["--value", "x"],
            message: ["no column x", "series, date, value"]
        ),
        BadData(
            testDescription: "two columns alike",
            text: "date,value,Value\n2020,1,2\n",
            message: ["more than one column value"]
        ),
        BadData(
            testDescription: "P without a denominator",
            text: header + "a,2020,1\n",
            arguments: ["--chart", "p"],
            message: ["p chart needs a numerator and a denominator", "--numerator and --denominator"]
        ),
        BadData(
            testDescription: "P without any numbers",
            text: "series,date,count\na,2020,1\n",
            arguments: ["--chart", "p"],
            message: ["p chart needs a numerator and a denominator"]
        ),
        BadData(
            testDescription: "too large",
            text: header + "a,2020,1e200\n",
            message: ["row 2", "\"1e200\" is too large"]
        ),
    ])
    func `bad data is named by file, row, column and text`(_ example: BadData) throws {
        let path = try folder.write(example.text)
        let run = try CommandRun(["analyse", path] + example.arguments)
        #expect(run.status == 65)
        #expect(run.output == "")
        for part in [path] + example.message { #expect(run.errors.contains(part), "\(run.errors)") }
    }

    @Test func `text that is not UTF-8 is bad data`() throws {
        let run = try CommandRun(
            ["analyse", "-"],
            input: Array((Self.header + "Ren").utf8) + [0xE9] + Array(",2020,1\n".utf8)
        )
        #expect(run.status == 65)
        #expect(run.errors.contains("standard input: row 2, column series"))
        #expect(run.errors.contains("not UTF-8"))
    }

    @Test func `every bad row is told, up to a hundred, and then how many more`() throws {
        let text =
            Self.header + (0..<150).map { "a,\(2000 + $0),\($0 % 50 == 0 ? "1" : "x\($0)")\n" }.joined()
        let run = try CommandRun(["analyse", try folder.write(text)])
        #expect(run.status == 65)
        let told = run.errors.split(separator: "\n").filter { $0.contains("is not a number") }
        #expect(told.count == 100)
        #expect(told.first?.contains("row 3,") == true)
        #expect(run.errors.contains("47 bad rows more"))
    }

    @Test func `bad rows can be left out`() throws {
        let text = Self.header + "a,2020,1\na,2021,x\na,2022,3\na,2022,4\nb\n"
        let run = try CommandRun(["analyse", try folder.write(text), "--skip-bad-rows"])
        #expect(run.status == 0)
        #expect(run.rows.map { $0["points"] } == ["2"])
        #expect(run.rows.first?["latest"] == "3")
        for part in ["row 3,", "row 5,", "row 6:", "3 bad rows left out"] {
            #expect(run.errors.contains(part))
        }
    }

    @Test func `leaving out every row leaves nothing to analyse`() throws {
        let run = try CommandRun(["analyse", try folder.write(Self.header + "a,2020,x\n"), "--skip-bad-rows"])
        #expect(run.status == 65)
        #expect(run.errors.contains("row 2,"))
        #expect(run.errors.contains("no rows"))
    }

    @Test(arguments: [
        ["--chart", "pie"], ["--rules", "none"], ["--better", "sideways"], ["--target", "nan"],
        ["--target", "much"],
        ["--multiply", "0"], ["--multiply", "-1"], ["--multiply", "1e-200"], ["--multiply", "1e101"],
        ["--phase-start", "soon"], ["--baseline", "0"],
        ["--minimum-points", "0"], ["--threads", "0"], ["--rules", "anhoej", "--shift-length", "6"],
        ["--chart", "run", "--trend-length", "6"], ["--trend-length", "2"], ["--nonsense"], ["second.csv"],
        ["--svg", ""],
    ])
    func `wrong usage ends with 64`(arguments: [String]) throws {
        let run = try CommandRun(["analyse", try folder.write(SampleFile.twoSeries)] + arguments)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.contains("Usage: sightline analyse"))
    }

    @Test(arguments: [
        (["--by", "date"], ["column date", "the series and the date"]),
        (["--by", "series", "--by", "series"], ["column series", "the series and the series"]),
        (["--by", "value"], ["column value", "the series and the value"]),
        (["--date", "value"], ["column value", "the date and the value"]),
        (
            ["--numerator", "value", "--denominator", "value"],
            ["column value", "the numerator and the denominator"]
        ),
        (["--denominator", "value"], ["no column numerator among", "--numerator"]),
        (["--numerator", "value"], ["no column denominator among", "--denominator"]),
        (["--numerator", "value", "--chart", "p"], ["no column denominator among", "--denominator"]),
    ])
    func `columns that can't be what they are asked to be are wrong usage`(
        arguments: [String],
        message: [String]
    ) throws {
        let sorted = SampleFile.twoSeries
        for text in [sorted, sorted + SampleFile.rows("A") { _ in 1 }] {
            let run = try CommandRun(["analyse", try folder.write(text)] + arguments)
            #expect(run.status == 64)
            #expect(run.output == "")
            for part in message { #expect(run.errors.contains(part), "\(run.errors)") }
        }
    }

    @Test func `a c chart counts numerators without a denominator`() throws {
        let arguments = ["--chart", "c", "--numerator", "value"]
        #expect(try CommandRun(["analyse", try folder.write(SampleFile.twoSeries)] + arguments).status == 0)
    }

    @Test(arguments: [
        (["--multiply", "1e200"], "from 1e-100 to 1e100"),
        (["--multiply", "1e-200"], "from 1e-100 to 1e100"),
        (["--threads", "-1"], "--threads -1: give at least 1"),
        (["--baseline", "-1"], "--baseline -1: give at least 1"),
    ])
    func `a number out of range is told with the range`(arguments: [String], message: String) throws {
        let run = try CommandRun(["analyse", try folder.write(SampleFile.twoSeries)] + arguments)
        #expect(run.status == 64 && run.errors.contains(message), "\(run.errors)")
    }

    @Test func `what can't be left out isn't offered to be`() throws {
        let run = try CommandRun(["analyse", try folder.write(""), "--skip-bad-rows"])
        #expect(run.status == 65 && !run.errors.contains("--skip-bad-rows"))
    }

    @Test func `an advised chart takes a point that the likelier one refuses`() throws {
        let file = try folder.write(SampleFile.proportions + "2030-01-01,3,0\n")
        let advised = try CommandRun(["analyse", file, "--chart", "auto"])
        #expect(advised.status == 0)
        #expect(advised.errors == "")
        #expect(["u", "u-prime"].contains(advised.rows.first?["chart"]))
        let asked = try CommandRun(["analyse", file, "--chart", "p"])
        #expect(asked.status == 65)
        #expect(asked.errors.contains("row 22, column numerator: \"3\" is above its denominator"))
    }

    @Test func `no file is wrong usage`() throws {
        #expect(try CommandRun(["analyse"]).status == 64)
    }

    @Test func `a file that isn't there ends with 74`() throws {
        let run = try CommandRun(["analyse", folder.path("none.csv")])
        #expect(run.status == 74)
        #expect(run.errors.contains("cannot open \(folder.path("none.csv")): No such file"))
    }

    @Test func `a folder can't be read`() throws {
        #expect(try CommandRun(["analyse", folder.path("")]).status == 74)
    }

    @Test func `pictures that can't be written end with 74`() throws {
        let file = try folder.write(SampleFile.twoSeries)
        let run = try CommandRun(["analyse", file, "--svg", file])
        #expect(run.status == 74)
        #expect(run.output == "")
    }
}
