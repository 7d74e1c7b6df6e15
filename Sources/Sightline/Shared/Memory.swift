package import Storage
import Synchronization

/// What was lately made from the database, by key, kept for as long as the database stays as it was then.
package final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let held = Mutex<(mark: String, entries: [Key: Value])>(("", [:]))
    private let limit: Int

    /// - Parameter limit: how many entries are kept; one more, and all of them go.
    package init(limit: Int) { self.limit = limit }

    /// What is kept for a key, or else what `read` makes now.
    ///
    /// - Parameter read: must take everything from the connection and the key.
    package func value(
        for key: Key,
        on connection: any SQLConnection,
        _ read: () throws -> Value
    ) throws -> Value {
        guard let mark = try connection.dataMark() else { return try read() }
        if let value = known(key, at: mark) { return value }
        let value = try read()
        keep(value, for: key, at: mark)
        return value
    }

    /// What was kept for a key while the database stood at a mark.
    package func known(_ key: Key, at mark: String) -> Value? {
        held.withLock { $0.mark == mark ? $0.entries[key] : nil }
    }

    /// Keeps what was made from the database as it stands at a mark.
    package func keep(_ value: Value, for key: Key, at mark: String) {
        held.withLock { held in
            if held.mark != mark || held.entries.count >= limit { held = (mark, [:]) }
            held.entries[key] = value
        }
    }
}
