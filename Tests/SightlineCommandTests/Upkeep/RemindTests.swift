import Foundation
import Testing

struct RemindTests {
    @Test func `reminders are written once, to who owns what is due, and kept where letters go`() throws {
        let database = try SampleDatabase()
        // The demo's server has reminded nobody yet in this copy.
        let folder = database.folder.path("letters")
        func remind(_ address: String) throws -> CommandRun {
            try database.run("remind", "--public-address", address, "--mail-folder", folder)
        }
        let first = try remind("https://a.example/")
        #expect(first.status == 0)
        #expect(first.output == "1 letter written\n")
        let letters = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(letters.count == 1)
        let letter = try String(contentsOfFile: "\(folder)/\(letters[0])", encoding: .utf8)
        #expect(letter.contains("To: nell.thorne@fourways.example"))
        #expect(letter.contains("https://a.example/units/"))
        #expect(try remind("https://a.example").output == "nobody has to be reminded now\n")
        let wrong = try remind("a.example")
        #expect(wrong.status == 64)
    }
}
