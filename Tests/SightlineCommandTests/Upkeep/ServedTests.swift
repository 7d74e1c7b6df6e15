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

    @Test
    func `several backups at once all come, by any name of the file`() async throws {
        let folder = try TemporaryFolder()
        let server = try ServedDemo(folder)
        let path = folder.path("sightline.sqlite")
        let link = folder.path("link.sqlite")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        let copies = (0..<4).map { folder.path("copy\($0).sqlite") }
        let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
            for (number, copy) in copies.enumerated() {
                let name = number.isMultiple(of: 2) ? path : link
                group.addTask { try CommandRun(["backup", copy, "--database", name]).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [0, 0, 0, 0])
        #expect(copies.allSatisfy { FileManager.default.fileExists(atPath: $0) })
        #expect(server.stop() == 0)
        #expect(try !folder.contents(of: "").contains { $0.contains(".backup-") })
    }

    @Test
    func `a backup into a folder that isn't there is refused before a copy is made`() throws {
        let folder = try TemporaryFolder()
        let server = try ServedDemo(folder)
        let copy = folder.path("nowhere/copy.sqlite")
        let run = try CommandRun(["backup", copy, "--database", folder.path("sightline.sqlite")])
        #expect(run.status == 74)
        #expect(run.errors == "cannot write \(copy): No such file or directory\n")
        #expect(try !folder.contents(of: "").contains { $0.contains(".backup-") })
        #expect(server.stop() == 0)
    }
}
