import Storage

/// SQL with PostgreSQL's places for arguments: the first `?` becomes `$1`, the next `$2`.
struct PostgresStatement {
    let name: String
    let text: String
    let parameterCount: Int

    init(_ sql: String, name: String) {
        var count = 0
        text = SQLText.rewritingCode(of: sql) { code, result in
            for byte in code {
                if byte == UInt8(ascii: "?") {
                    count += 1
                    result += "$\(count)".utf8
                } else {
                    result.append(byte)
                }
            }
        }
        parameterCount = count
        self.name = name
    }
}
