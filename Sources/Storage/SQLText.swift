/// Rewrites SQL without touching what is quoted or commented.
///
/// Knows the shared subset: 'text' and "names" with doubled quotes, `--` and nesting `/* */` comments.
/// Neither PostgreSQL's `$$` and `E''` strings nor SQLite's `[names]` belong to the subset.
package enum SQLText {
    /// The text with `rewrite` applied to each stretch of code, in order; the rest is copied as it is.
    ///
    /// `rewrite` gets the bytes of a stretch and appends its replacement. Empty text gives empty text.
    package static func rewritingCode(
        of sql: String,
        _ rewrite: (ArraySlice<UInt8>, inout [UInt8]) -> Void
    ) -> String {
        let bytes = Array(sql.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var codeStart = 0
        var position = 0
        while position < bytes.count {
            guard let end = endOfVerbatim(bytes, from: position) else {
                position += 1
                continue
            }
            rewrite(bytes[codeStart..<position], &result)
            result += bytes[position..<end]
            codeStart = end
            position = end
        }
        rewrite(bytes[codeStart...], &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// Where the quoted or commented stretch that begins at `start` ends, or nil when none begins there.
    private static func endOfVerbatim(_ bytes: [UInt8], from start: Int) -> Int? {
        let next = start + 1 < bytes.count ? bytes[start + 1] : 0
        switch (bytes[start], next) {
        case (UInt8(ascii: "'"), _), (UInt8(ascii: "\""), _):
            let close = bytes[(start + 1)...].firstIndex(of: bytes[start])
            return close.map { $0 + 1 } ?? bytes.count
        case (UInt8(ascii: "-"), UInt8(ascii: "-")):
            return bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        case (UInt8(ascii: "/"), UInt8(ascii: "*")):
            return endOfComment(bytes, from: start)
        default:
            return nil
        }
    }

    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
        var depth = 0
        var position = start
        while position + 1 < bytes.count {
            switch (bytes[position], bytes[position + 1]) {
            case (UInt8(ascii: "/"), UInt8(ascii: "*")):
                depth += 1
                position += 2
            case (UInt8(ascii: "*"), UInt8(ascii: "/")):
                depth -= 1
                position += 2
                if depth == 0 { return position }
            default:
                position += 1
            }
        }
        return bytes.count
    }
}
