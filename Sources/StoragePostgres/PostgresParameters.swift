import Storage

/// The arguments of a statement, as libpq takes them: blobs as they are, all else as text.
///
/// The server finds the types. Text is exact: a real is written with the digits that read back to it.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [CInt] = []
    private var formats: [CInt] = []

    init(_ arguments: [SQLValue]) {
        for argument in arguments { append(argument) }
    }

    private mutating func append(_ argument: SQLValue) {
        let start = bytes.count
        switch argument {
        case .null: break
        case .integer(let integer): bytes += String(integer).utf8
        case .real(let real): bytes += real.description.utf8
        case .text(let text): bytes += text.utf8
        case .blob(let blob): bytes += blob
        }
        let isBlob = if case .blob = argument { true } else { false }
        starts.append(argument == .null ? nil : start)
        lengths.append(CInt(clamping: bytes.count - start))
        formats.append(isBlob ? PostgresResult.binaryFormat : PostgresResult.textFormat)
        bytes.append(0)
    }

    /// Calls `body` with the arrays of values, lengths and formats, which it must not keep.
    func withPointers<Value>(
        _ body: ([UnsafePointer<CChar>?], [CInt], [CInt]) -> Value
    ) -> Value {
        bytes.withUnsafeBytes { buffer in
            let characters = buffer.bindMemory(to: CChar.self)
            let values = starts.map { start in start.flatMap { characters.baseAddress?.advanced(by: $0) } }
            return body(values, lengths, formats)
        }
    }
}
