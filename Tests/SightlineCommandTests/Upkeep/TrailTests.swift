import Foundation
import Testing

/// What commands leave in the audit trail.
struct TrailTests {
    @Test
    func `an import and an export say which user of the machine ran them`() throws {
        let database = try SampleDatabase()
        let change = "measure,unit,date,value\nbullying-reports,APP-GEN,2001-01-01,4\n"
        #expect(try database.run("import", "-", "--author", "Robin", input: change).status == 0)
        #expect(try database.run("export", "--unit", "APP-GEN", "--kept").status == 0)
        let told = try database.rows(
            """
            SELECT act || ' ' || subject_kind || ' ' || author || ' ' || subject_name FROM audit
            WHERE origin = 'command line, user \(NSUserName())' ORDER BY sequence
            """
        )
        #expect(told.count == 3)
        #expect(told.first == "created recording Robin Standard input")
        #expect(told.contains { $0.hasPrefix("exported unit") })
        #expect(told.last == "exported measure \(NSUserName()) Feel safe to speak up")
        #expect(try database.run("audit", "verify").output.contains("each as it was written"))
    }

    @Test
    func `the demo has a day in its trail, something in its bin and a history`() throws {
        let database = try SampleDatabase()
        let acts = try database.rows("SELECT DISTINCT act FROM audit ORDER BY act")
        #expect(acts == ["changed", "created", "deleted", "ended", "read"])
        #expect(
            try database.rows("SELECT kind FROM bin ORDER BY kind") == [
                "annotation", "annotation", "cycle", "unit",
            ]
        )
        #expect(try database.rows("SELECT COUNT(*) FROM revision WHERE number > 0") != ["0"])
        #expect(try database.run("audit", "verify").status == 0)
        #expect(try database.run("doctor").output.contains("bin: 4"))
    }

    @Test
    func `upkeep deletes for good what has lain in the bin for 30 days`() throws {
        let database = try SampleDatabase()
        #expect(try database.run("upkeep").output == "nothing in the bin has lain there for 30 days\n")
        try database.sql("UPDATE bin SET instant = instant - 2600000000000")
        #expect(try database.run("doctor").output.contains("4 past 30 days"))
        #expect(try database.run("upkeep").output == "4 things in the bin deleted for good\n")
        #expect(try database.run("upkeep").output == "nothing in the bin has lain there for 30 days\n")
        #expect(try database.run("doctor").status == 0)
        #expect(try database.run("audit", "verify").status == 0)
    }
}
