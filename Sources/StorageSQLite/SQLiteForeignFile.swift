import GRDB
import Glibc

/// A database file that another program made: it holds tables, and not the ones that tell what was migrated.
package struct SQLiteForeignFile: Error, Equatable, Sendable {
    /// The database file.
    package let path: String

    package init(path: String) { self.path = path }

    /// Whether a file is one, found without writing to it; false where it can't be read, as opening it says why.
    static func isForeign(_ path: String) -> Bool {
        guard access(path, F_OK) == 0 else { return false }
        var configuration = Configuration()
        configuration.readonly = true
        let found = try? DatabaseQueue(path: path, configuration: configuration).read { database in
            let tables = try String.fetchAll(
                database,
                sql:
                    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
            )
            guard !tables.isEmpty else { return false }
            let columns = try String.fetchAll(
                database,
                sql: "SELECT name FROM pragma_table_info('schema_migrations') ORDER BY name"
            )
            return columns != ["applied_at", "hash", "name", "number"]
        }
        return found ?? false
    }
}
