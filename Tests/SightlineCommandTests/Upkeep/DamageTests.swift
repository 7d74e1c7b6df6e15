import Foundation
import Testing

/// What commands say of a database that something else than this program has changed.
struct DamageTests {
    /// The series of the last measure, by key: the export comes to it when much is written already.
    private static let last = """
        SELECT s.id FROM series s JOIN measure m ON m.id = s.measure_id
        JOIN unit u ON u.id = s.unit_id ORDER BY m.key DESC, u.code DESC, s.group_name DESC LIMIT 1
        """

    @Test
    func `an edition that isn't what was recorded is found, named and not judged`() throws {
        let database = try SampleDatabase()
        try database.sql(
            "UPDATE edition SET sha256 = 'x' || substr(sha256, 2) WHERE series_id = (\(Self.last))"
        )
        let doctor = try database.run("doctor")
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("problem  editions: measure violence-gap, unit "), "\(doctor.output)")
        #expect(
            doctor.output.contains("edition 1: its content isn't what was recorded (the SHA-256 differs)")
        )
        let rebuild = try database.run("rebuild")
        #expect(rebuild.status == 65 && rebuild.output.isEmpty)
        #expect(rebuild.errors.contains("its content isn't what was recorded"))
    }

    @Test
    func `an edition that can't be read is told by every command, and nothing is half done`() throws {
        let database = try SampleDatabase()
        try database.sql("UPDATE edition SET content = x'0102' WHERE series_id = (\(Self.last))")
        let doctor = try database.run("doctor")
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("edition 1: its content can't be read"), "\(doctor.output)")
        #expect(doctor.output.contains("keep it, and restore the newest backup"))
        let rebuild = try database.run("rebuild")
        #expect(rebuild.status == 65 && rebuild.errors.contains("its content can't be read"))
        let file = try database.folder.write("", to: "export.csv")
        let export = try CommandRun(["export", "--database", database.path], outputPath: file)
        #expect(export.status == 65 && export.errors.contains("its content can't be read"))
        #expect(try Data(contentsOf: URL(filePath: file)).isEmpty, "no part of it is left")
    }

    @Test(arguments: ["text", "cut", "overwritten"])
    func `the doctor prints what it found of a file that is no sound database`(damage: String) throws {
        let database = try SampleDatabase()
        var bytes = try Data(contentsOf: URL(filePath: database.path))
        switch damage {
        case "text": bytes = Data("This is a text.\n".utf8)
        case "cut": bytes = bytes.prefix(30_000)
        default: bytes.replaceSubrange(100..<4_096, with: Data(repeating: 0xAA, count: 3_996))
        }
        try bytes.write(to: URL(filePath: database.path))
        let doctor = try database.run("doctor")
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("problem  form: "))
        #expect(doctor.output.contains("keep it, and restore the newest backup"))
    }

    @Test(arguments: [
        "CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Valley')",
        "CREATE TABLE schema_migrations (version TEXT); INSERT INTO schema_migrations VALUES ('2024')",
    ])
    func `a database of another program is refused and left as it is`(tables: String) throws {
        let database = try SampleDatabase()
        let copy = database.folder.path("copy.sqlite")
        #expect(try database.run("backup", copy).status == 0)
        try FileManager.default.removeItem(atPath: database.path)
        try database.sql(tables)
        let before = try Data(contentsOf: URL(filePath: database.path))
        let file = try database.folder.write("measure,unit,date,value\nfalls,RN1,2024-01-01,4\n")
        let commands = [
            ["export"], ["rebuild"], ["doctor"], ["backup", database.folder.path("b.sqlite")],
            ["import", file],
            ["restore", copy], ["serve", "--port", "0"],
        ]
        for command in commands {
            let run = try CommandRun(command + ["--database", database.path])
            #expect(run.status == 65, "\(command) \(run.errors)")
            #expect(run.errors.contains("another program made this database"))
            #expect(try Data(contentsOf: URL(filePath: database.path)) == before, "\(command)")
        }
    }
}
