package import Storage

/// What was read from the database last, kept for as long as the database stays as it was then.
package final class Remembered<Value: Sendable>: Sendable {
    private let memory = Memory<Int, Value>(limit: 1)
    private let read: @Sendable (any SQLConnection) throws -> Value

    /// - Parameter read: must take everything from the connection.
    package init(_ read: @escaping @Sendable (any SQLConnection) throws -> Value) {
        self.read = read
    }

    /// What stands in the database as the transaction sees it.
    package func value(on connection: any SQLConnection) throws -> Value {
        try memory.value(for: 0, on: connection) { try read(connection) }
    }
}
