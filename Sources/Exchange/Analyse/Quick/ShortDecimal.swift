/// A decimal number of up to eight bytes with what ends it, such as `1234.56` and a comma, read in a few
/// steps.
///
/// The bytes are looked at together, as one integer (Lamport, "Multiple byte processing with full-word
/// instructions", 1975), so that nothing depends on how many digits there are.
struct ShortDecimal {
    var digits: UInt64
    var decimals: Int
    /// The number of bytes, without what ends it.
    var count: Int

    /// The number: both are exact doubles, so that one division gives the nearest one.
    @inline(__always)
    var magnitude: Double { Double(digits) / powersOfTen[decimals] }

    /// Nil for what is longer, has no digit on a side of its point, or isn't a plain number.
    @inline(__always)
    init?(_ text: UnsafePointer<UInt8>) {
        let word = UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
        let others = Self.nonDigits(in: word)
        let whole = others.trailingZeroBitCount >> 3
        guard whole > 0, whole < 8 else { return nil }
        guard text[whole] == UInt8(ascii: ".") else {
            self.init(word: word, digitCount: whole, decimals: 0, count: whole)
            return
        }
        let second = (others & (others - 1)).trailingZeroBitCount >> 3
        guard second < 8, second > whole + 1 else { return nil }
        // Closes the gap that the point leaves.
        let front = word & ((1 << UInt64(whole * 8)) - 1)
        let back = (word >> 8) & ~((1 << UInt64(whole * 8)) - 1)
        self.init(word: front | back, digitCount: second - 1, decimals: second - whole - 1, count: second)
    }

    /// - Parameter digitCount: 1 to 7; the digits are the low bytes of `word`, the first one lowest.
    @inline(__always)
    private init(word: UInt64, digitCount: Int, decimals: Int, count: Int) {
        // With zeros in front, there are eight digits; bytes, then pairs, then fours are put together.
        var sum = (word << UInt64((8 - digitCount) * 8)) & 0x0F0F_0F0F_0F0F_0F0F
        sum = (sum &* 10 &+ sum >> 8) & 0x00FF_00FF_00FF_00FF
        sum = (sum &* 100 &+ sum >> 16) & 0x0000_FFFF_0000_FFFF
        digits = (sum &* 10_000 &+ sum >> 32) & 0xFFFF_FFFF
        self.decimals = decimals
        self.count = count
    }

    /// The high bit of each byte that isn't a digit.
    @inline(__always)
    private static func nonDigits(in word: UInt64) -> UInt64 {
        let difference = word ^ 0x3030_3030_3030_3030
        // A digit's difference is at most 9, so that 0x76 more doesn't reach the high bit; no byte carries
        // into the next, as the high bits are left out of the sum.
        let sum = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676
        return (sum | difference) & 0x8080_8080_8080_8080
    }
}
