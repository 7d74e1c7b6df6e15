/// The decimal with the fewest digits that reads back to a double; of several, the nearest to it.
///
/// A double is the whole number `significand` times a power of two. Every decimal between the midpoints to
/// its two neighbours reads back to it. At the scale `10^decimals` where that interval is 1 to 10 wide, it
/// holds at least one whole number and at most one multiple of ten; between 2^-36 and 2^53 all of this fits
/// in 128 bits and needs no table but the powers of five.
/// Source: R. Giulietti, "The Schubfach way to render doubles" (2021), section 8, restricted to that range.
struct ShortestDecimal {
    var digits: UInt64
    /// How many of the digits stand behind the decimal point.
    var decimals: Int

    /// The decimal of a number's magnitude; nil for numbers out of the range, and for some powers of two.
    init?(_ value: Double) {
        let magnitude = value.magnitude
        guard magnitude < 0x1p53 else { return nil }
        let whole = UInt64(magnitude)
        if Double(whole) == magnitude {
            self.init(digits: whole, decimals: 0)
            return
        }
        // Most numbers that people write have two decimals at most: 15 digits of a decimal determine it.
        let hundredths = UInt64(magnitude < 1e12 ? magnitude * 100 + 0.5 : 0)
        if Double(hundredths) / 100 == magnitude {
            let tenths = hundredths / 10
            self =
                tenths * 10 == hundredths
                ? Self(digits: tenths, decimals: 1) : Self(digits: hundredths, decimals: 2)
            return
        }
        // The neighbour below a power of two is nearer than the one above; a rare case, left to the caller.
        guard magnitude >= 0x1p-36, magnitude.significandBitPattern != 0 else { return nil }
        self.init(
            significand: magnitude.significandBitPattern | 1 << 52,
            halvings: 1075 - Int(magnitude.exponentBitPattern)
        )
        dropTrailingZeros()
    }

    private init(digits: UInt64, decimals: Int) {
        self.digits = digits
        self.decimals = decimals
    }

    /// - Parameters:
    ///   - significand: 2^52 < significand < 2^53.
    ///   - halvings: how often it is to be halved, 1 to 88.
    private init(significand: UInt64, halvings: Int) {
        // The least number of decimals at which the interval is at least 1 wide: 1233 / 4096 is log10(2).
        decimals = ((halvings * 1233) >> 12) + 1
        let power = powersOfFive[decimals]
        // In units of 2^-shift; the interval's ends are odd, so they are never whole numbers.
        let shift = UInt128(halvings + 1 - decimals)
        let middle = UInt128(2 * significand) * UInt128(power)
        let first = UInt64(truncatingIfNeeded: (middle - UInt128(power)) >> shift) + 1
        let last = UInt64(truncatingIfNeeded: (middle + UInt128(power)) >> shift)
        let multipleOfTen = last / 10 * 10
        if multipleOfTen >= first {
            digits = multipleOfTen
        } else {
            digits = UInt64(truncatingIfNeeded: ((middle >> (shift - 1)) + 1) >> 1)
        }
    }

    private mutating func dropTrailingZeros() {
        while decimals >= 4, digits % 10_000 == 0 {
            digits /= 10_000
            decimals -= 4
        }
        while decimals >= 1, digits % 10 == 0 {
            digits /= 10
            decimals -= 1
        }
    }
}

/// 5^0 to 5^27.
private let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3125, 15625, 78125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625,
    1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625,
    19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125, 2_384_185_791_015_625,
    11_920_928_955_078_125, 59_604_644_775_390_625, 298_023_223_876_953_125, 1_490_116_119_384_765_625,
    7_450_580_596_923_828_125,
]
