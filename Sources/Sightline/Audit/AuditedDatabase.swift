package import Storage

/// A database in which nothing that the audit trail must tell of can be changed without an entry: such a
/// transaction is taken back.
package struct AuditedDatabase: SQLDatabase {
    private let base: any SQLDatabase

    package init(_ base: any SQLDatabase) { self.base = base }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await base.read(body)
    }

    /// - Throws: ``UntoldChange`` where a table was changed and no entry tells of it.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await base.write { connection in
            let audited = AuditedConnection(connection)
            let value = try body(audited)
            try audited.requireEntries()
            return value
        }
    }

    package func close() async throws { try await base.close() }
}

/// A transaction changed tables that the audit trail must tell of, and no entry of it does.
package struct UntoldChange: Error, Equatable, Sendable {
    package var tables: [String]
}
