import DatabaseTestSupport
import Glibc
import Storage
import StorageSQLite
import Testing

struct SQLiteFileTests {
    static let schema = Migration(1, "notes", "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT) STRICT")

    @Test func `a file is on the disk before a commit is acknowledged, and references are kept`() async throws
    {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            let settings = try await database.write { connection in
                try ["journal_mode", "synchronous", "foreign_keys"].map { name in
                    try connection.one("SELECT CAST(\(name) AS TEXT) FROM pragma_\(name)") { try $0.text(0) }
                }
            }
            // FULL is 2.
            #expect(settings == ["wal", "2", "1"])
            try await database.close()
        }
    }

    @Test func `a file that is open is refused, by whatever name`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let database = try SQLiteDatabase(path: path)
            symlink(path, folder + "/link.sqlite")
            for name in [path, folder + "/./a.sqlite", folder + "/link.sqlite"] {
                #expect(throws: SQLiteFileInUse(path: name, owner: getpid())) {
                    try SQLiteDatabase(path: name)
                }
            }
            try await database.close()
            try await SQLiteDatabase(path: path).close()
        }
    }

    @Test func `another process is refused, and told whose the file is`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let database = try SQLiteDatabase(path: path)
            let owner = getpid()
            await #expect(processExitsWith: .success) { [path = path as String, owner = owner as Int32] in
                #expect(throws: SQLiteFileInUse(path: path, owner: owner)) { try SQLiteDatabase(path: path) }
            }
            try await database.close()
        }
    }

    @Test func `what was acknowledged survives a process that is killed, and its lock does not`() async throws
    {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let acknowledgements = folder + "/acknowledged"
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, acknowledgements = acknowledgements as String] in
                try await Self.writeUntilKilled(path, acknowledgements)
            }
            let log = open(acknowledgements, O_RDONLY)
            let acknowledged = Int64(lseek(log, 0, SEEK_END))
            Glibc.close(log)
            let database = try SQLiteDatabase(path: path)
            let (count, newest) =
                try await database.read { connection in
                    try connection.one("SELECT COUNT(*), MAX(id) FROM notes") {
                        (try $0.integer(0), try $0.integer(1))
                    }
                } ?? (0, 0)
            #expect(acknowledged > 0)
            // The last one may have been kept before it could be acknowledged.
            #expect(count == acknowledged || count == acknowledged + 1)
            #expect(newest == count)
            let findings = try await database.findings()
            #expect(findings == [])
            try await database.close()
        }
    }

    /// Appends a byte to the second file after each commit to the first.
    private static func writeUntilKilled(_ path: String, _ acknowledgements: String) async throws {
        let database = try SQLiteDatabase(path: path)
        try await Migrator([Self.schema]).migrate(database, instant: 0)
        let log = open(acknowledgements, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        // Large rows, so that the log is moved into the file now and then.
        let body = SQLValue.text(String(repeating: "x", count: 20_000))
        for number in 1...100_000 as ClosedRange<Int64> {
            try await database.write { connection in
                try connection.execute("INSERT INTO notes VALUES (?, ?)", [.integer(number), body])
            }
            _ = write(log, "+", 1)
            if number == 1 { killThisProcess(after: .microseconds(.random(in: 100_000...300_000))) }
        }
    }

    /// From outside the writing, at a moment that it does not know.
    private static func killThisProcess(after delay: Duration) {
        Task.detached {
            try await Task.sleep(for: delay)
            kill(getpid(), SIGKILL)
        }
    }

    @Test func `a backup while others write is whole, and as the file was at one moment`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            try await Migrator([Self.schema]).migrate(database, instant: 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for number in 1...200 as ClosedRange<Int64> {
                        try await database.write { connection in
                            // Two rows, which a backup holds both or neither.
                            for id in [number, -number] {
                                try connection.execute("INSERT INTO notes VALUES (?, 'note')", [.integer(id)])
                            }
                        }
                    }
                }
                for copy in 1...5 {
                    group.addTask { try await database.backup(to: "\(folder)/copy\(copy).sqlite") }
                }
                try await group.waitForAll()
            }
            for copy in 1...5 {
                let backup = try SQLiteDatabase(path: "\(folder)/copy\(copy).sqlite")
                try await Migrator([Self.schema]).requireCurrent(backup)
                let sum = try await backup.read { connection in
                    try connection.one("SELECT COALESCE(SUM(id), 0) FROM notes") { try $0.integer(0) }
                }
                #expect(sum == 0)
                let findings = try await backup.findings()
                #expect(findings == [])
                try await backup.close()
            }
            try await database.close()
        }
    }

    @Test func `a backup overwrites nothing`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            try await database.backup(to: folder + "/b.sqlite")
            let error = await #expect(throws: SQLError.self) {
                try await database.backup(to: folder + "/b.sqlite")
            }
            #expect(error?.kind == .unavailable)
            try await database.close()
        }
    }

    @Test func `a file that is no database is refused`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let file = open(path, O_WRONLY | O_CREAT, 0o644)
            write(file, String(repeating: "not a database ", count: 500), 7500)
            Glibc.close(file)
            let error = #expect(throws: SQLError.self) { try SQLiteDatabase(path: path) }
            #expect(error?.kind == .damaged)
        }
    }

    @Test func `a folder that is not there is named`() throws {
        let error = #expect(throws: SQLError.self) { try SQLiteDatabase(path: "/nowhere/a.sqlite") }
        #expect(error?.kind == .unavailable)
        #expect(error?.message.contains("/nowhere/a.sqlite") == true)
    }

    @Test func `a missing reference is found`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/a.sqlite")
            try await database.write { connection in
                try connection.run(
                    script: """
                        CREATE TABLE children (parent INTEGER) STRICT;
                        INSERT INTO children VALUES (7);
                        CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;
                        PRAGMA writable_schema = ON;
                        UPDATE sqlite_master
                            SET sql = 'CREATE TABLE children (parent INTEGER REFERENCES parents) STRICT'
                        WHERE name = 'children';
                        """
                )
            }
            try await database.close()
            let reopened = try SQLiteDatabase(path: folder + "/a.sqlite")
            let findings = try await reopened.findings()
            #expect(findings == ["row 1 of children refers to a missing row of parents"])
            try await reopened.close()
        }
    }
}
