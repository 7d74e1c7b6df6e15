import GRDB
import GRDBSQLite
import Storage

/// GRDB keeps the connection, its queue and its prepared statements; values go to and from SQLite directly,
/// since its own conversions cost several times as much as the engine's work on a row.
final class SQLiteConnection: SQLConnection {
    let dialect = Dialect.sqlite
    private let database: Database
    private let mayWrite: Bool

    /// Whether a statement failed: SQLite would let the transaction go on, and PostgreSQL does not.
    private var isAborted = false
    private var knownMark: String?

    private init(_ database: Database, mayWrite: Bool) {
        self.database = database
        self.mayWrite = mayWrite
    }

    /// Runs `body` in a transaction that reads, and throws after it when it swallowed the failure of a statement.
    static func reading<Value>(
        _ database: Database,
        _ body: (any SQLConnection) throws -> Value
    ) throws -> Value {
        try SQLiteConnection(database, mayWrite: false).run(body)
    }

    /// The same in a transaction that writes; what it changes gets a new mark.
    static func writing<Value>(
        _ database: Database,
        _ body: (any SQLConnection) throws -> Value
    ) throws -> Value {
        let connection = SQLiteConnection(database, mayWrite: true)
        let changesBefore = database.totalChangesCount
        let value = try connection.run(body)
        if database.totalChangesCount != changesBefore { try connection.advanceMark() }
        return value
    }

    private func run<Value>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
        let value = try body(self)
        if isAborted { throw SQLError(.aborted) }
        return value
    }

    func dataMark() throws -> String? {
        guard !mayWrite else { return nil }
        // What a transaction reads doesn't change while it lasts.
        if let knownMark { return knownMark }
        knownMark = String(try mark())
        return knownMark
    }

    /// The file's user version counts the transactions that changed something: nothing else has a use for it,
    /// and it is written and taken back with them.
    private func mark() throws -> Int64 { try one("PRAGMA user_version") { try $0.integer(0) } ?? 0 }

    private func advanceMark() throws {
        // The file keeps 32 bits of it.
        let next = Int32(truncatingIfNeeded: try mark() + 1)
        try run(script: "PRAGMA user_version = \(next)")
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        let changesBefore = database.totalChangesCount
        try step(sql, arguments) { _ in }
        // The count of the newest change stays as it was after a statement that changes nothing.
        return database.totalChangesCount == changesBefore ? 0 : database.changesCount
    }

    func run(script: String) throws {
        try abortingOnError { try mappingErrors { try database.execute(sql: script) } }
    }

    func each(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        try step(sql, arguments, body)
    }

    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        try execute("SAVEPOINT inner_step")
        do {
            let value = try body()
            if isAborted { throw SQLError(.aborted) }
            try execute("RELEASE inner_step")
            return value
        } catch {
            isAborted = false
            try execute("ROLLBACK TO inner_step")
            try execute("RELEASE inner_step")
            throw error
        }
    }

    private func step(_ sql: String, _ arguments: [SQLValue], _ body: (SQLiteRow) throws -> Void) throws {
        let statement = try abortingOnError { try prepare(sql) }
        let handle = statement.sqliteStatement
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        try SQLiteBinding.bind(arguments, to: handle, sql: sql)
        let row = SQLiteRow(statement: handle)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(row)
            case SQLITE_DONE: return
            case SQLITE_INTERRUPT:
                // Only a cancelled task interrupts.
                isAborted = true
                throw CancellationError()
            case let code:
                isAborted = true
                throw SQLError(sqliteCode: code, message: database.lastErrorMessage ?? "", sql: sql)
            }
        }
    }

    /// A prepared statement from GRDB's cache, or another one while that is in the midst of its rows.
    private func prepare(_ sql: String) throws -> Statement {
        if isAborted { throw SQLError(.aborted, sql: sql) }
        return try mappingErrors {
            let cached = try database.cachedStatement(sql: sql)
            return sqlite3_stmt_busy(cached.sqliteStatement) == 0
                ? cached : try database.makeStatement(sql: sql)
        }
    }

    private func abortingOnError<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            isAborted = true
            throw error
        }
    }
}
