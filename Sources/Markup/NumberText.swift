/// Numbers as text: exact for files, rounded for people.
///
/// Not-a-number and infinity have no text: nothing is written for them.
package enum NumberText {
    /// Appends the shortest text that reads back to the same double: `5`, `0.1`, `1e+16`.
    ///
    /// - Parameters:
    ///   - value: any finite number; of one that isn't, nothing is written.
    ///   - bytes: where to.
    package static func append(_ value: Double, to bytes: inout [UInt8]) {
        if let decimal = ShortestDecimal(value) {
            append(decimal.digits, decimals: decimal.decimals, isNegative: value.sign == .minus, to: &bytes)
        } else if value.isFinite {
            appendDescription(of: value, to: &bytes)
        }
    }

    /// Appends a whole number in digits.
    package static func append(_ value: Int, to bytes: inout [UInt8]) {
        append(UInt64(value.magnitude), decimals: 0, isNegative: value < 0, to: &bytes)
    }

    /// The shortest text that reads back to the same double; empty for what isn't finite.
    package static func shortest(_ value: Double) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number rounded to so many decimals, halves away from zero: `1,214,057.5`, `-0.25`, `3.0`.
    ///
    /// - Parameters:
    ///   - value: any finite number; one that isn't gives an empty text, one with more than 15 digits the
    ///     shortest.
    ///   - decimals: how many, 0 to 9; trailing zeros are kept.
    ///   - grouped: whether commas part the thousands.
    /// - Returns: digits, with a hyphen in front where the rounded number is below zero.
    package static func fixed(_ value: Double, decimals: Int, grouped: Bool = false) -> String {
        var bytes: [UInt8] = []
        appendFixed(value, decimals: decimals, grouped: grouped, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what ``fixed(_:decimals:grouped:)`` returns.
    package static func appendFixed(
        _ value: Double,
        decimals: Int,
        grouped: Bool = false,
        to bytes: inout [UInt8]
    ) {
        precondition(powersOfTen.indices.contains(decimals), "decimals must be 0 to 9")
        let scaled = (value.magnitude * Double(powersOfTen[decimals])).rounded(.toNearestOrAwayFromZero)
        guard scaled < 1e15 else { return append(value, to: &bytes) }
        let isNegative = value < 0 && scaled > 0
        guard grouped else {
            return append(UInt64(scaled), decimals: decimals, isNegative: isNegative, to: &bytes)
        }
        let (whole, fraction) = UInt64(scaled).quotientAndRemainder(dividingBy: powersOfTen[decimals])
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        appendGrouped(whole, to: &bytes)
        guard decimals > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        for place in powersOfTen[..<decimals].reversed() {
            bytes.append(UInt8(ascii: "0") + UInt8(fraction / place % 10))
        }
    }

    /// Appends a number rounded to a tenth, without a trailing zero: the precision of a picture's
    /// coordinates.
    static func appendCoordinate(_ value: Double, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestCoordinate) { buffer in
            var count = 0
            write(coordinate: value, to: buffer, at: &count)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Appends two coordinates and a space between them.
    static func appendPoint(_ x: Double, _ y: Double, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * longestCoordinate + 1) { buffer in
            var count = 0
            write(coordinate: x, to: buffer, at: &count)
            buffer[count] = UInt8(ascii: " ")
            count += 1
            write(coordinate: y, to: buffer, at: &count)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// A sign, eight digits, a point and a decimal.
    private static let longestCoordinate = 11

    @inline(__always)
    private static func write(
        coordinate value: Double,
        to buffer: UnsafeMutableBufferPointer<UInt8>,
        at index: inout Int
    ) {
        // A picture must stay well-formed whatever it is asked to draw.
        let tenths = value.magnitude < 1e7 ? UInt32(value.magnitude * 10 + 0.5) : 0
        func put(_ byte: UInt8) {
            buffer[index] = byte
            index += 1
        }
        if value < 0 && tenths > 0 { put(UInt8(ascii: "-")) }
        let (whole, tenth) = tenths.quotientAndRemainder(dividingBy: 10)
        var place: UInt32 = 1
        while place * 10 <= whole { place *= 10 }
        while place > 0 {
            put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole / place % 10))
            place /= 10
        }
        guard tenth > 0 else { return }
        put(UInt8(ascii: "."))
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tenth))
    }

    private static func appendGrouped(_ whole: UInt64, to bytes: inout [UInt8]) {
        guard whole >= 1000 else {
            return append(whole, decimals: 0, isNegative: false, to: &bytes)
        }
        appendGrouped(whole / 1000, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        for place in powersOfTen[..<3].reversed() {
            bytes.append(UInt8(ascii: "0") + UInt8(whole % 1000 / place % 10))
        }
    }

    /// Appends digits with a decimal point so many places from their end, and zeros in front where they are
    /// too few.
    private static func append(
        _ digits: UInt64,
        decimals: Int,
        isNegative: Bool,
        to bytes: inout [UInt8]
    ) {
        // Room for a sign, a point, and 20 digits or the 26 decimals of a small number.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            var start = buffer.count
            var rest = digits
            if decimals > 0 {
                for _ in 0..<decimals { write(nextDigitOf: &rest, before: &start, in: buffer) }
                start -= 1
                buffer[start] = UInt8(ascii: ".")
            }
            repeat { write(nextDigitOf: &rest, before: &start, in: buffer) } while rest > 0
            if isNegative {
                start -= 1
                buffer[start] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }

    @inline(__always)
    private static func write(
        nextDigitOf rest: inout UInt64,
        before start: inout Int,
        in buffer: UnsafeMutableBufferPointer<UInt8>
    ) {
        let quotient = rest / 10
        start -= 1
        buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest &- quotient &* 10)
        rest = quotient
    }

    /// The standard library's text is as short, but ends in `.0` where a number is whole.
    private static func appendDescription(of value: Double, to bytes: inout [UInt8]) {
        let text = value.description.utf8
        bytes.append(contentsOf: text)
        if text.suffix(2).elementsEqual(".0".utf8) { bytes.removeLast(2) }
    }
}

private let powersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
]
