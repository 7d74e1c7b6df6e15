import Foundation
import Testing

struct ImportTests {
    private static let header = "measure,unit,date,value\n"
    /// Months that the demo has long passed, so that they are new to it.
    private static let old =
        header + "bullying-reports,APP-GEN,2001-01-01,4\nbullying-reports,APP-GEN,2001-02-01,5\n"

    @Test
    func `the second import of a file changes nothing and says so`() throws {
        let database = try SampleDatabase()
        let first = try database.run("import", "-", input: Self.old)
        #expect(first.status == 0)
        #expect(
            first.output
                == "Recorded: 2 appended, 0 revised, 0 removed, 0 unchanged; 1 series changed, 0 of them new\n"
        )
        let before = try database.run("export", "--editions").output
        let second = try database.run("import", "-", input: Self.old)
        #expect(second.status == 0)
        #expect(second.output == "Nothing changed: 2 observations recorded already\n")
        #expect(try database.run("export", "--editions").output == before)
    }

    @Test
    func `appended, revised, removed and unchanged are told apart`() throws {
        let database = try SampleDatabase()
        let group = "measure,unit,group,date,value\n"
        func rows(_ values: [Int?]) -> String {
            values.enumerated().map { index, value in
                value.map { "bullying-reports,APP-GEN,night,2001-0\(index + 1)-01,\($0)\n" } ?? ""
            }.joined()
        }
        let new = try database.run("import", "-", input: group + rows([1, 2, 3]))
        #expect(
            new.output.contains(
                "3 appended, 0 revised, 0 removed, 0 unchanged; 1 series changed, 1 of them new"
            )
        )
        let merged = try database.run("import", "-", input: group + rows([nil, 2, 4, 5]))
        #expect(merged.output.contains("1 appended, 1 revised, 0 removed, 1 unchanged"))
        let replaced = try database.run(
            "import",
            "-",
            "--mode",
            "replace",
            input: group + rows([nil, 2, 4, 5])
        )
        #expect(replaced.output.contains("0 appended, 0 revised, 1 removed, 3 unchanged"))
    }

    @Test
    func `a file with a bad row is refused whole, every bad row is named, and the rest goes in when asked`()
        throws
    {
        let database = try SampleDatabase()
        let before = try database.run("export").output
        let file = Self.old + "bullying-reports,NOWHERE,2001-03-01,6\nbullying-report,APP-GEN,2001-03-01,6\n"
        let refused = try database.run("import", "-", input: file)
        #expect(refused.status == 65 && refused.output.isEmpty)
        #expect(refused.errors.contains("standard input: row 4, column unit: "))
        #expect(refused.errors.contains("row 5, column measure: "))
        #expect(refused.errors.contains("did you mean “bullying-reports”?"))
        #expect(refused.errors.contains("2 bad rows, so nothing was recorded"))
        #expect(try database.run("export").output == before)
        let skipped = try database.run("import", "-", "--skip-bad-rows", input: file)
        #expect(skipped.status == 0)
        #expect(skipped.errors.contains("2 bad rows left out"))
        #expect(skipped.output.contains("2 appended"))
    }

    @Test
    func `what a file leaves out is not removed while rows of it are bad`() throws {
        let database = try SampleDatabase()
        _ = try database.run("import", "-", input: Self.old)
        let before = try database.run("export").output
        let file =
            Self.header + "bullying-reports,APP-GEN,2001-01-01,4\nbullying-reports,APP-GEN,2001-02-01,five\n"
        let refused = try database.run("import", "-", "--mode", "replace", "--skip-bad-rows", input: file)
        #expect(refused.status == 65 && refused.output.isEmpty)
        #expect(
            refused.errors.contains("with --mode replace, rows that are left out would take their periods")
        )
        #expect(try database.run("export").output == before)
    }

    @Test
    func `after a hundred bad rows the rest is counted`() throws {
        let database = try SampleDatabase()
        let rows = (0..<130).map { "bullying-reports,APP-GEN,2001-01-01,x\($0)\n" }.joined()
        let refused = try database.run("import", "-", input: Self.header + rows)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("and 30 more bad rows\n"))
        #expect(refused.errors.split(separator: "\n").count == 102)
    }

    @Test
    func `a rehearsal says what would change and changes nothing`() throws {
        let database = try SampleDatabase()
        let before = try database.run("export").output
        let rehearsal = try database.run("import", "-", "--dry-run", input: Self.old)
        #expect(rehearsal.status == 0)
        #expect(rehearsal.output.hasPrefix("Would be recorded: 2 appended"))
        #expect(try database.run("export").output == before)
    }

    @Test
    func `measure, unit and columns can be chosen on the command line`() throws {
        let database = try SampleDatabase()
        let imported = try database.run(
            "import",
            "-",
            "--measure",
            "bullying-reports",
            "--unit",
            "APP-GEN",
            "--date",
            "Month",
            "--value",
            "Count",
            "--reason",
            "Found in a drawer",
            "--author",
            "Ada",
            input: "Month,Count\n2001-01,4\n"
        )
        #expect(imported.output.contains("1 appended"))
        let editions = try database.run(
            "export",
            "--editions",
            "--measure",
            "bullying-reports",
            "--unit",
            "APP-GEN"
        )
        #expect(editions.output.contains("bullying-reports,APP-GEN,,2001-01-01,4,,,,"))
        #expect(editions.output.contains(",Ada,Found in a drawer\n"))
    }

    @Test
    func `what is missing is made only when asked, and all in one go`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("new.sqlite")
        let file = try folder.write(
            Self.header + "Visits at home,H1,2024-01-01,4\nVisits at home,H2,2024-01-01,5\n"
        )
        let refused = try CommandRun(["import", file, "--database", path])
        #expect(refused.status == 65)
        let made = try CommandRun(
            ["import", file, "--database", path, "--create-missing", "--stakeholder", "patient"])
        #expect(made.status == 0)
        #expect(made.output.hasPrefix("2 new units\n1 new measure\nRecorded: 2 appended"))
        let export = try CommandRun(["export", "--database", path])
        #expect(export.output.contains("visits-at-home,H2,,2024-01-01,5,,,\n"))
        let again = try CommandRun(
            ["import", file, "--database", path, "--create-missing", "--stakeholder", "patient"])
        #expect(again.output == "Nothing changed: 2 observations recorded already\n")
    }

    @Test
    func `a bad row takes back what was made for the others`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("new.sqlite")
        let file = try folder.write(Self.header + "Visits,H1,2024-01-01,4\nVisits,H1,2024-02-01,many\n")
        let refused = try CommandRun(
            ["import", file, "--database", path, "--create-missing", "--stakeholder", "patient"])
        #expect(refused.status == 65)
        let doctor = try CommandRun(["doctor", "--database", path])
        #expect(doctor.output.contains("unit: 0, measure: 0, series: 0"))
    }

    struct Misuse: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var status: Int32
        var words: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Misuse(
            arguments: ["import", "/nowhere/at-all.csv"],
            status: 74,
            words: "cannot open /nowhere/at-all.csv"
        ),
        Misuse(arguments: ["import"], status: 64, words: "Missing expected argument"),
        Misuse(arguments: ["import", "x.csv", "--create-missing"], status: 64, words: "--stakeholder"),
        Misuse(arguments: ["import", "x.csv", "--mode", "append"], status: 64, words: "merge"),
        Misuse(
            arguments: ["backup", "/tmp/x", "--database", "postgres://h/d"],
            status: 64,
            words: "pg_dump"
        ),
        Misuse(
            arguments: ["restore", "/tmp/x", "--database", "postgres://h/d"],
            status: 64,
            words: "pg_restore"
        ),
    ])
    func `wrong usage and unreadable files have statuses of their own`(misuse: Misuse) throws {
        let run = try CommandRun(misuse.arguments)
        #expect(run.status == misuse.status && run.output.isEmpty)
        #expect(run.errors.contains(misuse.words))
    }

    @Test
    func `an unknown key or code on the command line is wrong usage`() throws {
        let database = try SampleDatabase()
        let measure = try database.run("import", "-", "--measure", "nothing", input: "unit,date,value\n")
        #expect(measure.status == 64 && measure.errors == "no measure has the key nothing\n")
        let unit = try database.run("export", "--unit", "nobody")
        #expect(unit.status == 64 && unit.errors == "no unit has the code nobody\n")
    }
}
