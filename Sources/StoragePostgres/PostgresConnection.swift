import Storage

/// A transaction's view of its session.
final class PostgresConnection: SQLConnection {
    let dialect = Dialect.postgres
    private let session: PostgresSession
    private let cancellation: PostgresCancellation
    private let mayWrite: Bool

    /// Whether a statement clashed with another transaction, so that all of this one has to run again.
    private(set) var hasClashed = false
    private var knownMark: String?

    init(_ session: PostgresSession, _ cancellation: PostgresCancellation, mayWrite: Bool) {
        self.session = session
        self.cancellation = cancellation
        self.mayWrite = mayWrite
    }

    /// Which transactions were over when this one began, which settles what it sees.
    func dataMark() throws -> String? {
        guard !mayWrite else { return nil }
        if let knownMark { return knownMark }
        knownMark = try one("SELECT CAST(pg_current_snapshot() AS TEXT)") { try $0.text(0) }
        return knownMark
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try noting { try session.query(sql, arguments) }.changedRows
    }

    func run(script: String) throws {
        try noting {
            try session.run("SET LOCAL statement_timeout = 0")
            try session.run(script)
        }
    }

    func each(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        let result = try noting { try session.query(sql, arguments) }
        for row in 0..<result.rowCount { try body(PostgresRow(result: result, row: row)) }
    }

    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        try noting { try session.run("SAVEPOINT inner_step") }
        do {
            let value = try body()
            try noting { try session.run("RELEASE inner_step") }
            return value
        } catch {
            try noting { try session.run("ROLLBACK TO inner_step; RELEASE inner_step") }
            throw error
        }
    }

    func commit() throws {
        let result = try noting { try session.run("COMMIT") }
        // The server answers so, without an error, when an earlier failure was swallowed.
        if result.command == "ROLLBACK" { throw SQLError(.aborted) }
    }

    /// Runs `body`, and sees whether a failure was a clash or a cancelled task's doing.
    @discardableResult
    private func noting<Value>(_ body: () throws -> Value) throws -> Value {
        try cancellation.check()
        do {
            return try body()
        } catch let error as SQLError {
            hasClashed = hasClashed || error.kind == .busy
            try cancellation.check()
            throw error
        }
    }
}
