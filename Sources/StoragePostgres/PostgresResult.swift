import CPostgres

/// An answer of the server, freed with this object.
final class PostgresResult {
    static let textFormat: CInt = 0
    static let binaryFormat: CInt = 1

    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { PQclear(handle) }

    var rowCount: Int { Int(PQntuples(handle)) }

    var columnCount: Int { Int(PQnfields(handle)) }

    /// What was done, such as `INSERT 0 1` or `COMMIT`.
    var command: String { String(cString: PQcmdStatus(handle)) }

    /// The rows that a statement changed; 0 for a query.
    var changedRows: Int {
        // A query that only reads reports its rows here, too.
        command.hasPrefix("SELECT") ? 0 : Int(String(cString: PQcmdTuples(handle))) ?? 0
    }

    /// The parts of an error, by the letters of C's `PG_DIAG_` constants, which Swift does not import.
    enum ErrorField: Unicode.Scalar {
        case state = "C"
        case message = "M"
    }

    func errorField(_ field: ErrorField) -> String? {
        PQresultErrorField(handle, CInt(field.rawValue.value)).map { String(cString: $0) }
    }

    func isNull(row: Int, column: Int) -> Bool {
        PQgetisnull(handle, CInt(row), CInt(column)) == 1
    }

    func type(column: Int) -> PostgresType? {
        PostgresType(rawValue: PQftype(handle, CInt(column)))
    }

    /// The bytes of a column that is not null, valid as long as this object.
    func bytes(row: Int, column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(handle, CInt(row), CInt(column)),
            count: Int(PQgetlength(handle, CInt(row), CInt(column)))
        )
    }
}
