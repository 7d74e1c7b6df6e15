import Glibc

/// The field without spaces and tabs around it.
package func trimmed(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var range = 0..<field.count
    while let last = range.last, isSpace(field[last]) { range.removeLast() }
    while let first = range.first, isSpace(field[first]) { range.removeFirst() }
    return UnsafeBufferPointer(rebasing: field[range])
}

let quote = UInt8(ascii: "\"")
let comma = UInt8(ascii: ",")
let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
}

/// Whether a byte is among others, as the C library finds it: many at a time.
func hasByte(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { memchr($0, CInt(byte), bytes.count) != nil } ?? false
    }
}
