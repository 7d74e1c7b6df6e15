import CPostgres
import Storage

/// One connection to a server, and the statements that were prepared on it.
///
/// `@unchecked Sendable`: used by one thread at a time, the one that took it from the pool, but for
/// `cancelStatement`, which reads only a handle that never changes.
final class PostgresSession: @unchecked Sendable {
    private let connection: OpaquePointer
    private let cancelHandle: OpaquePointer?
    private var prepared: [String: PostgresStatement] = [:]

    /// Connects, or throws `unavailable`.
    init(url: String, statementTimeout: Duration) throws {
        // What stands before the address are defaults, which it may change.
        let settings = [
            ("connect_timeout", "5"), ("application_name", "sightline"), ("dbname", url),
            ("client_encoding", "UTF8"),
        ]
        let words = CStrings(settings.map(\.0))
        let values = CStrings(settings.map(\.1))
        guard let connection = PQconnectdbParams(words.pointers, values.pointers, 1) else {
            throw SQLError(.unavailable, message: "out of memory")
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            defer { PQfinish(connection) }
            throw SQLError(.unavailable, message: String(cString: PQerrorMessage(connection)))
        }
        self.connection = connection
        cancelHandle = PQgetCancel(connection)
        // Notices would go to standard error.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        let milliseconds = Int64(statementTimeout / .milliseconds(1))
        try run("SET statement_timeout = \(milliseconds)")
    }

    deinit {
        PQfreeCancel(cancelHandle)
        PQfinish(connection)
    }

    var isLost: Bool { PQstatus(connection) != CONNECTION_OK }

    /// Whether the session is outside a transaction, so that the next one may have it.
    var isReusable: Bool { !isLost && PQtransactionStatus(connection) == PQTRANS_IDLE }

    /// Asks the server to give up the running statement, and blocks until it has heard.
    ///
    /// From any thread.
    func cancelStatement() {
        // The reason for a failure has no reader: the statement just runs on.
        var reason = [CChar](repeating: 0, count: 256)
        PQcancel(cancelHandle, &reason, CInt(reason.count))
    }

    /// Runs statements without arguments, parted by semicolons; returns the result of the last one.
    @discardableResult
    func run(_ script: String) throws -> PostgresResult {
        try result(of: PQexec(connection, script), sql: script)
    }

    /// Runs one statement with `?` for each argument, prepared at its first use.
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> PostgresResult {
        let statement = try prepared[sql] ?? prepare(sql)
        guard statement.parameterCount == arguments.count else {
            throw SQLError(.argumentCount(wanted: statement.parameterCount, given: arguments.count), sql: sql)
        }
        if let index = arguments.firstIndex(where: { !$0.isStorable }) {
            throw SQLError(.unstorable(argument: index), sql: sql)
        }
        let handle = PostgresParameters(arguments).withPointers { values, lengths, formats in
            PQexecPrepared(
                connection,
                statement.name,
                CInt(arguments.count),
                values,
                lengths,
                formats,
                PostgresResult.binaryFormat
            )
        }
        return try result(of: handle, sql: sql)
    }

    private func prepare(_ sql: String) throws -> PostgresStatement {
        // Text that a program puts together could fill the server's memory.
        if prepared.count == 500 {
            try run("DEALLOCATE ALL")
            prepared.removeAll()
        }
        let statement = PostgresStatement(sql, name: "s\(prepared.count)")
        _ = try result(of: PQprepare(connection, statement.name, statement.text, 0, nil), sql: sql)
        prepared[sql] = statement
        return statement
    }

    private func result(of handle: OpaquePointer?, sql: String) throws -> PostgresResult {
        guard let handle else { throw lost(sql) }
        let result = PostgresResult(handle)
        switch PQresultStatus(handle) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return result
        default:
            guard let state = result.errorField(.state) else { throw lost(sql) }
            let message = result.errorField(.message) ?? ""
            throw SQLError(sqlState: state, message: message, sql: sql)
        }
    }

    private func lost(_ sql: String) -> SQLError {
        SQLError(.unavailable, message: String(cString: PQerrorMessage(connection)), sql: sql)
    }
}
