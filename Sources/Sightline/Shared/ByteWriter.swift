/// Writes the compact binary forms that the database keeps.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// LEB128: seven bits a byte, the lowest first.
    mutating func unsigned(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Zigzag, so that small negative numbers stay short.
    mutating func signed(_ number: Int64) {
        unsigned(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    /// Little-endian bits.
    mutating func double(_ number: Double) { fixed(number.bitPattern) }

    /// Little-endian bits.
    mutating func float(_ number: Float) { fixed(number.bitPattern) }

    private mutating func fixed(_ bits: some FixedWidthInteger) {
        withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A column of numbers: 1 and signed integers where all are whole, else 0 and doubles.
    mutating func column(_ numbers: ArraySlice<Double>) {
        let areWhole = numbers.allSatisfy(Self.isWhole)
        byte(areWhole ? 1 : 0)
        if areWhole {
            for number in numbers { signed(Int64(number)) }
        } else {
            for number in numbers { double(number) }
        }
    }

    /// Whether an integer reads back to the very same double: negative zero doesn't.
    private static func isWhole(_ number: Double) -> Bool {
        abs(number) < 9_007_199_254_740_992 && number == number.rounded(.towardZero)
            && (number != 0 || number.sign == .plus)
    }
}
