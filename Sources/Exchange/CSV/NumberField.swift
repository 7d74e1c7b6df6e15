/// What a field that should hold a number holds.
package enum NumberField: Equatable, Sendable {
    case number(Double)
    /// Empty, or `NA`.
    case missing
    /// Infinite or not a number, in words.
    case notFinite
    /// Beyond what a double can hold.
    case tooLarge
    case notANumber

    /// Reads a decimal number: a sign, digits with a point, an exponent; space around it doesn't matter.
    package init(_ field: UnsafeBufferPointer<UInt8>) {
        let text = trimmed(field)
        if text.isEmpty || (text.count == 2 && text[0] == UInt8(ascii: "N") && text[1] == UInt8(ascii: "A")) {
            self = .missing
        } else if let decimal = Decimal(text) {
            let value = decimal.exactValue ?? Double(String(decoding: text, as: UTF8.self)) ?? .infinity
            self = value.isFinite ? .number(value) : .tooLarge
        } else {
            self = isNotFinite(text) ? .notFinite : .notANumber
        }
    }

    package init(_ field: some Collection<UInt8>) {
        self = Array(field).withUnsafeBufferPointer { NumberField($0) }
    }
}

/// A decimal number as it was written: digits, and the power of ten that they are multiplied by.
private struct Decimal {
    var isNegative = false
    /// Wrong where there are more than fit.
    var digits: UInt64 = 0
    /// Without zeros in front.
    var digitCount = 0
    var exponent = 0

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var position = 0
        func byte() -> UInt8 { position < text.count ? text[position] : 0 }
        func skipSign() -> Bool {
            let sign = byte()
            guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
            position += 1
            return sign == UInt8(ascii: "-")
        }

        isNegative = skipSign()
        var seen = 0
        var hasPoint = false
        while position < text.count {
            let digit = text[position] &- UInt8(ascii: "0")
            if digit <= 9 {
                seen += 1
                digits = digits &* 10 &+ UInt64(digit)
                // Counted by the digits themselves: so many that `digits` has wrapped may leave it at 0.
                if digitCount > 0 || digit > 0 { digitCount += 1 }
                if hasPoint { exponent -= 1 }
            } else if text[position] == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            position += 1
        }
        guard seen > 0 else { return nil }
        guard position < text.count else { return }

        guard byte() | 0x20 == UInt8(ascii: "e") else { return nil }
        position += 1
        let isSmall = skipSign()
        let start = position
        var power = 0
        while position < text.count, case let digit = text[position] &- UInt8(ascii: "0"), digit <= 9 {
            power = min(power * 10 + Int(digit), 100_000)
            position += 1
        }
        guard position > start, position == text.count else { return nil }
        exponent += isSmall ? -power : power
    }

    /// The nearest double where one multiplication or division of two exact doubles gives it (Clinger 1990,
    /// "How to read floating point numbers accurately"); nil elsewhere.
    var exactValue: Double? {
        guard digitCount <= 19, digits <= 1 << 53, abs(exponent) < powersOfTen.count else { return nil }
        let magnitude = Double(digits)
        let value = exponent < 0 ? magnitude / powersOfTen[-exponent] : magnitude * powersOfTen[exponent]
        return isNegative ? -value : value
    }
}

/// Those that a double holds exactly.
let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]

private func isNotFinite(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = String(decoding: text, as: UTF8.self).lowercased().drop { $0 == "-" || $0 == "+" }
    return ["inf", "infinity", "nan", "#num!", "#div/0!"].contains(word)
}
