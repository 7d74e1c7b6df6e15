import Foundation
import Testing

struct PackTests {
    private static func pack(_ title: String = "Falls", chart: String = "c") -> String {
        """
        kind: measures
        format: 1
        name: falls
        title: \(title)
        purpose: To see whether fewer people fall.
        author: The falls group
        licence: CC BY 4.0
        measures:
          - key: falls-with-harm
            title: Falls with harm
            stakeholder: patient
            role: outcome
            better: down
            numerator: Falls after which someone was hurt
            period: month
            chart: \(chart)

        """
    }

    @Test func `a file is checked without a database, and what is wrong is told by file, line and field`()
        throws
    {
        let folder = try TemporaryFolder()
        let (good, bad) = (folder.path("good.yaml"), folder.path("bad.yaml"))
        try Self.pack().write(toFile: good, atomically: true, encoding: .utf8)
        try Self.pack(chart: "pie\n    colour: red").write(toFile: bad, atomically: true, encoding: .utf8)
        let sound = try CommandRun(["pack", "check", good])
        #expect(sound.status == 0 && sound.errors.isEmpty)
        #expect(sound.output == "\(good): Falls, 1 measure\n")
        let both = try CommandRun(["pack", "check", bad, good])
        #expect(both.status == 65)
        #expect(both.errors.contains("\(bad):16: measure 1, chart: Use one of run, xmr"))
        #expect(both.errors.contains("\(bad):17: measure 1, colour: There is no such field."))
        #expect(both.output == sound.output, "a bad file doesn't hide a good one")
        #expect(try CommandRun(["pack", "check", folder.path("none.yaml")]).status == 74)
        let piped = try CommandRun(["pack", "check", "-"], input: Array("a: [1]".utf8))
        #expect(piped.status == 65 && piped.errors.hasPrefix("standard input:1: Lists and names in brackets"))
    }

    @Test func `what comes with the program is written out, passes the check, and is in the repository`()
        throws
    {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        for name in ["urgent-and-emergency-care", "joined-up-care"] {
            let export = try CommandRun(["pack", "export", name])
            #expect(export.status == 0)
            let file = root.appending(path: "Packs/\(name).yaml").standardized
            #expect(try String(contentsOf: file, encoding: .utf8) == export.output)
            #expect(try CommandRun(["pack", "check", file.path]).status == 0)
        }
        #expect(try CommandRun(["pack", "export", "none"]).status == 64)
        #expect(try CommandRun(["pack", "export", "joined-up-care", "--kept"]).status == 64)
    }

    @Test func `a file is kept as a version of the unit's pack, and written out as it was`() throws {
        let database = try SampleDatabase()
        func keep(_ text: String) throws -> CommandRun {
            try database.run("pack", "import", "-", "--unit", "BRI-INF", "--author", "Kim", input: text)
        }
        #expect(try keep(Self.pack()).output.hasPrefix("Kept: falls, version 1, in "))
        #expect(try keep(Self.pack()).output == "Nothing changed: version 1 of falls says the same\n")
        #expect(try keep(Self.pack("Fewer falls")).output.hasPrefix("Kept: falls, version 2, in "))
        #expect(try keep(Self.pack(chart: "pie")).status == 65)
        #expect(try database.rows("SELECT author FROM pack_version WHERE name = 'falls'") == ["Kim", "Kim"])
        let newest = ["pack", "export", "falls", "--unit", "BRI-INF", "--database", database.path]
        #expect(try CommandRun(newest).status == 64, "the unit keeps it to itself")
        #expect(try CommandRun(newest + ["--kept"]).output == Self.pack("Fewer falls"))
        #expect(try CommandRun(newest + ["--kept", "--pack-version", "1"]).output == Self.pack())
        #expect(try CommandRun(newest + ["--kept", "--pack-version", "3"]).status == 64)
        let told = try database.rows(
            "SELECT count(*) FROM audit WHERE act = 'exported' AND subject_kind = 'pack'"
        )
        #expect(told == ["2"])
        #expect(try database.run("pack", "import", "-", "--unit", "NONE", input: Self.pack()).status == 64)
    }

    @Test func `the list leaves out what units keep unless it is asked for`() throws {
        let database = try SampleDatabase()
        let list = try database.run("pack", "list")
        #expect(list.status == 0)
        #expect(list.output.contains("FOURWAYS,joined-up-care,2,7,community,"))
        #expect(list.output.contains(",urgent-and-emergency-care,,6,everyone,"))
        #expect(!list.output.contains("speaking-up"))
        #expect(list.errors == "left out: 1 pack that a unit keeps to itself (--kept)\n")
        let all = try database.run("pack", "list", "--kept")
        #expect(all.output.contains("APP-GEN,speaking-up,2,2,unit,") && all.errors.isEmpty)
    }
}
