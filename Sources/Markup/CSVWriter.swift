/// Writes CSV (RFC 4180) into a buffer: fields are quoted where they must be, and lines end as asked.
package struct CSVWriter: Sendable {
    /// How lines end: RFC 4180 asks for `crlf`, programs in a pipe for `lf`.
    package enum LineEnd: Sendable {
        case crlf, lf
    }

    /// What has been written and not yet taken, UTF-8.
    package private(set) var bytes: [UInt8] = []
    private let lineEnd: LineEnd
    private let defusesFormulas: Bool
    private var fieldsInRow = 0
    private var rowStart = 0

    /// - Parameters:
    ///   - lineEnd: how lines end.
    ///   - defusesFormulas: whether text that a spreadsheet would run as a formula gets an apostrophe in
    ///     front. It changes the data, so it is for files that people open, not for those that programs read
    ///     back.
    package init(lineEnd: LineEnd, defusesFormulas: Bool) {
        self.lineEnd = lineEnd
        self.defusesFormulas = defusesFormulas
    }

    /// Makes room for so many more bytes.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Writes a field of text.
    package mutating func field(_ text: String) {
        var text = text
        text.withUTF8 { field(utf8: $0) }
    }

    /// Writes a field of text that is UTF-8 bytes already.
    package mutating func field(utf8 text: UnsafeBufferPointer<UInt8>) {
        beginField()
        let defused = defusesFormulas && isFormula(text)
        guard text.contains(where: needsQuotes) else {
            if defused { bytes.append(UInt8(ascii: "'")) }
            return bytes.append(contentsOf: text)
        }
        bytes.append(UInt8(ascii: "\""))
        if defused { bytes.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a number so that it reads back to the same double; an empty field for nil and for what isn't
    /// finite.
    package mutating func field(_ number: Double?) {
        beginField()
        if let number { NumberText.append(number, to: &bytes) }
    }

    /// Writes a whole number; an empty field for nil.
    package mutating func field(_ number: Int?) {
        beginField()
        if let number { NumberText.append(number, to: &bytes) }
    }

    /// Writes an empty field.
    package mutating func emptyField() { beginField() }

    /// Ends the row.
    package mutating func endRow() {
        // A blank line would not be a row.
        if fieldsInRow == 1 && bytes.count == rowStart { bytes.append("\"\"") }
        if lineEnd == .crlf { bytes.append(UInt8(ascii: "\r")) }
        bytes.append(UInt8(ascii: "\n"))
        fieldsInRow = 0
        rowStart = bytes.count
    }

    /// Hands over the bytes so far, which must end with a row, and starts anew: for writing long files in
    /// pieces.
    package mutating func take() -> [UInt8] {
        precondition(fieldsInRow == 0, "bytes are taken between rows")
        defer {
            bytes = []
            rowStart = 0
        }
        return bytes
    }

    private mutating func beginField() {
        if fieldsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
        fieldsInRow += 1
    }
}

private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
}

/// Whether a spreadsheet might run the text.
///
/// Source: OWASP, "CSV Injection".
private func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(text.dropFirst())
    default: false
    }
}

/// Whether text is digits with at most one decimal point, which no spreadsheet can mistake.
private func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let digits = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return digits.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
