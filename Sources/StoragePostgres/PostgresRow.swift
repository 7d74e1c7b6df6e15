import Storage

/// A row of an answer, in PostgreSQL's binary format: big-endian numbers, texts and blobs as they are.
struct PostgresRow: SQLRow {
    let result: PostgresResult
    let row: Int

    func isNull(_ column: Int) -> Bool { result.isNull(row: row, column: column) }

    func integer(_ column: Int) throws -> Int64 {
        guard let found = try integerOrNil(column) else { throw unexpected(column, .integer) }
        return found
    }

    func real(_ column: Int) throws -> Double {
        let bytes = try value(column, .real)
        switch result.type(column: column) {
        case .float8: return Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
        case .float4:
            return Double(Float(bitPattern: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
        case .numeric:
            guard let real = PostgresNumeric(bytes).real else { throw unexpected(column, .real) }
            return real
        default:
            guard let integer = try integerOrNil(column) else { throw unexpected(column, .real) }
            return Double(integer)
        }
    }

    func text(_ column: Int) throws -> String {
        let bytes = try value(column, .text)
        switch result.type(column: column) {
        case .text, .limitedText, .paddedText, .name, .unknown, .characterCode:
            return String(decoding: bytes, as: UTF8.self)
        default: throw unexpected(column, .text)
        }
    }

    func blob(_ column: Int) throws -> [UInt8] {
        let bytes = try value(column, .blob)
        guard result.type(column: column) == .bytes else { throw unexpected(column, .blob) }
        return Array(bytes)
    }

    private func integerOrNil(_ column: Int) throws -> Int64? {
        let bytes = try value(column, .integer)
        return switch result.type(column: column) {
        case .int8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        case .int4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case .int2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        case .boolean: Int64(bytes[0])
        case .numeric: PostgresNumeric(bytes).integer
        default: nil
        }
    }

    private func value(_ column: Int, _ wanted: SQLType) throws -> UnsafeRawBufferPointer {
        guard column >= 0, column < result.columnCount else {
            throw SQLError(.unexpectedType(column: column, wanted: wanted), message: "no such column")
        }
        guard !isNull(column) else { throw SQLError(.unexpectedNull(column: column)) }
        return result.bytes(row: row, column: column)
    }

    private func unexpected(_ column: Int, _ wanted: SQLType) -> SQLError {
        SQLError(.unexpectedType(column: column, wanted: wanted))
    }
}
