/// A connection inside a transaction, which must not leave the closure that it was handed to.
///
/// SQL is written once, in the subset that SQLite and PostgreSQL share, with `?` for each argument. Where the
/// place of a `?` does not tell its type (`SELECT ?`, `? IS NULL`), PostgreSQL needs `CAST(? AS BIGINT)`.
///
/// A statement that fails leaves the transaction fit only to be taken back, on both engines: to go on after
/// an expected failure, run it in a savepoint.
package protocol SQLConnection: AnyObject {
    /// The engine, for the few statements that must differ.
    var dialect: Dialect { get }

    /// Names the state of the database that a transaction sees: two that get the same mark see the same data.
    ///
    /// Nil in a transaction that may write, which sees its own changes.
    func dataMark() throws -> String?

    /// Runs a statement and returns the number of rows that it changed, 0 for a query.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// Runs statements without arguments, parted by semicolons, however long each takes.
    func run(script: String) throws

    /// Calls `body` with each row of a query, in order; a row is valid only inside the call.
    ///
    /// `body` may run other statements. PostgreSQL's driver holds the whole answer while it calls `body`, so
    /// ask for a big table in pages.
    func each(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws

    /// Runs `body` so that its changes alone are taken back when it throws.
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value
}

extension SQLConnection {
    /// Runs a statement without arguments and returns the number of rows that it changed.
    @discardableResult
    package func execute(_ sql: String) throws -> Int { try execute(sql, []) }

    /// The rows of a query, each turned into a value.
    package func all<Value>(
        _ sql: String,
        _ arguments: [SQLValue] = [],
        _ make: (any SQLRow) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try each(sql, arguments) { values.append(try make($0)) }
        return values
    }

    /// The first row of a query, turned into a value, or nil when there is none.
    package func one<Value>(
        _ sql: String,
        _ arguments: [SQLValue] = [],
        _ make: (any SQLRow) throws -> Value
    ) throws -> Value? {
        var first: Value?
        try each(sql, arguments) { row in if first == nil { first = try make(row) } }
        return first
    }
}

/// One row of a query, read by column number from 0.
///
/// A wrong type or an unexpected null throws `SQLError`.
package protocol SQLRow {
    /// Whether the column is null.
    func isNull(_ column: Int) -> Bool

    /// A whole number; a Boolean is 0 or 1.
    func integer(_ column: Int) throws -> Int64

    /// A real, or a whole number as one.
    func real(_ column: Int) throws -> Double

    /// A text.
    func text(_ column: Int) throws -> String

    /// A blob.
    func blob(_ column: Int) throws -> [UInt8]
}

/// The same, with nil for null.
extension SQLRow {
    package func optionalInteger(_ column: Int) throws -> Int64? {
        isNull(column) ? nil : try integer(column)
    }
    package func optionalReal(_ column: Int) throws -> Double? { isNull(column) ? nil : try real(column) }
    package func optionalText(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }
    package func optionalBlob(_ column: Int) throws -> [UInt8]? { isNull(column) ? nil : try blob(column) }
}
