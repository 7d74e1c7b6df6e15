import Foundation
import Testing

/// What `import --create-missing` makes of names that nothing has.
struct NewNameTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func make(_ rows: String, _ arguments: String...) throws -> CommandRun {
        let file = try folder.write("measure,unit,date,value\n" + rows)
        let path = folder.path("new.sqlite")
        return try CommandRun(
            ["import", file, "--database", path, "--create-missing", "--stakeholder", "patient"] + arguments
        )
    }

    private func doctor() throws -> String {
        try CommandRun(["doctor", "--database", folder.path("new.sqlite")]).output
    }

    @Test
    func `spellings that differ by case are one name`() throws {
        let made = try make("falls,h1,2024-01-01,4\nFALLS,H1,2024-02-01,5\nFalls,H1,2024-03-01,5\n")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output.hasPrefix("1 new unit\n1 new measure\nRecorded: 3 appended"))
        #expect(made.output.contains("1 series changed, 1 of them new"))
    }

    @Test
    func `rows that are left out make nothing`() throws {
        let rows = "falls,H1,2024-01-01,4\nfalls,H2,2024-01-01,many\nvisits,H3,soon,4\n"
        let made = try make(rows, "--skip-bad-rows")
        #expect(made.status == 0)
        #expect(made.output.hasPrefix("1 new unit\n1 new measure\nRecorded: 1 appended"))
        #expect(try doctor().contains("unit: 2, measure: 1, series: 1"))
    }

    @Test
    func `where nothing is good nothing is made, and leaving it out is no advice`() throws {
        let made = try make("falls,H1,2024-01-01,many\n", "--skip-bad-rows")
        #expect(made.status == 65 && made.output.isEmpty)
        #expect(made.errors.contains("1 bad row, so nothing was recorded\n"))
        #expect(try doctor().contains("unit: 0, measure: 0, series: 0"))
    }

    @Test
    func `a name that no key can be made of is told with its row`() throws {
        let made = try make("falls,H1,2024-01-01,4\n!!!,H1,2024-01-01,4\nfalls,,2024-01-01,4\n")
        #expect(made.status == 65)
        #expect(made.errors.contains("row 3, column measure: no measure can be made of “!!!”"))
        #expect(made.errors.contains("row 4, column unit: there is no name here"))
        #expect(try make("falls,H1,2024-01-01,4\n!!!,H1,2024-01-01,4\n", "--skip-bad-rows").status == 0)
    }
}
