import Foundation
import Testing

/// What commands do while a server has the database open.
struct ServedTests {
    @Test
    func `the demo is served at once, says how to sign in, and is kept`() throws {
        let folder = try TemporaryFolder()
        for isFirst in [true, false] {
            let server = try ServedDemo(folder)
            #expect(server.output.contains("Sightline is at http://127.0.0.1:"))
            #expect(server.output.contains("/sign-in/"))
            #expect(try server.errors.contains("Filling the database") == isFirst)
            #expect(server.stop() == 0)
        }
        let fresh = try CommandRun(["demo", "--folder", folder.path(""), "--fresh", "--no-serve"])
        #expect(fresh.errors.contains("sightline.sqlite.before-fresh"))
        #expect(try folder.contents(of: "").contains("sightline.sqlite.before-fresh"))
    }

    @Test
    func `a backup is taken by the server, and what would write is refused`() throws {
        let folder = try TemporaryFolder()
        let server = try ServedDemo(folder)
        let path = folder.path("sightline.sqlite")
        let copy = folder.path("copy.sqlite")
        let backup = try CommandRun(["backup", copy, "--database", path])
        #expect(backup.status == 0)
        for command in [["import", "-"], ["export"], ["rebuild"], ["restore", copy]] {
            let refused = try CommandRun(command + ["--database", path], input: Array("date,value\n".utf8))
            #expect(refused.status == 74, "\(command)")
            #expect(refused.errors.contains("has it open"), "\(command)")
        }
        let doctor = try CommandRun(["doctor", "--database", path])
        #expect(doctor.output.contains("in use: process "))
        #expect(server.stop() == 0)
        let names = try folder.contents(of: "")
        #expect(!names.contains { $0.contains(".backup-") }, "\(names)")
        let original = try CommandRun(["export", "--editions", "--database", path]).output
        #expect(try CommandRun(["export", "--editions", "--database", copy]).output == original)
    }
}
