import GRDBSQLite
import Storage

/// Gives a prepared statement its arguments.
enum SQLiteBinding {
    /// Binds one argument to each `?`, in order; SQLite copies texts and blobs.
    static func bind(_ arguments: [SQLValue], to statement: OpaquePointer, sql: String) throws {
        let wanted = Int(sqlite3_bind_parameter_count(statement))
        guard wanted == arguments.count else {
            throw SQLError(.argumentCount(wanted: wanted, given: arguments.count), sql: sql)
        }
        for (index, argument) in arguments.enumerated() {
            guard argument.isStorable else { throw SQLError(.unstorable(argument: index), sql: sql) }
            let code = bind(argument, to: statement, at: CInt(index + 1))
            guard code == SQLITE_OK else { throw SQLError(sqliteCode: code, message: "", sql: sql) }
        }
    }

    private static func bind(_ value: SQLValue, to statement: OpaquePointer, at index: CInt) -> CInt {
        switch value {
        case .null:
            return sqlite3_bind_null(statement, index)
        case .integer(let integer):
            return sqlite3_bind_int64(statement, index, integer)
        case .real(let real):
            return sqlite3_bind_double(statement, index, real)
        case .text(var text):
            return text.withUTF8 { bind(text: $0, to: statement, at: index) }
        case .blob(let blob):
            return blob.withUnsafeBytes { bind(blob: $0, to: statement, at: index) }
        }
    }

    private static func bind(
        text: UnsafeBufferPointer<UInt8>,
        to statement: OpaquePointer,
        at index: CInt
    ) -> CInt {
        // An empty text without an address would be taken for null.
        guard let start = text.baseAddress, !text.isEmpty else {
            return sqlite3_bind_text(statement, index, "", 0, copied)
        }
        return start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            sqlite3_bind_text64(statement, index, $0, UInt64(text.count), copied, UInt8(SQLITE_UTF8))
        }
    }

    private static func bind(
        blob: UnsafeRawBufferPointer,
        to statement: OpaquePointer,
        at index: CInt
    ) -> CInt {
        guard let start = blob.baseAddress, !blob.isEmpty else {
            return sqlite3_bind_zeroblob(statement, index, 0)
        }
        return sqlite3_bind_blob64(statement, index, start, UInt64(blob.count), copied)
    }

    /// C's `SQLITE_TRANSIENT`, which Swift does not import: SQLite makes a copy of its own.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
