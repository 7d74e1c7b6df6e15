/// Writes JSON (RFC 8259) into a buffer, value by value; brackets and commas take care of themselves.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.key("points")
///         json.array { for value in values { $0.value(value) } }
///     }
package struct JSONWriter: Sendable {
    /// What has been written and not yet taken, UTF-8.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    /// Makes room for so many more bytes.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Writes an object; the body writes a key before each value.
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        beginValue()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        try body(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Writes an array of the values that the body writes.
    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        beginValue()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        try body(&self)
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Writes the key of the next value.
    package mutating func key(_ key: StaticString) {
        beginValue()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(key)
        bytes.append("\":")
        needsComma = false
    }

    /// Writes a key that is known only at run time.
    package mutating func key(text key: String) {
        beginValue()
        appendQuoted(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes text, or null.
    package mutating func value(_ text: String?) {
        beginValue()
        if let text { appendQuoted(text) } else { bytes.append("null") }
        needsComma = true
    }

    /// Writes a number so that it reads back to the same double; null for nil and for what JSON has no number
    /// for.
    package mutating func value(_ number: Double?) {
        beginValue()
        if let number, number.isFinite { NumberText.append(number, to: &bytes) } else { bytes.append("null") }
        needsComma = true
    }

    /// Writes a whole number, or null.
    package mutating func value(_ number: Int?) {
        beginValue()
        if let number { NumberText.append(number, to: &bytes) } else { bytes.append("null") }
        needsComma = true
    }

    /// Writes true or false.
    package mutating func value(_ flag: Bool) {
        beginValue()
        bytes.append(flag ? "true" : "false")
        needsComma = true
    }

    /// Hands over the bytes so far and goes on with an empty buffer, so that a long array needn't stay in
    /// memory.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private mutating func beginValue() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var plainStart = 0
            for index in utf8.indices {
                let byte = utf8[index]
                if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") { continue }
                bytes.append(contentsOf: utf8[plainStart..<index])
                appendEscape(of: byte)
                plainStart = index + 1
            }
            bytes.append(contentsOf: utf8[plainStart...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append("\\\"")
        case UInt8(ascii: "\\"): bytes.append("\\\\")
        case UInt8(ascii: "\n"): bytes.append("\\n")
        case UInt8(ascii: "\r"): bytes.append("\\r")
        case UInt8(ascii: "\t"): bytes.append("\\t")
        default:
            bytes.append(byte < 0x10 ? "\\u000" : "\\u001")
            let digit = byte & 0xF
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
