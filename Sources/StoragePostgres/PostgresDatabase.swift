import Glibc
import NIOPosix
package import Storage
import Synchronization

/// A database on a PostgreSQL server, over a few connections with a thread each.
///
/// Reading sees one moment (repeatable read). Writing is serializable, as it is on SQLite: where PostgreSQL
/// finds that two transactions could not have run one after the other, one of them runs again, and after ten
/// times fails as `busy`. Connections that the server closed are replaced before the next transaction; one
/// that is lost during `COMMIT` throws `unavailable`, and then nobody can tell whether it was kept.
package final class PostgresDatabase: SQLDatabase {
    private let url: String
    private let statementTimeout: Duration
    private let threads: NIOThreadPool
    private let idle = Mutex<[PostgresSession]>([])
    private let isClosed = Atomic(false)

    /// Prepares to connect; the first transaction does.
    ///
    /// - Parameters:
    ///   - url: as libpq takes it, such as `postgres://user:password@host:5432/name` or, for a socket in a
    ///     folder, `postgres:///name?host=/run/postgresql`.
    ///   - connections: how many transactions may run at once; others wait for their turn.
    ///   - statementTimeout: how long one statement may run before it fails as `timedOut`.
    package init(url: String, connections: Int = 4, statementTimeout: Duration = .seconds(60)) {
        self.url = url
        self.statementTimeout = statementTimeout
        threads = NIOThreadPool(numberOfThreads: connections)
        threads.start()
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await onThread { cancellation in
            try self.transaction(mayWrite: false, cancellation, body)
        }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await onThread { cancellation in
            var attempt: UInt32 = 1
            while true {
                do {
                    return try self.transaction(mayWrite: true, cancellation, body)
                } catch let error as SQLError where error.kind == .busy && attempt < 10 {
                    // Random, so that two that clashed do not meet again.
                    usleep(.random(in: 1000...(5000 * attempt)))
                    attempt += 1
                }
            }
        }
    }

    package func close() async throws {
        isClosed.store(true, ordering: .sequentiallyConsistent)
        try await threads.shutdownGracefully()
        idle.withLock { $0.removeAll() }
    }

    /// Runs `body` on a thread that may block, once one is free.
    private func onThread<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresCancellation) throws -> Value
    ) async throws -> Value {
        let cancellation = PostgresCancellation()
        return try await withTaskCancellationHandler {
            do {
                return try await threads.runIfActive { try body(cancellation) }
            } catch is CancellationError where !cancellation.isCancelled {
                throw SQLError(.closed)
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    private func transaction<Value>(
        mayWrite: Bool,
        _ cancellation: PostgresCancellation,
        _ body: (any SQLConnection) throws -> Value
    ) throws -> Value {
        let session = try checkOut(
            mayWrite
                ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        )
        defer { checkIn(session) }
        let connection = PostgresConnection(session, cancellation, mayWrite: mayWrite)
        do {
            try cancellation.attach(session)
            let value = try body(connection)
            try connection.commit()
            cancellation.detach()
            return value
        } catch {
            cancellation.detach()
            // Where even this fails, the session is not given back.
            _ = try? session.run("ROLLBACK")
            throw connection.hasClashed ? SQLError(.busy) : error
        }
    }

    /// A session in a new transaction: an idle one that still has its server, or else a new one.
    private func checkOut(_ begin: String) throws -> PostgresSession {
        while let session = idle.withLock({ $0.popLast() }) {
            do {
                try session.run(begin)
                return session
            } catch {
                guard session.isLost else { throw error }
            }
        }
        let session = try PostgresSession(url: url, statementTimeout: statementTimeout)
        try session.run(begin)
        return session
    }

    private func checkIn(_ session: PostgresSession) {
        guard session.isReusable, !isClosed.load(ordering: .sequentiallyConsistent) else { return }
        idle.withLock { $0.append(session) }
    }
}
