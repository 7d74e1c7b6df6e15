import GRDBSQLite
import Storage

/// The row that a statement stands on.
struct SQLiteRow: SQLRow {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) throws -> Int64 {
        let index = CInt(column)
        guard sqlite3_column_type(statement, index) == SQLITE_INTEGER else {
            throw unexpected(column, .integer)
        }
        return sqlite3_column_int64(statement, index)
    }

    func real(_ column: Int) throws -> Double {
        let index = CInt(column)
        switch sqlite3_column_type(statement, index) {
        case SQLITE_FLOAT, SQLITE_INTEGER: return sqlite3_column_double(statement, index)
        default: throw unexpected(column, .real)
        }
    }

    func text(_ column: Int) throws -> String {
        let index = CInt(column)
        guard sqlite3_column_type(statement, index) == SQLITE_TEXT else { throw unexpected(column, .text) }
        // The text must be asked for before its length.
        let start = sqlite3_column_text(statement, index)
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
        return String(decoding: bytes, as: UTF8.self)
    }

    func blob(_ column: Int) throws -> [UInt8] {
        let index = CInt(column)
        guard sqlite3_column_type(statement, index) == SQLITE_BLOB else { throw unexpected(column, .blob) }
        let start = sqlite3_column_blob(statement, index)
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
        )
    }

    private func unexpected(_ column: Int, _ wanted: SQLType) -> SQLError {
        let sql = sqlite3_sql(statement).map { String(cString: $0) }
        guard column >= 0, column < Int(sqlite3_column_count(statement)) else {
            return SQLError(
                .unexpectedType(column: column, wanted: wanted),
                message: "no such column",
                sql: sql
            )
        }
        return isNull(column)
            ? SQLError(.unexpectedNull(column: column), sql: sql)
            : SQLError(.unexpectedType(column: column, wanted: wanted), sql: sql)
    }
}
