/// A database that can be read and written in transactions.
///
/// A closure gets a synchronous connection, so that a transaction composes queries without awaiting.
/// One transaction a request or a command. Transactions that write behave as if they ran one after another,
/// and one that reads sees a single moment.
///
/// A cancelled task's transaction is taken back, and throws `CancellationError`.
package protocol SQLDatabase: Sendable {
    /// Runs `body` in a read-only transaction.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Runs `body` in a transaction: all of it is kept, or, when it throws, none.
    ///
    /// `body` may run again, where PostgreSQL finds that it clashed with another: it must have no effect
    /// but on the database.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Waits for running transactions and closes every connection.
    func close() async throws
}
