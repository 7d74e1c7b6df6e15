import DatabaseTestSupport
import Storage
import Testing

struct DataMarkTests {
    private static let schema = Migration(1, "notes", "CREATE TABLE notes (id INTEGER PRIMARY KEY) STRICT")

    private func mark(_ database: any SQLDatabase) async throws -> String? {
        try await database.read { try $0.dataMark() }
    }

    @Test(arguments: TestEngine.available)
    func `the mark changes with each change that is kept`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            var marks: Set<String> = []
            for id in Int64(1)...5 {
                try await Self.insert(id, into: database)
                marks.insert(try #require(try await mark(database)))
            }
            #expect(marks.count == 5)
        }
    }

    @Test(.enabled(if: TestEngine.available.contains(.sqlite)))
    func `the mark of a file stays while nothing changes, however often it is read`() async throws {
        try await TestEngine.sqlite.withDatabase([Self.schema]) { database in
            let before = try await mark(database)
            try await database.write { try $0.execute("DELETE FROM notes") }
            let after = try await mark(database)
            #expect(before != nil && before == after)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a transaction that may write has no mark`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let mark = try await database.write { try $0.dataMark() }
            #expect(mark == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `those that read the same mark see the same data, while a writer goes on`(
        engine: TestEngine
    ) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let seen = try await withThrowingTaskGroup(of: [(mark: String, count: Int64)].self) { group in
                group.addTask {
                    for id in Int64(1)...60 {
                        try await Self.insert(id, into: database)
                    }
                    return []
                }
                for _ in 1...3 {
                    group.addTask {
                        var seen: [(mark: String, count: Int64)] = []
                        for _ in 1...60 { seen.append(try await Self.look(database)) }
                        return seen
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            for (_, group) in Dictionary(grouping: seen, by: \.mark) {
                #expect(Set(group.map(\.count)).count == 1)
            }
        }
    }

    private static func insert(_ id: Int64, into database: any SQLDatabase) async throws {
        try await database.write { try $0.execute("INSERT INTO notes VALUES (?)", [.integer(id)]) }
    }

    private static func look(_ database: any SQLDatabase) async throws -> (mark: String, count: Int64) {
        try await database.read { connection in
            let mark = try connection.dataMark() ?? ""
            return (mark, try connection.one("SELECT COUNT(*) FROM notes") { try $0.integer(0) } ?? 0)
        }
    }
}
