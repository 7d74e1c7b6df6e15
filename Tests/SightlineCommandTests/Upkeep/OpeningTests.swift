import Foundation
import TestSupport
import Testing

/// Where a command finds its database and its output, and what it says where it can't.
struct OpeningTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test
    func `a database in a folder that can't be made ends with 74`() throws {
        let file = try folder.write("measure,unit,date,value\nfalls,RN1,2024-01-01,4\n")
        for path in ["/proc/nowhere/a.sqlite", "\(file)/a.sqlite"] {
            let run = try CommandRun(["import", file, "--database", path])
            #expect(run.status == 74)
            #expect(run.errors.contains("cannot make the folder") || run.errors.contains("Not a directory"))
        }
    }

    @Test(arguments: ["mysql://host/name", "sqlite:///tmp/a.sqlite", ""])
    func `an address of a kind that isn't known is wrong usage`(address: String) throws {
        let run = try CommandRun(["export", "--database", address])
        #expect(run.status == 64 && run.errors.contains("--database"))
    }

    @Test
    func `an empty name in the environment is none`() throws {
        let run = try CommandRun(["export"], environment: ["SIGHTLINE_DATABASE": ""])
        #expect(run.status == 74 && run.errors.contains("var/sightline.sqlite: there is no such file"))
    }

    @Test
    func `an import says that it has made a database, and only then`() throws {
        let path = folder.path("new.sqlite")
        let file = try folder.write("measure,unit,date,value\nVisits,H1,2024-01-01,4\n")
        let arguments = ["import", file, "--database", path, "--create-missing", "--stakeholder", "patient"]
        #expect(try CommandRun(arguments).errors == "\(path) is a new database: there was none\n")
        #expect(try CommandRun(arguments).errors == "")
    }

    @Test
    func `an empty file is no database, and stays empty`() throws {
        let path = try folder.write("", to: "a.sqlite")
        for command in ["export", "rebuild", "doctor"] {
            let run = try CommandRun([command, "--database", path])
            #expect(run.status == 74 && run.errors.contains("the file is empty"))
        }
        #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
    }

    @Test(arguments: ["export", "rebuild"])
    func `a database without any tables gets none from a command that only reads or repairs`(
        command: String
    ) throws {
        let path = folder.path("a.sqlite")
        try ChildProcess.run("sqlite3", [path, "PRAGMA user_version = 7"])
        let run = try CommandRun([command, "--database", path])
        #expect(
            run.status == 74 && run.errors.contains("there are no tables of sightline in it"),
            "\(run.errors)"
        )
        let doctor = try CommandRun(["doctor", "--database", path])
        #expect(doctor.output.contains("tables: at step 0 of "))
    }

    @Test
    func `an answer that can't be written ends with 74`() throws {
        let database = try SampleDatabase()
        let file = try folder.write("measure,unit,date,value\nbullying-reports,APP-GEN,2001-01-01,4\n")
        for command in [["import", file], ["rebuild"], ["doctor"], ["export"]] {
            let run = try CommandRun(command + ["--database", database.path], outputPath: "/dev/full")
            #expect(run.status == 74, "\(command)")
            #expect(run.errors.contains("cannot write standard output: No space left on device"))
        }
    }

    @Test(arguments: [
        ["--port", "0", "--host", "203.0.113.7"], ["--port", "0", "--host", "nowhere.invalid"],
    ])
    func `an address that isn't this machine's ends with 74`(arguments: [String]) throws {
        let run = try CommandRun(["serve", "--database", folder.path("a.sqlite")] + arguments)
        #expect(run.status == 74)
        #expect(run.errors.contains("cannot listen on \(arguments[3]), port 0: "), "\(run.errors)")
    }

    @Test
    func `a port that is taken ends with 74`() throws {
        let server = try ServedDemo(folder)
        let port = server.output.split(separator: ":")[2].prefix { $0.isNumber }
        let run = try CommandRun(["serve", "--database", folder.path("b.sqlite"), "--port", String(port)])
        #expect(run.status == 74)
        #expect(run.errors.contains("cannot listen on 127.0.0.1, port \(port): Address already in use"))
        #expect(server.stop() == 0)
    }

    @Test
    func `a reason without a text is wrong usage`() throws {
        for reason in ["", "  "] {
            let run = try CommandRun([
                "import", "-", "--reason", reason, "--database", folder.path("a.sqlite"),
            ])
            #expect(run.status == 64 && run.errors.contains("--reason"))
        }
    }
}
