import Storage

extension SQLConnection {
    /// Runs a query for many values in few statements: `sql` gets `(?, ?, …)` for a few hundred at a time.
    func each(
        in values: [SQLValue],
        _ sql: (_ list: String) -> String,
        _ body: (any SQLRow) throws -> Void
    ) throws {
        let size = 256
        for start in stride(from: 0, to: values.count, by: size) {
            let chunk = Array(values[start..<min(start + size, values.count)])
            let list = "(\(Array(repeating: "?", count: chunk.count).joined(separator: ", ")))"
            try each(sql(list), chunk, body)
        }
    }
}
