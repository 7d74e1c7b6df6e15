import GRDB
import GRDBSQLite
import Storage

extension SQLError {
    /// The error for one of SQLite's extended result codes (https://www.sqlite.org/rescode.html).
    init(sqliteCode code: CInt, message: String, sql: String?) {
        self.init(
            Self.kind(ofExtended: code) ?? Self.kind(ofPrimary: code & 0xff),
            message: message,
            sql: sql
        )
    }

    init(_ error: DatabaseError) {
        self.init(
            sqliteCode: error.extendedResultCode.rawValue,
            message: error.message ?? "",
            sql: error.sql
        )
    }

    private static func kind(ofExtended code: CInt) -> Kind? {
        switch ResultCode(rawValue: code) {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
        case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
        case .SQLITE_CONSTRAINT_NOTNULL: .notNull
        case .SQLITE_CONSTRAINT_CHECK: .check
        case ResultCode(rawValue: 19 | 12 << 8): .mismatchedType  // SQLITE_CONSTRAINT_DATATYPE
        default: nil
        }
    }

    private static func kind(ofPrimary code: CInt) -> Kind {
        switch code {
        case SQLITE_ERROR, SQLITE_RANGE, SQLITE_MISUSE: .syntax
        case SQLITE_MISMATCH: .mismatchedType
        case SQLITE_READONLY: .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR: .unavailable
        case SQLITE_FULL: .full
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        default: .other
        }
    }
}

/// Runs `body` and turns GRDB's errors into `SQLError`.
func mappingErrors<Value>(_ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw SQLError(error)
    }
}
