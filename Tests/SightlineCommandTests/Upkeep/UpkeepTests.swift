import Foundation
import Testing

struct UpkeepTests {
    @Test
    func `a rebuild of what nobody touched finds nothing, and of what was damaged mends it`() throws {
        let database = try SampleDatabase()
        let clean = try database.run("rebuild")
        #expect(clean.status == 0)
        let lines = clean.output.split(separator: "\n")
        #expect(lines.first == "212 series judged: nothing differed from what was recorded")
        #expect(lines.last?.hasSuffix(" cycles and change ideas in the library: nothing differed") == true)
        try database.sql("UPDATE status SET centre_line = 1 WHERE points > 0")
        let doctor = try database.run("doctor")
        #expect(doctor.status == 1)
        #expect(
            doctor.output.contains("problem  derived: ") && doctor.output.contains("run sightline rebuild")
        )
        let mended = try database.run("rebuild")
        #expect(mended.output.hasPrefix("212 series judged: 212 status rows and 0 signals differed"))
        #expect(try database.run("rebuild").output == clean.output)
    }

    @Test
    func `a backup is a whole database, and overwrites nothing`() throws {
        let database = try SampleDatabase()
        let copy = database.folder.path("copy.sqlite")
        #expect(try database.run("backup", copy).status == 0)
        let original = try database.run("export", "--editions").output
        #expect(try CommandRun(["export", "--editions", "--database", copy]).output == original)
        let again = try database.run("backup", copy)
        #expect(again.status == 74 && again.errors.contains("is there already"))
    }

    @Test
    func `a restore puts the backup in place and keeps what it replaced`() throws {
        let database = try SampleDatabase()
        let copy = database.folder.path("copy.sqlite")
        _ = try database.run("backup", copy)
        let before = try database.run("export").output
        let change = "measure,unit,date,value\nbullying-reports,APP-GEN,2001-01-01,4\n"
        _ = try database.run("import", "-", input: change)
        let changed = try database.run("export").output
        #expect(changed != before)

        let restored = try database.run("restore", copy)
        #expect(restored.status == 0)
        #expect(try database.run("export").output == before)
        #expect(FileManager.default.fileExists(atPath: copy), "the backup stays")
        let replaced = try #require(
            try database.folder.contents(of: "").first { $0.contains(".replaced-") && !$0.hasSuffix(".lock") }
        )
        let old = try CommandRun(["export", "--database", database.folder.path(replaced)])
        #expect(old.output == changed)
        #expect(try !database.folder.contents(of: "").contains { $0.contains(".restoring") })
    }

    @Test(arguments: ["not a database, only text\n", ""])
    func `what is no database of ours is not restored`(text: String) throws {
        let database = try SampleDatabase()
        let before = try database.run("export").output
        let file = try database.folder.write(text, to: "other.sqlite")
        let refused = try database.run("restore", file)
        #expect(refused.status == 65 && refused.errors.contains("nothing was replaced"))
        #expect(try database.run("export").output == before)
    }

    @Test
    func `a backup with a damaged page is not restored`() throws {
        let database = try SampleDatabase()
        let copy = database.folder.path("copy.sqlite")
        _ = try database.run("backup", copy)
        var bytes = try Data(contentsOf: URL(filePath: copy))
        bytes.replaceSubrange(40_960..<45_056, with: Data(repeating: 0xAA, count: 4_096))
        try bytes.write(to: URL(filePath: copy))
        let before = try database.run("export").output
        let refused = try database.run("restore", copy)
        #expect(refused.status == 65 && refused.errors.contains("nothing was replaced"))
        #expect(try database.run("export").output == before)
    }

    @Test
    func `a healthy database has no problem`() throws {
        let database = try SampleDatabase()
        let doctor = try database.run("doctor")
        let lines = doctor.output.split(separator: "\n").filter {
            !$0.contains("PNG") && !$0.contains("disk")
        }
        #expect(lines.count >= 6)
        #expect(lines.allSatisfy { $0.hasPrefix("ok ") })
        #expect(doctor.output.contains("series: 212"))
    }

    @Test
    func `a database that isn't there is told`() throws {
        let folder = try TemporaryFolder()
        for command in [["doctor"], ["backup", folder.path("copy")], ["export"], ["rebuild"]] {
            let run = try CommandRun(command + ["--database", folder.path("none.sqlite")])
            #expect(run.status == 74)
            #expect(run.errors.contains("there is no such file"))
            #expect(try folder.contents(of: "").isEmpty)
        }
    }
}
