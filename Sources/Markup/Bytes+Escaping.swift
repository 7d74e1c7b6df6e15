extension [UInt8] {
    /// Appends text so that it is only ever text, in an element or in a quoted attribute of HTML or XML.
    ///
    /// Control characters that XML forbids become U+FFFD: one of them would make a whole picture unreadable.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var plainStart = 0
            var index = 0
            while index < utf8.count {
                let replacement = replacement(at: index, in: utf8)
                if let replacement {
                    append(contentsOf: utf8[plainStart..<index])
                    replacement.text.withUTF8Buffer { append(contentsOf: $0) }
                    index += replacement.length
                    plainStart = index
                } else {
                    index += 1
                }
            }
            append(contentsOf: utf8[plainStart...])
        }
    }

    /// Appends a literal's bytes.
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }
}

/// What stands for the bytes at an index, and how many of them it stands for; nil where they stay as they
/// are.
@inline(__always)
private func replacement(
    at index: Int,
    in utf8: UnsafeBufferPointer<UInt8>
) -> (text: StaticString, length: Int)? {
    let byte = utf8[index]
    if byte > UInt8(ascii: ">") && byte < 0xEF { return nil }
    switch byte {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
    case 0..<0x20: return ("\u{FFFD}", 1)
    case 0xEF where utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE: return ("\u{FFFD}", 3)
    default: return nil
    }
}
