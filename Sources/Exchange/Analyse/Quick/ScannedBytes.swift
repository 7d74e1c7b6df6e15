/// A stretch of a file in memory, without bounds checks.
///
/// Invariant: a line feed stands at `end`, and 16 readable bytes behind it. Whoever moves through the bytes
/// stops at a line feed, so nobody gets past `end`. Valid only inside the call that hands it out.
struct ScannedBytes {
    let base: UnsafePointer<UInt8>
    let end: Int
    /// Whether the file ends at `end`.
    let isLast: Bool

    @inline(__always)
    subscript(position: Int) -> UInt8 { base[position] }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Whether the field at a position is written like a part of `text`, behind which there are 8 bytes more.
    @inline(__always)
    func hasField(_ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, at position: Int) -> Bool {
        guard position + part.count <= end, isDelimiter(base[position + part.count]),
            let start = UnsafeRawPointer(text.baseAddress)
        else { return false }
        let other = UnsafeRawPointer(base + position)
        var offset = 0
        while offset < part.count {
            var difference =
                other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                ^ start.loadUnaligned(fromByteOffset: part.lowerBound + offset, as: UInt64.self)
            // Only the first bytes of the last eight belong to the field; they are the low ones.
            let count = part.count - offset
            if count < 8 { difference = difference.littleEndian << UInt64((8 - count) * 8) }
            if difference != 0 { return false }
            offset += 8
        }
        return true
    }

    /// The end of the field that starts at a position: a comma, a line feed or a carriage return.
    @inline(__always)
    func endOfField(from start: Int) throws(ScanStop) -> Int {
        if base[start] == quote { return try endOfQuoted(from: start) }
        var position = start
        while !isDelimiter(base[position]) {
            if base[position] == quote { throw .obstacle }
            position += 1
        }
        return position
    }

    private func endOfQuoted(from start: Int) throws(ScanStop) -> Int {
        var position = start + 1
        while true {
            while base[position] != quote {
                // A line break inside quotes, or a quote that is never closed.
                if base[position] == newline { throw position == end && !isLast ? .incomplete : .obstacle }
                position += 1
            }
            position += 1
            if base[position] != quote { break }
            position += 1
        }
        guard isDelimiter(base[position]) else { throw .obstacle }
        return position
    }

    /// What a field says: without its quotes where it has them.
    ///
    /// Nil for one that has quotes inside.
    func content(of field: Range<Int>) -> UnsafeBufferPointer<UInt8>? {
        guard !field.isEmpty, base[field.lowerBound] == quote else { return slice(field) }
        let content = slice(field.lowerBound + 1..<field.upperBound - 1)
        return content.contains(quote) ? nil : content
    }

    /// The start of the next row, from the end of a row's last field.
    @inline(__always)
    func endOfRow(_ endOfField: Int) throws(ScanStop) -> Int {
        let position = base[endOfField] == carriageReturn ? endOfField + 1 : endOfField
        guard base[position] == newline else { throw .obstacle }
        guard position == end else { return position + 1 }
        guard isLast else { throw .incomplete }
        return end
    }

    /// What a bad field means: it may only have been cut off.
    func stop(after endOfField: Int) -> ScanStop {
        endOfField + 1 >= end && !isLast ? .incomplete : .obstacle
    }

    /// The start of the next field, from the end of a field that isn't a row's last.
    @inline(__always)
    func endOfInnerField(_ endOfField: Int) throws(ScanStop) -> Int {
        guard base[endOfField] == comma else { throw stop(after: endOfField) }
        return endOfField + 1
    }

    /// The start of what follows an empty line; nil where there is none, or it isn't all there.
    @inline(__always)
    func endOfEmptyLine(_ start: Int) -> Int? {
        let position = base[start] == carriageReturn ? start + 1 : start
        guard base[position] == newline else { return nil }
        return position < end ? position + 1 : isLast ? end : nil
    }

    /// The start of the first row that starts in a range; there must be a byte before it.
    func firstRow(in range: Range<Int>) -> Int? {
        // What stands before a row is the end of a line.
        let ends = (range.lowerBound - 1..<range.upperBound - 1).clamped(to: 0..<end)
        return slice(ends).firstIndex(of: newline).map { ends.lowerBound + $0 + 1 }
    }

    /// The start of the last row before `position`, itself the start of a row; nil where only empty lines are
    /// left.
    func startOfRow(before position: Int) -> Int? {
        var end = position
        while end > 0 {
            var start = end - 1
            while start > 0, base[start - 1] != newline { start -= 1 }
            if endOfEmptyLine(start) != end { return start }
            end = start
        }
        return nil
    }
}

@inline(__always)
func isDelimiter(_ byte: UInt8) -> Bool { byte == comma || byte == newline || byte == carriageReturn }
