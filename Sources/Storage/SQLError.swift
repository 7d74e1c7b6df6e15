/// A refusal by the database, or a value that was not what the caller asked for.
///
/// Both engines report the same mistake as the same kind; `message` is the engine's own, for a log.
package struct SQLError: Error, Equatable, Sendable {
    package var kind: Kind
    package var message: String
    package var sql: String?

    package init(_ kind: Kind, message: String = "", sql: String? = nil) {
        self.kind = kind
        self.message = message
        self.sql = sql
    }
}

extension SQLError {
    /// What went wrong, the same for every engine.
    package enum Kind: Equatable, Sendable {
        /// A constraint of the schema refused the change.
        case unique, foreignKey, notNull, check
        /// A value of the wrong type for the column that it was to be stored in.
        case mismatchedType
        /// A value that not every engine can store: text with a NUL in it, or a real that is not a number.
        case unstorable(argument: Int)
        /// A column, counted from 0, that holds another type than the one asked for.
        case unexpectedType(column: Int, wanted: SQLType)
        /// A column, counted from 0, that is null where a value was asked for.
        case unexpectedNull(column: Int)
        /// Another number of arguments than the statement has places for.
        case argumentCount(wanted: Int, given: Int)
        /// SQL that does not parse, or that names what does not exist.
        case syntax
        /// A change in a read-only transaction.
        case readOnly
        /// Others held what was needed for too long: the same transaction may work later.
        case busy
        /// The statement ran longer than the time allowed.
        case timedOut
        /// A statement failed earlier, so that the transaction (or its savepoint) can only be taken back.
        case aborted
        /// The database can't be reached, or the connection was lost.
        case unavailable
        /// The database was closed.
        case closed
        /// The disk, or what is allowed of it, is full.
        case full
        /// The file is not a database or is damaged.
        case damaged
        /// Anything else: `message` has the engine's words.
        case other
    }
}

/// The types that a column can be asked for.
package enum SQLType: Sendable {
    case integer, real, text, blob
}
