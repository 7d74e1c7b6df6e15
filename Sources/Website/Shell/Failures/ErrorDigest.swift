import Storage

/// What a log may hold of an error: never what people typed, which is in values and messages.
struct ErrorDigest: CustomStringConvertible {
    let description: String

    init(_ error: any Error) {
        description =
            if let error = error as? SQLError {
                "SQLError \(error.kind) in \(error.sql ?? "no statement")"
            } else {
                String(reflecting: type(of: error))
            }
    }
}
