import Storage

extension SQLError {
    /// The error for one of PostgreSQL's five-character states (its manual, appendix A).
    init(sqlState: String, message: String, sql: String?) {
        self.init(Self.kind(of: sqlState), message: message, sql: sql)
    }

    private static func kind(of state: String) -> Kind {
        switch state {
        case "23505": .unique
        case "23503": .foreignKey
        case "23502": .notNull
        case "23514": .check
        case "25006": .readOnly
        case "25P02": .aborted
        // Could not serialise, deadlock, lock not available.
        case "40001", "40P01", "55P03": .busy
        // Cancelled, which is the time limit's doing where the task was not.
        case "57014": .timedOut
        case "53100": .full
        // Type and encoding of values: mismatch, indeterminate type, ambiguous cast.
        case "42804", "42P18", "42846": .mismatchedType
        case "XX001", "XX002": .damaged
        default: kind(ofClass: state.prefix(2))
        }
    }

    private static func kind(ofClass prefix: Substring) -> Kind {
        switch prefix {
        case "22": .mismatchedType
        case "42": .syntax
        // Connection, authorisation, database name, resources, operator's intervention.
        case "08", "28", "3D", "53", "57": .unavailable
        default: .other
        }
    }
}
