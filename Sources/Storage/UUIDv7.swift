/// A 128-bit id that sorts by the time it was made (RFC 9562, section 5.7).
///
/// The 12 bits after the milliseconds hold the fraction of the millisecond (section 6.2, method 3), so that
/// ids made one after another lie side by side in an index.
package struct UUIDv7: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// Makes an id from an instant, in microseconds since 1970 in UTC, and 62 random bits.
    ///
    /// An instant before 1970 counts as 1970; one after the year 10889 wraps round.
    package init(microseconds: Int64, using generator: inout some RandomNumberGenerator) {
        let instant = UInt64(max(0, microseconds))
        let milliseconds = (instant / 1000) & 0xffff_ffff_ffff
        let fraction = (instant % 1000) * 4096 / 1000
        high = milliseconds << 16 | 0x7000 | fraction
        low = 0b10 << 62 | generator.next() >> 2
    }

    /// Reads 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12; nil for anything but a version 7 id.
    package init?(_ text: String) {
        var words: (UInt64, UInt64) = (0, 0)
        var position = 0
        for byte in text.utf8 {
            switch position {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return nil }
            default:
                guard let digit = Self.value(ofHexDigit: byte) else { return nil }
                if position < 18 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
            }
            position += 1
        }
        guard position == 36, words.0 >> 12 & 0xf == 7, words.1 >> 62 == 0b10 else { return nil }
        (high, low) = words
    }

    package static func < (left: UUIDv7, right: UUIDv7) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// When it was made: more for a later one, the same for those of one instant.
    package var madeAt: UInt64 { high }

    private static func value(ofHexDigit byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension UUIDv7: CustomStringConvertible {
    /// The lower-case text form, 36 characters.
    package var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for place in 0..<16 {
                if place == 4 || place == 6 || place == 8 || place == 10 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                let byte = UInt8(truncatingIfNeeded: (place < 8 ? high : low) >> UInt64(56 - place % 8 * 8))
                text[position] = Self.hexDigit(byte >> 4)
                text[position + 1] = Self.hexDigit(byte & 0xf)
                position += 2
            }
            return position
        }
    }
    private static func hexDigit(_ digit: UInt8) -> UInt8 {
        digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
}
