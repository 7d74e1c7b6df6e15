/// An exact decimal number, which sums and means of integers are in PostgreSQL.
///
/// Its binary format (`numeric_send` in PostgreSQL's numeric.c): a count of digits to the base 10,000, the
/// power of the first, a sign, a number of decimals, then the digits, all of 16 bits.
struct PostgresNumeric {
    private let weight: Int
    private let sign: UInt16
    private let digits: [UInt16]

    init(_ bytes: UnsafeRawBufferPointer) {
        let words = stride(from: 0, to: bytes.count - 1, by: 2).map { offset in
            UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
        }
        weight = words.count > 1 ? Int(Int16(bitPattern: words[1])) : 0
        sign = words.count > 2 ? words[2] : Self.notANumber
        digits = Array(words.dropFirst(4))
    }

    /// The number, or nil where it has a fraction or does not fit.
    var integer: Int64? {
        guard isFinite, digits.count <= weight + 1 else { return digits.isEmpty && isFinite ? 0 : nil }
        var total: Int64 = 0
        for place in 0...max(0, weight) {
            let digit = Int64(place < digits.count ? digits[place] : 0)
            // Towards the sign, since the least integer has no positive twin.
            let (product, tooLarge) = total.multipliedReportingOverflow(by: 10_000)
            let (sum, tooLargeStill) = product.addingReportingOverflow(isNegative ? -digit : digit)
            guard !tooLarge, !tooLargeStill else { return nil }
            total = sum
        }
        return total
    }

    /// The nearest real, or nil where it is not a number.
    var real: Double? {
        guard isFinite else { return nil }
        let places = digits.map { digit in
            let text = String(digit)
            return String(repeating: "0", count: 4 - text.count) + text
        }
        let exponent = 4 * (weight + 1 - digits.count)
        return Double("\(isNegative ? "-" : "")0\(places.joined())e\(exponent)")
    }

    private static let notANumber: UInt16 = 0xC000
    private var isNegative: Bool { sign == 0x4000 }
    private var isFinite: Bool { sign == 0 || isNegative }
}
