package import Storage
import Synchronization

/// What was read from the database last, kept for as long as the database stays as it was then.
package final class Remembered<Value: Sendable>: Sendable {
    private let held = Mutex<(mark: String, value: Value)?>(nil)
    private let read: @Sendable (any SQLConnection) throws -> Value

    /// - Parameter read: must take everything from the connection.
    package init(_ read: @escaping @Sendable (any SQLConnection) throws -> Value) {
        self.read = read
    }

    /// What stands in the database as the transaction sees it.
    package func value(on connection: any SQLConnection) throws -> Value {
        guard let mark = try connection.dataMark() else { return try read(connection) }
        if let value = held.withLock({ $0?.mark == mark ? $0?.value : nil }) { return value }
        let value = try read(connection)
        held.withLock { $0 = (mark, value) }
        return value
    }
}
