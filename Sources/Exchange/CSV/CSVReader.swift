/// Reads a CSV file row by row, whatever its length.
///
/// RFC 4180, UTF-8 with or without a byte order mark, lines that end in LF or CRLF. The first row is the
/// header; lines with nothing on them are passed over.
///
///     var reader = try CSVReader(MemorySource(bytes))
///     while try reader.next() { use(reader.row) }
///
/// A row that breaks the form throws and is left behind: the next call goes on with the row after it.
package struct CSVReader<Source: ByteSource> {
    package private(set) var header = CSVHeader([])
    /// The row that ``next()`` read last.
    package private(set) var row = CSVRow()

    private var source: Source
    private var buffer: [UInt8]
    private var position = 0
    private var filled = 0
    private var line = 1
    /// Where `buffer` ends in the file.
    private var bufferEnd = 0
    private var problem: CSVError.Reason?
    private var problemField: Int?

    /// - Parameter bufferSize: how much is read at a time; any positive number gives the same rows.
    package init(_ source: Source, bufferSize: Int = 1 << 16) throws(CSVError) {
        self.source = source
        buffer = [UInt8](repeating: 0, count: max(bufferSize, 3))
        try skipByteOrderMark()
        guard try readRow() else { throw CSVError(.empty, line: 1) }
        try checkForm(width: row.count)
        header = CSVHeader((0..<row.count).map { row.text($0) })
    }

    /// Reads the next row into ``row``; false at the end of the file.
    package mutating func next() throws(CSVError) -> Bool {
        guard try readRow() else { return false }
        try checkForm(width: header.names.count)
        return true
    }

    /// Where the row after the last one read starts, in bytes from the start of the file.
    var offset: Int { bufferEnd - (filled - position) }

    // MARK: - Rows

    /// False when nothing is left but empty lines.
    private mutating func readRow() throws(CSVError) -> Bool {
        while try peek() != nil {
            row.removeAll()
            row.line = line
            problem = nil
            if let taken = Self.takeLine(buffer, position..<filled, into: &row) {
                position += taken
                line += 1
                if row.count > 1 || !row.isEmpty { return true }
                continue
            }
            let startsQuoted = try peek() == quote
            while try readField() { row.endField() }
            row.endField()
            if row.count > 1 || !row.isEmpty || startsQuoted { return true }
        }
        return false
    }

    private static func takeLine(_ buffer: [UInt8], _ range: Range<Int>, into row: inout CSVRow) -> Int? {
        buffer.withUnsafeBufferPointer { row.takeLine(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Reads a field and what ends it; false when that is the end of the row.
    private mutating func readField() throws(CSVError) -> Bool {
        if try peek() == quote {
            position += 1
            if let isLast = try readQuoted() { return !isLast }
        }
        return try readPlain()
    }

    private mutating func readPlain() throws(CSVError) -> Bool {
        while true {
            let start = position
            while position < filled, !isSpecial(buffer[position]) { position += 1 }
            row.append(buffer[start..<position])
            guard let byte = try peek() else { return false }
            if let isLast = try endOfField() { return !isLast }
            if byte == quote {
                note(.strayQuote)
                row.append(byte)
                position += 1
            }
        }
    }

    /// Reads from behind the opening quote to behind the end of the field, and says whether that is the end
    /// of the row; nil when text follows the closing quote.
    private mutating func readQuoted() throws(CSVError) -> Bool? {
        while true {
            let start = position
            while position < filled, buffer[position] != quote {
                if buffer[position] == newline { line += 1 }
                position += 1
            }
            row.append(buffer[start..<position])
            guard let end = try peek() else {
                note(.unclosedQuote)
                return true
            }
            guard end == quote else { continue }
            position += 1
            guard let byte = try peek() else { return true }
            guard byte == quote else {
                if let isLast = try endOfField() { return isLast }
                note(.strayQuote)
                return nil
            }
            row.append(quote)
            position += 1
        }
    }

    /// Steps over a comma (false) or the end of a line (true); nil where there is neither.
    ///
    /// A carriage return
    /// with no line feed behind it is content.
    private mutating func endOfField() throws(CSVError) -> Bool? {
        switch buffer[position] {
        case comma:
            position += 1
            return false
        case newline:
            position += 1
            line += 1
            return true
        case carriageReturn:
            position += 1
            guard let next = try peek() else { return true }
            if next == newline {
                position += 1
                line += 1
                return true
            }
            row.append(carriageReturn)
            return nil
        default:
            return nil
        }
    }

    // MARK: - Form

    private mutating func note(_ reason: CSVError.Reason) {
        guard problem == nil else { return }
        problem = reason
        problemField = row.count
    }

    private func checkForm(width: Int) throws(CSVError) {
        if let problem {
            throw CSVError(problem, line: row.line, field: problemField, text: row.excerpt(problemField ?? 0))
        }
        // Most rows are ASCII and need no closer look.
        if !row.isASCII {
            for field in 0..<row.count where !isUTF8(row[field]) {
                throw CSVError(.notUTF8, line: row.line, field: field, text: row.excerpt(field))
            }
        }
        guard row.count == width else {
            throw CSVError(.fieldCount(found: row.count, expected: width), line: row.line)
        }
    }

    // MARK: - Bytes

    private mutating func peek() throws(CSVError) -> UInt8? {
        if position == filled { try refill() }
        return position < filled ? buffer[position] : nil
    }

    private mutating func refill() throws(CSVError) {
        position = 0
        filled = try read(from: 0)
    }

    private mutating func read(from start: Int) throws(CSVError) -> Int {
        do {
            let count = try buffer.withUnsafeMutableBufferPointer { buffer throws(IOError) in
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[start...])
                return try source.read(into: UnsafeMutableRawBufferPointer(rest))
            }
            bufferEnd += count
            return count
        } catch {
            throw CSVError(.unreadable(error), line: line)
        }
    }

    private mutating func skipByteOrderMark() throws(CSVError) {
        var count = -1
        while filled < 3, count != 0 {
            count = try read(from: filled)
            filled += count
        }
        if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
    }
}

extension CSVRow {
    /// The start of a field, for a message.
    fileprivate func excerpt(_ field: Int) -> String {
        guard field < count else { return "" }
        return String(text(field).prefix(60))
    }
}

private func isSpecial(_ byte: UInt8) -> Bool {
    byte == comma || byte == newline || byte == carriageReturn || byte == quote
}
