import Foundation
import TestSupport
import Testing

struct ExportTests {
    @Test
    func `what is exported is imported as nothing new`() throws {
        let database = try SampleDatabase()
        let awkward =
            "measure,unit,group,date,value,flags\n"
            + "bullying-reports,APP-GEN,\"=cmd, \"\"x\"\"\",2001-01-01,4,provisional\n"
            + "agency-spend,APP-GEN,,2001-01-01,0.1,\nagency-spend,APP-GEN,,2001-02-01,-1e-7,\n"
            + "agency-spend,APP-GEN,,2001-03-01,,suppressed\n"
        #expect(try database.run("import", "-", input: awkward).output.contains("4 appended"))
        let export = try database.run("export")
        #expect(export.status == 0)
        #expect(export.errors == "left out: 1 measure that a unit keeps to itself (--kept)\n")
        #expect(export.output.contains("\"'=cmd, \"\"x\"\"\""), "a spreadsheet won't run it")
        let imported = try database.run("import", "-", "--mode", "replace", input: export.output)
        #expect(imported.errors.isEmpty)
        let rows = export.output.split(separator: "\n").count - 1
        #expect(imported.output == "Nothing changed: \(rows) observations recorded already\n")
    }

    @Test
    func `a unit's export holds it and those below, and a measure's only it`() throws {
        let database = try SampleDatabase()
        let place = try database.run("export", "--unit", "APPLEWICK")
        #expect(
            Set(place.rows.compactMap { $0["unit"] }).isSuperset(of: ["APPLEWICK", "APP-GEN", "APP-TEA"])
        )
        #expect(!place.rows.contains { $0["unit"] == "BRI-INF" })
        let measure = try database.run("export", "--measure", "home-first")
        #expect(Set(measure.rows.compactMap { $0["measure"] }) == ["home-first"])
    }

    @Test
    func `editions tell who recorded what, older definitions too`() throws {
        let database = try SampleDatabase()
        let all = try database.run(
            "export",
            "--editions",
            "--measure",
            "joined-up-experience",
            "--unit",
            "APP-GEN"
        )
        #expect(Set(all.rows.compactMap { $0["version"] }) == ["1", "2"])
        #expect(Set(all.rows.compactMap { $0["author"] }).count >= 2)
        #expect(all.rows.contains { $0["edition"] == "4" })
        let now = try database.run("export", "--measure", "joined-up-experience", "--unit", "APP-GEN")
        #expect(now.rows.count < all.rows.count)
    }

    @Test
    func `what others see has nothing small in it, and the operator's export has`() throws {
        let database = try SampleDatabase()
        func values(_ who: String?) throws -> [[String: String]] {
            let asked = who.map { ["--as-seen-by", $0] } ?? []
            let export = try CommandRun(
                ["export", "--measure", "medicine-incidents", "--database", database.path] + asked
            )
            #expect(export.status == 0)
            return export.rows
        }
        func small(_ rows: [[String: String]]) -> Int {
            rows.count { row in Double(row["value"] ?? "").map { (1..<5).contains($0) } ?? false }
        }
        let all = try values(nil)
        #expect(small(all) > 20)
        let seen = try values("community")
        #expect(seen.count == all.count && small(seen) == 0)
        #expect(
            seen.contains { $0["flags"] == "suppressed" } && seen.contains { $0["value"]?.isEmpty == false }
        )
        // The hospital sees its own, and no small number of others.
        let hospital = try values("APP-GEN")
        #expect(hospital.filter { $0["unit"] == "APP-GEN" }.allSatisfy { $0["value"]?.isEmpty == false })
        #expect(small(hospital.filter { $0["unit"] != "APP-GEN" }) == 0)
        #expect(try values("public").isEmpty)
        let open = try database.run("export", "--as-seen-by", "public")
        #expect(Set(open.rows.compactMap { $0["measure"] }) == ["four-hour-wait"])
        #expect(try database.run("export", "--as-seen-by", "nobody").status == 64)
    }

    /// The workbook that an export writes to a file.
    private func workbook(_ database: SampleDatabase, _ arguments: String...) throws -> ReadWorkbook {
        let path = database.folder.path("\(UUID().uuidString).xlsx")
        try Data().write(to: URL(filePath: path))
        let words = ["export", "--format", "xlsx", "--database", database.path] + arguments
        let run = try CommandRun(words, outputPath: path)
        #expect(run.status == 0, "\(run.errors)")
        return try ReadWorkbook(try Data(contentsOf: URL(filePath: path)))
    }

    @Test
    func `a workbook has the rows of the CSV, with real days and the definitions beside them`() throws {
        let database = try SampleDatabase()
        let csv = try database.run("export", "--unit", "APP-GEN", "--editions").rows
        let read = try workbook(database, "--unit", "APP-GEN", "--editions")
        #expect(read.active.isEmpty)
        let sheet = read.sheets[0]
        #expect(sheet.rows.count == csv.count + 1 && sheet.filter.hasSuffix("\(csv.count + 1)"))
        for name in ["measure", "unit", "date", "flags", "author"] {
            #expect(sheet.column(name) == csv.map { $0[name] ?? "" }, "\(name)")
        }
        for name in ["value", "numerator", "denominator", "version", "edition"] {
            #expect(sheet.column(name).map(Double.init) == csv.map { Double($0[name] ?? "") }, "\(name)")
        }
        #expect(sheet.column("recorded").map { "\($0)Z" } == csv.map { $0["recorded"] ?? "" })
        #expect(sheet.cell(1, 3).kind == .day)
        #expect(Set(read.sheets[2].column("Key in files")) == Set(csv.compactMap { $0["measure"] }))
    }

    @Test
    func `a workbook of what others see has no small number and nothing kept on any sheet`() throws {
        let database = try SampleDatabase()
        let all = try workbook(database, "--kept")
        let kept = try database.rows(
            "SELECT title FROM measure WHERE unit_id IS NOT NULL AND visibility = 'unit'"
        )
        #expect(!kept.isEmpty && kept.allSatisfy { all.allText.contains($0) })
        let seen = try workbook(database, "--as-seen-by", "community")
        #expect(kept.allSatisfy { !seen.allText.contains($0) })
        let sheet = seen.sheets[0]
        let incidents = zip(sheet.column("measure"), sheet.column("value")).filter {
            $0.0 == "medicine-incidents"
        }
        #expect(!incidents.isEmpty && !incidents.contains { (1..<5).contains(Double($0.1) ?? 0) })
        let withheld = sheet.column("flags").count { $0.contains("suppressed") }
        let about = Dictionary(
            uniqueKeysWithValues: zip(seen.sheets[1].column("fact"), seen.sheets[1].column("value"))
        )
        #expect(withheld > 20 && about["Periods withheld"] == "\(withheld).0")
        let open = try workbook(database, "--as-seen-by", "public")
        #expect(open.sheets[2].column("Key in files") == ["four-hour-wait"])
    }

    @Test
    func `a form of file that isn't known is named, and a disk that is full leaves no half workbook`() throws
    {
        let database = try SampleDatabase()
        let unknown = try database.run("export", "--format", "xls")
        #expect(unknown.status == 64 && unknown.errors.contains("xlsx"))
        let nowhere = try CommandRun(
            ["export", "--format", "xlsx", "--database", database.path],
            environment: ["TMPDIR": database.folder.path("none")]
        )
        #expect(nowhere.status == 74 && nowhere.output.isEmpty && nowhere.errors.contains("none"))
    }
}
