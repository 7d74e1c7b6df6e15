/// One row of a CSV file, its fields without their quotes.
package struct CSVRow: Sendable {
    /// The line of the file that the row starts on; the header's is 1.
    package internal(set) var line = 1
    /// The contents of all fields, one after another, perhaps with commas between them.
    private var bytes: [UInt8] = []
    /// Where each field lies in `bytes`.
    private var fields: [Range<Int>] = []
    /// Where the field that is being read starts.
    private var start = 0

    /// The number of fields.
    package var count: Int { fields.count }

    /// Whether no field holds anything.
    var isEmpty: Bool { fields.allSatisfy(\.isEmpty) }

    /// Whether there is nothing in it that could break UTF-8.
    var isASCII: Bool { bytes.reduce(0, |) < 0x80 }

    /// The bytes of a field, counted from 0.
    package subscript(field: Int) -> ArraySlice<UInt8> { bytes[fields[field]] }

    /// A field as text.
    package func text(_ field: Int) -> String { String(decoding: self[field], as: UTF8.self) }

    /// Hands the bytes of a field to `body`; they are valid only inside the call.
    package func withBytes<Value>(of field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[fields[field]])) }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        start = 0
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ run: ArraySlice<UInt8>) { bytes.append(contentsOf: run) }

    mutating func endField() {
        fields.append(start..<bytes.count)
        start = bytes.count
    }

    /// Takes a whole line without quotes, which most are, into an empty row.
    ///
    /// - Returns: how many bytes it took with its end; nil, with the row left empty, for any other line and where
    ///   the end is not among the bytes.
    mutating func takeLine(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var fieldStart = 0
        for (index, byte) in text.enumerated() where byte < 0x2D {
            if byte == comma {
                fields.append(fieldStart..<index)
                fieldStart = index + 1
            } else if byte == newline {
                let end = index > 0 && text[index - 1] == carriageReturn ? index - 1 : index
                fields.append(fieldStart..<end)
                bytes.append(contentsOf: text[..<end])
                return index + 1
            } else if byte == quote || byte == carriageReturn && text[(index + 1)...].first != newline {
                break
            }
        }
        fields.removeAll(keepingCapacity: true)
        return nil
    }
}
