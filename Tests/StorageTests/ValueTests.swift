import DatabaseTestSupport
import Storage
import Testing

struct ValueTests {
    static let schema = Migration(
        1,
        "values",
        "CREATE TABLE kept (i INTEGER, r REAL, t TEXT, b BLOB) STRICT"
    )

    static let integers: [Int64] = [0, 1, -1, 1_000_000_007, .max, .min, .max - 1, .min + 1]

    static let reals: [Double] = [
        0, 1, -1, 0.1, 1.0 / 3, .pi, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
        -.greatestFiniteMagnitude, .infinity, -.infinity, 1e22, 123456789.123456789, 0.1 + 0.2,
        9_007_199_254_740_994, 1.0.nextUp, 1.0.nextDown,
    ]

    static let texts = [
        "", "'", "\"", "\\", "?", "$1", "--", "/*", "\n\r\t", "Ünïcødé", "日本語", "👩🏽‍⚕️", "e\u{301}",
        "\u{FEFF}bom",
        String(repeating: "long ", count: 20_000),
    ]

    static let blobs: [[UInt8]] = [
        [], [0], [0, 0, 0], Array(0...255), Array(repeating: 0xff, count: 100_000), Array("text".utf8),
    ]

    @Test(arguments: TestEngine.available)
    func `every value comes back as it went in`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            let columns: [(String, [SQLValue])] = [
                ("i", Self.integers.map(SQLValue.integer)), ("r", Self.reals.map(SQLValue.real)),
                ("t", Self.texts.map(SQLValue.text)), ("b", Self.blobs.map(SQLValue.blob)),
            ]
            for (column, values) in columns {
                for value in values + [.null] {
                    let found = try await database.write { connection in
                        try connection.execute("DELETE FROM kept")
                        try connection.execute("INSERT INTO kept (\(column)) VALUES (?)", [value])
                        return try connection.one("SELECT \(column) FROM kept") { row in
                            try Self.read(row, column)
                        }
                    }
                    #expect(found == value)
                }
            }
        }
    }

    private static func read(_ row: any SQLRow, _ column: String) throws -> SQLValue {
        switch column {
        case "i": SQLValue(try row.optionalInteger(0))
        case "r": SQLValue(try row.optionalReal(0))
        case "t": SQLValue(try row.optionalText(0))
        default: SQLValue(try row.optionalBlob(0))
        }
    }

    @Test(arguments: TestEngine.available)
    func `random reals keep every bit`(engine: TestEngine) async throws {
        var generator = SystemRandomNumberGenerator()
        let reals = (1...500).map { _ in Double(bitPattern: generator.next()) }.filter {
            !$0.isNaN && $0 != 0
        }
        try await engine.withDatabase([Self.schema]) { database in
            let found = try await database.write { connection in
                for (index, real) in reals.enumerated() {
                    try connection.execute(
                        "INSERT INTO kept (i, r) VALUES (?, ?)",
                        [.integer(Int64(index)), .real(real)]
                    )
                }
                return try connection.all("SELECT r FROM kept ORDER BY i") { try $0.real(0) }
            }
            #expect(found == reals)
        }
    }

    @Test(arguments: TestEngine.available, [SQLValue.text("a\0b"), .real(.nan)])
    func `what not every engine can store is refused by all`(engine: TestEngine, value: SQLValue) async throws
    {
        try await engine.withDatabase([Self.schema]) { database in
            let column = if case .text = value { "t" } else { "r" }
            let error = await #expect(throws: SQLError.self) {
                try await database.write { connection in
                    try connection.execute(
                        "INSERT INTO kept (i, \(column)) VALUES (?, ?)",
                        [.integer(1), value]
                    )
                }
            }
            #expect(error?.kind == .unstorable(argument: 1))
        }
    }

    @Test(arguments: TestEngine.available)
    func `a column read as another type, or where it is null, throws`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await database.write { connection in
                try connection.execute(
                    "INSERT INTO kept VALUES (?, ?, ?, ?)",
                    [.integer(1), .real(1.5), .text("1"), .blob([1])]
                )
                try connection.each("SELECT i, r, t, b, NULL FROM kept", []) { (row) throws in
                    for column in [1, 2, 3] {
                        Self.expect(.unexpectedType(column: column, wanted: .integer)) {
                            try row.integer(column)
                        }
                    }
                    for column in [2, 3] {
                        Self.expect(.unexpectedType(column: column, wanted: .real)) { try row.real(column) }
                    }
                    for column in [0, 1, 3] {
                        Self.expect(.unexpectedType(column: column, wanted: .text)) { try row.text(column) }
                    }
                    for column in [0, 1, 2] {
                        Self.expect(.unexpectedType(column: column, wanted: .blob)) { try row.blob(column) }
                    }
                    Self.expect(.unexpectedType(column: 5, wanted: .text)) { try row.text(5) }
                    Self.expect(.unexpectedNull(column: 4)) { try row.integer(4) }
                    Self.expect(.unexpectedNull(column: 4)) { try row.text(4) }
                    #expect(row.isNull(4))
                    #expect(try row.real(0) == 1)
                }
            }
        }
    }

    private static func expect<Value>(_ kind: SQLError.Kind, _ body: () throws -> Value) {
        let error = #expect(throws: SQLError.self) { _ = try body() }
        #expect(error?.kind == kind)
    }

    @Test(arguments: TestEngine.available)
    func `counts, sums, comparisons and means read as numbers`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            try await database.write { connection in
                for integer in [9_000_000_000_000_000, -3, 40_000, 10_000] as [Int64] {
                    try connection.execute("INSERT INTO kept (i, r) VALUES (?, 0.5)", [.integer(integer)])
                }
                let sql = """
                    SELECT COUNT(*), SUM(i), SUM(r), i = i, -SUM(i), SUM(i) - SUM(i), SUM(i) * 10.0
                    FROM kept GROUP BY i = i
                    """
                try connection.each(sql, []) { (row) throws in
                    #expect(try row.integer(0) == 4)
                    #expect(try row.integer(1) == 9_000_000_000_049_997)
                    #expect(try row.real(1) == 9_000_000_000_049_997)
                    #expect(try row.real(2) == 2)
                    #expect(try row.integer(3) == 1)
                    #expect(try row.integer(4) == -9_000_000_000_049_997)
                    #expect(try row.integer(5) == 0)
                    #expect(try row.real(6) == 90_000_000_000_499_968)
                }
                let mean = try connection.one("SELECT AVG(i) FROM kept WHERE i < 20000") { try $0.real(0) }
                #expect(mean == 4998.5)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the number of arguments must be right`(engine: TestEngine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            for given in [0, 2] {
                let error = await #expect(throws: SQLError.self) {
                    try await database.read { connection in
                        try connection.each(
                            "SELECT i FROM kept WHERE i = ?",
                            Array(repeating: .integer(1), count: given)
                        ) { _ in }
                    }
                }
                #expect(error?.kind == .argumentCount(wanted: 1, given: given))
            }
        }
    }
}
