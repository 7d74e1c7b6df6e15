import ArgumentParser
import FoundationEssentials
import Glibc
import Sightline
import Storage
import StorageSQLite

/// Looks for what is wrong, and says what to do.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the database and what the program needs, and say what to do.",
        discussion: "Changes nothing. Ends with 1 when it finds a problem."
    )

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await reporting {
            var chart = PatientChart()
            checkHost(&chart)
            if database.isPostgres {
                chart.note("database", "on a PostgreSQL server")
                try await checkContents(database.openServer(), &chart)
            } else {
                try await checkFile(&chart)
            }
            try StandardOutput.print(chart.text)
            if chart.hasProblem { throw ExitCode(1) }
        }
    }

    private func checkHost(_ chart: inout PatientChart) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        if folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert") }) {
            chart.note("PNG", "rsvg-convert is there")
        } else {
            chart.problem(
                "PNG",
                "rsvg-convert is missing, so charts can't be downloaded as PNG: install librsvg2-bin"
            )
        }
    }

    // MARK: - An SQLite file

    private func checkFile(_ chart: inout PatientChart) async throws {
        let path = database.database
        chart.note("database", path)
        let version = SQLiteDatabase.libraryVersion
        let numbers = version.split(separator: ".").compactMap { Int($0) }
        let isOld = numbers.lexicographicallyPrecedes([3, 51, 3])
        chart.note(
            "SQLite",
            isOld
                ? "\(version); before 3.51.3 two processes could damage a file, so sightline lets one open it at a time"
                : version
        )
        checkSpace(path, &chart)
        let opened: SQLiteDatabase
        do {
            opened = try database.openFile()
        } catch let inUse as SQLiteFileInUse {
            let owner = inUse.owner.map { "process \($0)" } ?? "another process"
            chart.note("in use", "\(owner) has it open: stop that, or check a backup, to look inside")
            return
        } catch let error as SQLError where error.isDamage {
            return noteDamage([error.finding], &chart)
        }
        do {
            let findings = try await opened.findings()
            if findings.isEmpty {
                chart.note("form", "every page, index and reference is sound")
            } else {
                noteDamage(findings, &chart)
            }
            try await checkContents(opened, &chart)
        } catch let error as SQLError where error.isDamage || chart.hasDamage {
            noteDamage([error.finding], &chart)
        }
    }

    private func noteDamage(_ findings: [String], _ chart: inout PatientChart) {
        for finding in findings.prefix(20) { chart.problem("form", finding) }
        chart.noteDamage()
    }

    /// An upgrade and a backup each need as much room as the file takes.
    private func checkSpace(_ path: String, _ chart: inout PatientChart) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        var space = statvfs()
        guard statvfs(folder.isEmpty ? "/" : folder, &space) == 0 else { return }
        let free = Int(space.f_bavail) * Int(space.f_frsize)
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        let text = "\(free / 1_000_000) MB free, the database takes \(size / 1_000_000) MB"
        if free < 2 * size + 100_000_000 {
            chart.problem("disk", "\(text): too little for a backup and an upgrade; make room")
        } else {
            chart.note("disk", text)
        }
    }

    // MARK: - What is in it

    private func checkContents(_ opened: any SQLDatabase, _ chart: inout PatientChart) async throws {
        do {
            try await Migrator(Schema.migrations).requireCurrent(opened)
            chart.note("tables", "at step \(Schema.migrations.last?.number ?? 0), as this program needs them")
            try await checkDerived(opened, &chart)
        } catch MigrationError.behind(let newest, let wanted) {
            chart.note("tables", "at step \(newest) of \(wanted): sightline serve brings them up to date")
        } catch MigrationError.unknown, MigrationError.changed {
            chart.problem("tables", "not of this program: use the sightline that wrote them, or a newer one")
        }
        try await opened.close()
    }

    /// Judges every series anew and takes what that writes back.
    private func checkDerived(_ opened: any SQLDatabase, _ chart: inout PatientChart) async throws {
        let counts = try await opened.read { connection in
            try ["unit", "measure", "series", "edition", "signal", "account"].map { table in
                "\(table): \(try connection.one("SELECT COUNT(*) FROM \(table)") { try $0.integer(0) } ?? 0)"
            }
        }
        chart.note("rows", counts.joined(separator: ", "))
        let (inBin, overdue) = try await opened.read { connection in
            let sql = "SELECT COUNT(*) FROM bin WHERE purged IS NULL"
            return (
                try connection.one(sql) { Int(try $0.integer(0)) } ?? 0,
                try BinStore.expired(at: .now, on: connection).count
            )
        }
        let rest =
            overdue == 0 ? "" : "; \(overdue) past 30 days, which sightline serve or upkeep deletes for good"
        chart.note("bin", "\(inBin)\(rest)")
        let damaged = try await opened.read { try EditionAudit.damaged(on: $0) }
        guard damaged.isEmpty else {
            for edition in damaged.prefix(20) { chart.problem("editions", "\(edition)") }
            if damaged.count > 20 { chart.problem("editions", "and \(damaged.count - 20) more") }
            return chart.noteDamage()
        }
        chart.note("editions", "every one is what was recorded, by its SHA-256")
        let context = Context(author: Author(name: "sightline doctor"), now: .now)
        do {
            try await opened.write { throw Rehearsed(report: try Watch.rebuild(context, on: $0)) }
        } catch let rehearsed as Rehearsed {
            let report = rehearsed.report
            if report.statusRows + report.signals == 0 {
                chart.note("derived", "all \(report.series) series say what their editions say")
            } else {
                chart.problem(
                    "derived",
                    "\(report.statusRows) status rows and \(report.signals) signals differ: run sightline rebuild"
                )
            }
        }
    }

    private struct Rehearsed: Error {
        var report: Watch.Report
    }
}

extension SQLError {
    /// Whether it comes of a file that is no sound database.
    fileprivate var isDamage: Bool {
        switch kind {
        case .damaged, .unexpectedType, .unexpectedNull: true
        default: false
        }
    }

    fileprivate var finding: String { message.isEmpty ? "\(kind)" : message }
}
